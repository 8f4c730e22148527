import { demandText, kindText, type PlaceNames } from '../allocation/phrases.ts';
import { paidYuan, type KeptAnswer } from '../allocation/kept-answer.ts';
import { OUTCOMES } from '../check/phrases.ts';
import { column, facts, type Block } from '../documents/sheet.ts';
import { LINE_LABELS } from '../funding/labels.ts';
import type { PolicyImpact } from '../policy-impact/policy-impact.ts';
import type { KeptForecast } from '../simulation/kept-forecast.ts';
import type { Language } from '../values/bilingual.ts';
import { SCENARIO_WORDS } from './scenario-words.ts';

/** Of whom a paper is: its language, and the names that they may be told. */
export interface PaperFor {
  readonly language: Language;
  readonly names: PlaceNames;
}

const number = (heading: string, share = 2) => column(heading, share, 'right');
const table = (caption: string, columns: readonly ReturnType<typeof column>[], rows: readonly (readonly string[])[]): Block[] => (rows.length === 0 ? [] : [{ kind: 'table', caption, columns, rows }]);
/** Standards and parts of them, as one word. */
const joined = (words: readonly (string | null)[], by = ' '): string => words.filter((one) => one !== null).join(by);

export function planTables(answer: KeptAnswer, { language, names }: PaperFor): Block[] {
  const { status, proof, plan, costs, binding, conflict, intakes, nearest_target } = answer;
  const say = SCENARIO_WORDS[language];
  const paid = paidYuan(answer);
  return [
    facts([say.result, say[status]], ...(paid === null ? [[say.cost, proof.cost_yuan ?? say.none] as const] : [[say.cost, paid] as const, [say.weighed, proof.cost_yuan ?? say.none] as const]), [say.bound, proof.bound_yuan ?? say.none], ...(nearest_target === null ? [] : [[say.nearest, String(nearest_target)] as const])),
    ...table(say.decided, [column(say.yearHead, 1), column(say.item, 2), column(say.place, 4), column(say.option, 2), number(say.count, 1), number(say.once), number(say.yearly)],
      plan.map(({ year, kind, campus_id, programme_id, division_code, option_id, count, once_yuan, yearly_yuan }) => [String(year), kindText(kind, language), joined([campus_id === null ? division_code : names.campus(campus_id), programme_id], ' · '), option_id, String(count), once_yuan, yearly_yuan])),
    ...table(say.costs, [column(say.yearHead, 1), column(say.item, 2), number(say.once), number(say.yearly), number(say.total)], costs.map(({ year, kind, once_yuan, yearly_yuan, total_yuan }) => [String(year), kindText(kind, language), once_yuan, yearly_yuan, total_yuan])),
    ...table(say.intakes, [column(say.yearHead, 1), number(say.intake)], intakes.map(({ year, intake }) => [String(year), String(intake)])),
    ...table(say.binding, [column(say.demand, 6), number(say.saves)], binding.map((demand) => [demandText(demand, language, names), demand.saves_yuan])),
    ...table(say.conflict, [column(say.demand, 6)], conflict.map((demand) => [demandText(demand, language, names)])),
  ];
}

export function forecastTables({ seed, runs, rows, region, bands }: KeptForecast, { language, names }: PaperFor): Block[] {
  const say = SCENARIO_WORDS[language];
  const text = (n: number | null): string => (n === null ? say.unknown : String(n));
  const known = (n: number | string | null): string => (n === null ? say.none : String(n));
  return [
    facts([say.band, say.bandText(runs, seed)]),
    ...table(say.heads, [column(say.yearHead, 1), number(say.intakeShort), number(say.higher), number(say.band), number(say.graduates), number(say.local)], region.map(({ year, intake, grades, graduates, local }) => {
      const band = bands.find((one) => one.year === year)?.higher;
      return [String(year), String(intake), String(grades[4] + grades[5]), band === undefined ? say.none : `${band.p05}–${band.p95}`, text(graduates), text(local)];
    })),
    ...table(say.targets, [column(say.yearHead, 1), column(say.targetHead, 2), number(say.measured), number(say.required), column(say.outcome, 2)],
      region.flatMap(({ year, targets }) => targets.map(({ standard, part, outcome, value, required }) => [String(year), joined([standard, part]), known(value), known(required), OUTCOMES[outcome][language]]))),
    ...table(say.campuses, [column(say.campus, 4), column(say.yearHead, 1), number(say.students), number(say.capacity), number(say.teachers), number(say.grant, 3), column(say.open, 4)],
      rows.map(({ campus_id, year, students, capacity, needed, grant_due_yuan, open }) => [names.campus(campus_id), String(year), text(students), known(capacity.students), known(needed.teachers), known(grant_due_yuan), open.map(({ standard }) => standard).join(say.comma)])),
  ];
}

export function policyTables({ campuses, heads, verdicts, targets, years, sums, graduation, money }: PolicyImpact, { language, names }: PaperFor): Block[] {
  const say = SCENARIO_WORDS[language];
  const said = ({ outcome, value, required }: PolicyImpact['verdicts'][number]['before']): string => joined([OUTCOMES[outcome][language], value, required], ' / ');
  const both = [column(say.before, 3), column(say.after, 3)];
  return [
    facts([say.campusCount, String(campuses)], [say.turnedCount, String(verdicts.length)], [say.headCount, String(heads)]),
    ...table(say.turned, [column(say.placeHead, 4), column(say.standard, 1), ...both, number(say.students)], verdicts.map(({ campus_id, school_id, standard, students, before, after }) => [
      campus_id === null ? names.school(school_id ?? '') : names.campus(campus_id), standard, said(before), said(after), students === null ? say.unknown : String(students)])),
    ...table(say.targetsAsked, [column(say.targetHead, 2), ...both], targets.map(({ standard, part, before, after }) => [joined([standard, part]), said(before), said(after)])),
    ...table(say.later, [column(say.yearHead, 1), column(say.campus, 4), column(say.fails, 3), column(say.passes, 3)], years.map(({ year, campus_id, fails, passes }) => [String(year), names.campus(campus_id), fails.join(say.comma), passes.join(say.comma)])),
    ...table(say.posts, [column(say.yearHead, 1), number(say.teachersBefore), number(say.teachersAfter), number(say.grantBefore, 3), number(say.grantAfter, 3)],
      sums.map(({ year, needed, grant_before_yuan, grant_after_yuan }) => [String(year), String(needed.teachers.before), String(needed.teachers.after), grant_before_yuan ?? say.none, grant_after_yuan ?? say.none])),
    ...table(say.graduation, [column(say.before, 2), column(say.after, 2), number(say.number_)], graduation.changes.map(({ before, after, students }) => [say[before], say[after], String(students)])),
    ...table(say.due, [column(say.clause, 1), column(say.kind, 3), column(say.yearHead, 1), number(say.dueBefore, 3), number(say.dueAfter, 3)],
      money.lines.map(({ kind, clause, year, before_yuan, after_yuan }) => [clause, LINE_LABELS[kind][language], String(year), before_yuan ?? say.lacking, after_yuan ?? say.lacking])),
  ];
}
