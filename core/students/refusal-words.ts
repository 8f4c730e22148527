import type { Bilingual } from '../values/bilingual.ts';
import type { Refusal, RefusalReason } from './change-ask.ts';
import { EVIDENCE } from './evidence-words.ts';
import type { RollChange } from './roll-changes.ts';

const say = (zh: string, en: string): Bilingual => ({ zh, en });

/** Why a change of the roll is not made. */
const WHY: Readonly<Record<Exclude<RefusalReason, 'evidence_missing'>, Bilingual>> = {
  not_from_this_status: say('该生目前的学籍状态不能办理这项异动', 'The student’s status does not allow this change'),
  already_left: say('该生已经离校', 'The student has left'),
  not_the_keeper: say('该生学籍不归本校管理：中职阶段由中职学校办理，高职阶段和升段由高职院校办理', 'The roll is not kept by this institution: the school keeps the secondary stage, the college the higher one and the step-up'),
  not_after_last_change: say('日期须晚于上一次学籍变动', 'The day must be later than that of the last change'),
  approval_missing: say('这项异动须经审批', 'The change takes an approval'),
  first_terms: say('入学第一学期不办理转学', 'Nobody transfers in the first term'),
  final_grade: say('毕业年级不办理转学', 'Nobody transfers in the final grade'),
  suspended: say('休学期间不办理转学', 'Nobody transfers while suspended'),
  no_transfer_in_higher_stage: say('高职阶段不办理转学', 'There is no transfer in the higher stage'),
  no_major_change_in_higher_stage: say('高职阶段除伤病、服役外不转专业', 'In the higher stage the major changes for illness or service only'),
  too_late_for_major: say('已过可以转专业的学期', 'The terms in which the major may change are over'),
  no_rules: say('当日没有生效的学籍规则', 'No rules of the roll are in force on that day'),
  no_row: say('该生学籍记录在此之前已经中断，请先补正台账', 'The student’s roll broke off before that day; correct the register first'),
  day_to_come: say('日期还没有到', 'The day is yet to come'),
  reason_missing: say('没有写明事由', 'The reason is missing'),
  place_missing: say('请选择本校另一个专业项目，或填写班级', 'Choose another programme of the school, or give the class'),
  leaver: say('已离开试点的学生不再转回', 'Whoever left the pilot does not come back'),
  outsider: say('试点以外的学生不能转入', 'Students from outside do not join the pilot'),
  not_final_grade: say('该生不在该学段的毕业年级', 'The student is not in the final grade of the stage'),
  before_september: say('升段不早于第四学年的9月1日', 'Nobody steps up before 1 September of year four'),
  not_eligible: say('该生不具备升段资格：须在新生备案名册上，升段考核和操行合格', 'The student is not eligible: on the filed list, past the line of the test, conduct passed'),
  not_published: say('公示名单中没有该生，须重新公示', 'The student is not on the list that was published; publish anew'),
  audit_says_otherwise: say('与毕业资格审核的结论不符', 'The graduation audit says otherwise'),
  longest_time_used_up: say('已达最长学习年限', 'The longest time of study is used up'),
};

/** Why, in words alone; what papers are missing is for the refusal to say. */
export function refusalText(why: RefusalReason): Bilingual {
  return why === 'evidence_missing' ? say('缺少材料', 'Papers are missing') : WHY[why];
}

/** Why, and under which clause; of papers, which are missing. */
export function refusalWords({ why, clause, missing }: Refusal, { label }: Pick<RollChange, 'label'>): Bilingual {
  const zh = why === 'evidence_missing' ? `缺少材料：${missing.map((paper) => EVIDENCE[paper].zh).join('、')}` : WHY[why].zh;
  const en = why === 'evidence_missing' ? `Papers are missing: ${missing.map((paper) => EVIDENCE[paper].en).join(', ')}` : WHY[why].en;
  return say(`${label.zh}：${zh}（依据 ${clause}）`, `${label.en}: ${en} (${clause})`);
}
