import type { PolicyRefusal } from '../core/insurance/policy.ts';
import type { EnrolmentRefusal } from '../core/appraisals/session.ts';
import type { ClaimRefusal } from '../core/benefits/claim.ts';
import { COVER_NAMES, type Span } from '../core/insurance/cover.ts';
import type { Missing, MissingWhat } from '../core/internships/papers.ts';
import type { PostRefusal } from '../core/internships/post.ts';
import type { SignatureRefusal } from '../core/internships/signing.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { ActRefusal, NotDone } from '../store/internships/acting.ts';
import type { NotPlaced, PlacingRefusal } from '../store/internships/placing.ts';
import type { Particulars } from './refuse.ts';

const said = (zh: string, en: string): Bilingual => ({ zh, en });

/** A refusal in words: nothing was stored, why, and under which clause. */
function because(why: Bilingual, clause: string): Bilingual {
  return said(`没有保存：${why.zh}。依据 ${clause}。`, `Nothing was stored. ${why.en}. Clause ${clause}.`);
}

const POSTS: Readonly<Record<PostRefusal['why'], readonly [Bilingual, string]>> = {
  ends_before_it_begins: [said('结束日期早于开始日期', 'It ends before it begins'), 'S2-g'],
  over_already: [said('岗位期限已过', 'The days of the post are over'), 'S2-g'],
  no_programme: [said('没有写明面向哪些专业', 'No programme is named'), 'S2-g'],
  seats_below_placed: [said('接收人数少于已安排的学生', 'There are fewer seats than students who are placed'), 'S2-g'],
  not_a_firm: [said('只有名录中的企业可以提供岗位', 'Only firms of the directory offer posts'), 'S2-h'],
  no_partner_agreement: [said('该企业今天或岗位开始之日没有在效的合作协议', 'The firm has no agreement that holds today and on the first day'), 'S2-h'],
  unknown_programme: [said('没有这个专业项目', 'There is no such programme'), 'S2-g'],
  programme_of_others: [said('该专业项目的学校与企业没有合作协议', 'The programme’s school has no agreement with the firm'), 'S2-h'],
};

export function whyNoPost(refusal: PostRefusal): Particulars {
  const [why, clause] = POSTS[refusal.why];
  return { detail: because(why, clause), errors: [{ path: 'post', code: refusal.why, text: why }] };
}

const PLACING: Readonly<Record<PlacingRefusal, readonly [Bilingual, string]>> = {
  unknown_post: [said('没有这个岗位', 'There is no such post'), 'S2-g'],
  post_closed: [said('岗位已停止接收', 'The post takes nobody any more'), 'S2-g'],
  days_not_of_post: [said('日期不在岗位期限之内', 'The days are not within those of the post'), 'S2-g'],
  post_full: [said('岗位人数已满', 'The post is full'), 'S2-g'],
  no_partner_agreement: [said('企业在开始之日没有在效的合作协议', 'The firm has no agreement that holds on the first day'), 'S2-h'],
  not_your_student: [said('不是本校在籍学生', 'Not a student of yours on the roll'), 'S2-i'],
  programme_of_others: [said('岗位不面向该生的专业', 'The post is not for the student’s programme'), 'S2-g'],
  overlapping: [said('这段日期已有另一段实习', 'There is another internship on these days'), 'S2-i'],
  no_rule_in_force: [said('当日没有生效的规则', 'No rule is in force that day'), 'S2-i'],
};

export function whyNotPlaced(refusals: readonly NotPlaced[]): Particulars {
  const [first] = refusals;
  const [why, clause] = PLACING[first?.why ?? 'unknown_post'];
  const of = first?.student_id === undefined || first.student_id === '' ? '' : `（${first.student === '' ? first.student_id : first.student}）`;
  return { detail: because(said(`${why.zh}${of}`, `${why.en}${of}`), clause), errors: refusals.map((one) => ({ path: one.student_id, code: one.why, text: PLACING[one.why][0] })) };
}

const ACTS: Readonly<Record<Exclude<ActRefusal, 'papers_missing'>, Bilingual>> = {
  not_now: said('实习当前的状态不能办理这一步', 'The internship has no such step now'),
  not_yours_to_do: said('您的身份不办理这一步', 'The step is not your role’s'),
  day_not_possible: said('日期不对：须在实习期限之内，且不晚于今天', 'The day is not possible: it is within the internship and has come'),
  not_at_school: said('学生当前不在校（休学、保留学籍或已离校），不能开始实习（R3-a）', 'The student is not at school now: suspended, with a kept place, or gone (R3-a)'),
  firm_has_account: said('实习单位有账号，由其本单位评价', 'The firm has an account: it assesses itself'),
  same_person: said('企业评价和学校评价须由两人作出', 'Firm and school are assessed by two persons'),
};

const MISSING: Readonly<Record<MissingWhat, Bilingual>> = {
  partner_agreement: said('企业合作协议', 'an agreement of the firm'), agreement: said('三方协议（须在第一天之前签齐）', 'the agreement, signed by all before the first day'),
  training: said('安全培训（须在第一天之前完成）', 'safety training before the first day'), school_liability: COVER_NAMES.school_liability, internship_liability: COVER_NAMES.internship_liability,
};

const daysOf = (gaps: readonly Span[]): string => (gaps.length === 0 ? '' : ` ${gaps.map(({ from, to }) => `${from}–${to}`).join('、')}`);

/** What is missing, in words: with the days that lack cover and the clause. */
export function missingInWords({ what, clause, gaps }: Missing): Bilingual {
  const { zh, en } = MISSING[what];
  return said(`${zh}${daysOf(gaps)}（${clause}）`, `${en}${daysOf(gaps)} (${clause})`);
}

/** Everybody of whom something is missing, and what; the first in words. */
export function whyNotDone(refusals: readonly NotDone[]): Particulars {
  const textOf = ({ student, why, missing }: NotDone): Bilingual => {
    if (why !== 'papers_missing') return said(`${student}：${ACTS[why].zh}`, `${student}: ${ACTS[why].en}`);
    const lacks = missing.map(missingInWords);
    return said(`${student}缺${lacks.map(({ zh }) => zh).join('、')}`, `${student} lacks ${lacks.map(({ en }) => en).join(', ')}`);
  };
  const first = refusals[0] as NotDone;
  const more = refusals.length > 1 ? said(`，另有 ${refusals.length - 1} 人`, `, and ${refusals.length - 1} more`) : said('', '');
  const text = textOf(first);
  const clause = [...new Set(refusals.flatMap(({ missing }) => missing.map((one) => one.clause)))].join('、');
  return {
    detail: because(said(`${text.zh}${more.zh}`, `${text.en}${more.en}`), clause === '' ? 'S2-i' : clause),
    errors: refusals.map((one) => ({ path: String(one.placement_id), code: one.why, text: textOf(one) })),
  };
}

const SIGNATURES: Readonly<Record<SignatureRefusal, Bilingual>> = {
  content_changed: said('内容与您看过的不同，请重新打开', 'It is not what you read: open it again'),
  placement_over: said('这段实习已结束或已取消', 'The internship is over or was given up'),
  signed_already: said('这一方已经签过', 'This party has signed already'),
  others_first: said('还没轮到这一方：先学生和监护人，再企业，后学校', 'Others sign first: student and guardian, then the firm, then the school'),
  not_electronic: said('现行规则只认纸质签署', 'By the rule in force only paper counts'),
  not_on_paper: said('现行规则只认电子签署', 'By the rule in force only electronic signatures count'),
  same_person: said('同一个人不能替两方签', 'Nobody signs for two parties'),
  day_not_possible: said('签署日期不对：不能晚于今天，后签的不能早于先签的', 'A day is not possible: none is yet to come, and nobody signs before those who sign first'),
  no_rule_in_force: said('当日没有生效的签署规则', 'No rule on signing is in force that day'),
  not_for_this_party: said('您不能代表这一方', 'You do not act for this party'),
};

export function whyNotSigned(why: SignatureRefusal, student: string): Particulars {
  const text = SIGNATURES[why];
  return { detail: because(said(`${text.zh}（${student}）`, `${text.en} (${student})`), 'S2-i'), errors: [{ path: 'party', code: why, text }] };
}

const POLICIES: Readonly<Record<PolicyRefusal, Bilingual>> = {
  ends_before_it_begins: said('保险止期早于起期', 'It ends before it begins'),
  policy_there: said('这个保单号已经登记', 'This policy number is recorded already'),
  more_than_heads: said('覆盖人数超过保单的投保人数', 'It would cover more than the heads it was bought for'),
  not_your_students: said('所列学生中有人不是本校在籍学生', 'One of those named is no student of yours on the roll'),
  no_students_named: said('没有可以覆盖的学生', 'There is nobody to cover'),
};

export function whyNoPolicy(why: PolicyRefusal): Particulars {
  return { detail: because(POLICIES[why], 'R4-j'), errors: [{ path: 'policy', code: why, text: POLICIES[why] }] };
}

const ENROLMENTS: Readonly<Record<EnrolmentRefusal, Bilingual>> = {
  over_already: said('该场次已经举行', 'The session is over'), session_full: said('考位不够', 'There are not enough seats'), not_your_student: said('不是本校在籍学生', 'Not a student of yours on the roll'),
  programme_of_others: said('该场次不面向这个专业', 'The session is not for this programme'), enrolled_already: said('已经报名', 'Enrolled already'),
};

export function whyNotEnrolled(why: EnrolmentRefusal, student_id: string): Particulars {
  const of = student_id === '' ? '' : `（${student_id}）`;
  return { detail: because(said(`${ENROLMENTS[why].zh}${of}`, `${ENROLMENTS[why].en}${of}`), 'S2-d'), errors: [{ path: student_id, code: why, text: ENROLMENTS[why] }] };
}

const CLAIMS: Readonly<Record<ClaimRefusal, Bilingual>> = {
  not_now: said('申领当前的状态不能办理这一步', 'The claim has no such step now'), not_a_graduate: said('该生还没有毕业', 'The student has not graduated'),
  not_in_force: said('这项待遇当日还没有生效', 'The benefit was not in force that day'), reason_missing: said('拒绝须写明理由，其他步骤不写', 'A refusal says why, and nothing else does'),
  day_not_possible: said('日期不对：不能晚于今天，也不能早于毕业或上一步', 'The day is not possible: it has come, and is not before graduation or the last step'), same_person: said('申领和审核须由两人办理', 'Two persons claim and answer'),
};

export function whyNoClaim(why: ClaimRefusal): Particulars {
  return { detail: because(CLAIMS[why], 'S2-e'), errors: [{ path: 'claim', code: why, text: CLAIMS[why] }] };
}
