import { admissionRefusal } from '../../core/admission/refusals.ts';
import { refusalOfPlaceChange } from '../../core/admission/places.ts';
import { admissionRules } from '../../core/admission/rules.ts';
import { deadline } from '../../core/duties/deadline.ts';
import { dutiesOf } from '../../core/duties/declaration.ts';
import type { Pack } from '../../core/policy/pack.ts';
import { ROLL_CHANGES } from '../../core/students/roll-changes.ts';
import { maskName } from '../../core/values/mask.ts';
import { academicYearOf, date, type PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { admissionsById } from '../admission/admission.ts';
import { firstDays } from '../admission/register-newcomers.ts';
import { frozenList, listNow, toList, type ListOf } from '../admission/student-lists.ts';
import { holidayTables } from '../holidays.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { held, holds, type AskGuard, type GuardAsk } from './guard-answer.ts';

const DUTY = 'new_student_list';
const SHOWN = 20;

/** The last day for filing a year's list: as the duty has it. Null where no rule is in force. */
export async function lastFilingDay(tx: Transaction, pack: Pack, year: number): Promise<PlainDate | null> {
  const begins = date(`${year}-09-01`);
  const duty = dutiesOf(pack.duties.filter(({ id }) => id === DUTY), pack.parameters)[0];
  const rule = duty?.terms(begins)?.due;
  return rule === undefined || rule.kind === 'with_latecomers' ? null : deadline(rule, begins, await holidayTables(tx)).on;
}

const ofList = ({ matter, details }: GuardAsk): ListOf => ({ school_id: matter.subject, college_id: details.college ?? '', year: details.year ?? 0 });

export const studentsToList: AskGuard = async (whole, ask) => {
  const { students } = await listNow(whole, ofList(ask));
  return students.length > 0 ? { met: true, detail: { zh: `${students.length} 人`, en: `${students.length} students` } } : held('没有尚未备案的在籍新生', 'Every new student on the roll is on a filed list, or there is none');
};

export const listUnchanged: AskGuard = async (whole, ask) => {
  const [frozen, now] = [await frozenList(whole, ask.matter.matter_id), await listNow(whole, ofList(ask))];
  return frozen?.hash === now.hash ? holds : held('名册提交后学籍有变化，请退回后重新提交', 'The roll has changed since: return the list, and submit it anew');
};

export const filingInTime: AskGuard = async (whole, ask) => {
  const last = await lastFilingDay(whole, ask.pack, ask.details.year ?? 0);
  if (last === null) return held('当日没有生效的备案截止日', 'No last day for filing is in force');
  return ask.today <= last ? holds : held(`备案截止日 ${last} 已过，请另立补报名册并说明原因`, `The last day, ${last}, is over: open a late addition, and say why`);
};

/** M3-c: while the region asks for it, nobody is filed whose agreement is not signed by all. */
export const listAgreements: AskGuard = async (whole, ask) => {
  if (parametersOn(ask.pack.parameters, ask.today).get('agreement.block_at_filing')?.value !== true) return holds;
  const students = await toList(whole, ofList(ask));
  const rows = await whole.arrays(
    `select t.id from unnest($2::text[]) as t(id) where not exists (select 1 from register_agreements a where a.region_id = $1 and a.student_id = t.id and ${standing('a')}
       and a.signed_student_on is not null and a.signed_school_on is not null and a.signed_college_on is not null)`, [whole.actor.region_id, students.map(({ student_id }) => student_id)]);
  if (rows.length === 0) return holds;
  const names = rows.slice(0, SHOWN).map(([id]) => students.find(({ student_id }) => student_id === id)?.student_id ?? '');
  return held(`${rows.length} 名学生的三方协议未签全：${names.join('、')}`, `${rows.length} agreements are not signed by all: ${names.join(', ')}`);
};

export const placesOpen: AskGuard = async (whole, { matter, details, pack, today }) => {
  const { place, admissions = [] } = details;
  if (place === undefined) return held('没有写明如何办理', 'Nothing is said of what is to become of the places');
  const rules = admissionRules(parametersOn(pack.parameters, today));
  const known = new Map((await admissionsById(whole, admissions.map(Number))).map((one) => [String(one.admission_id), one]));
  const begins = await firstDays(whole, details.year ?? academicYearOf(today));
  const refused = admissions.flatMap((id) => {
    const one = known.get(id);
    const why = one === undefined || one.school_id !== matter.subject ? 'not_of_school'
      : refusalOfPlaceChange(place, one.state, { today, begins: begins.get(one.programme_id) ?? null, no_show_days: rules.no_show_days });
    return why === null ? [] : [{ ...admissionRefusal(why, id), name: one?.exam_number ?? id }];
  });
  // Whoever approves must know whom it is about; the whole name is for those who read the roll.
  const whom = [...known.values()].slice(0, SHOWN).map(({ exam_number, name }) => `${exam_number} ${maskName(name)}`);
  if (refused.length === 0) return { met: true, detail: { zh: `${ROLL_CHANGES[place].label.zh}：${whom.join('、')}`, en: `${ROLL_CHANGES[place].label.en}: ${whom.join(', ')}` } };
  const say = (lang: 'zh' | 'en'): string => refused.slice(0, SHOWN).map(({ name, text }) => `${name} ${text[lang]}`).join('；');
  return held(say('zh'), say('en'));
};
