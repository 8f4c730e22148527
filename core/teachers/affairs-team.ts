import type { Row } from '../exchange/sheets.ts';
import { dayAt } from '../journals/entry.ts';
import { entriesOf, type WorkFacts, type WorkStandard } from '../journals/judged.ts';
import { exact } from '../values/exact.ts';
import { inForce } from '../values/period.ts';
import { addDays, type PlainDate } from '../values/plain-date.ts';
import { answerOf } from '../verdict/answer.ts';
import { measuredOf, outcomeOf, requiredBy, worst, type Figure } from '../verdict/measure.ts';
import type { Part } from '../verdict/verdict.ts';

const POSTS: ReadonlySet<Row<'staff'>['post']> = new Set(['counsellor', 'part_time_counsellor', 'psychologist', 'class_head']);
const YEAR_IN_DAYS = 365;

/** Student-affairs staff: who there is, who was there a year ago and has gone, and hours of training since. */
export interface AffairsTeam {
  readonly now: readonly string[];
  readonly before: readonly string[];
  readonly gone: readonly string[];
  readonly hours: ReadonlyMap<string, number>;
}

export function affairsTeam(facts: WorkFacts): AffairsTeam {
  const { rows, on } = facts;
  const on_day = (day: PlainDate): string[] => [...new Set(rows.staff.filter((one) => POSTS.has(one.post) && inForce(one, day)).map(({ person_id }) => person_id))].sort();
  const since = addDays(on, -YEAR_IN_DAYS);
  const [now, before] = [on_day(on), on_day(since)];
  const hours = new Map<string, number>();
  for (const entry of entriesOf(facts, 'teacher_trainings')) {
    const [day, person] = [dayAt(entry, 'on'), String(entry.values['person_id'])];
    if (entry.values['team'] === 'affairs' && day !== null && since < day && day <= on) hours.set(person, (hours.get(person) ?? 0) + Number(entry.values['hours']));
  }
  return { now, before, gone: before.filter((one) => !now.includes(one)), hours };
}

/** R5-l: hours of training a head in a year, and the share of those who left in it. A notice: the policy asks for a strong staff and names no number. */
export const affairsStaff: WorkStandard = {
  id: 'R5-l', clause: 'R5-l', basis: 'default', notice: true, label: { zh: '学生管理队伍的培训和稳定', en: 'Training and turnover of the student-affairs staff' },
  reads: ['affairs.training_hours', 'affairs.max_turnover'],
  bind: (parameters) => {
    const [training, turnover] = [requiredBy(parameters, 'affairs.training_hours', '>='), requiredBy(parameters, 'affairs.max_turnover', '<=')];
    const part = (name: string, figure: Figure, unit: string, required: typeof training): Part => ({ name, outcome: outcomeOf(figure, required.op, required.value), measured: measuredOf(figure, unit), required });
    return (facts) => {
      const { now, before, gone, hours } = affairsTeam(facts);
      if (now.length === 0) return answerOf(affairsStaff, training, { outcome: 'undetermined', missing: ['staff'] });
      const figure = { numerator: exact(now.reduce((total, one) => total + (hours.get(one) ?? 0), 0)), denominator: exact(now.length) };
      const parts = [part('training_hours', figure, 'hour/person', training), ...(before.length === 0 ? [] : [part('turnover', { numerator: exact(gone.length), denominator: exact(before.length) }, 'ratio', turnover)])];
      return answerOf(affairsStaff, training, { outcome: worst(parts.map(({ outcome }) => outcome)), parts, measured: measuredOf(figure, 'hour/person') });
    };
  },
  behind: (facts) => {
    const { now, gone, hours } = affairsTeam(facts);
    const nameOf = (id: string): string => facts.rows.staff.find(({ person_id }) => person_id === id)?.name ?? id;
    return {
      label: { zh: '学生管理队伍（近一年）', en: 'Student-affairs staff of the past year' }, columns: [{ zh: '姓名', en: 'Name' }, { zh: '在岗', en: 'There' }, { zh: '培训学时', en: 'Hours of training' }],
      rows: [...now.map((id) => [nameOf(id), '在岗', String(hours.get(id) ?? 0)]), ...gone.map((id) => [nameOf(id), '已离岗', String(hours.get(id) ?? 0)])],
    };
  },
};
