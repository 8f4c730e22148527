import { judgingOn } from '../../core/check/judging.ts';
import { hasErrors } from '../../core/exchange/problem.ts';
import { templateJson } from '../../core/exchange/template.ts';
import { anybodyOpen, auditGraduation } from '../../core/graduation/audit.ts';
import { graduationJson } from '../../core/graduation/graduation-json.ts';
import type { GraduationJson, RequirementJson } from '../../core/graduation/graduation-json.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { date } from '../../core/values/plain-date.ts';
import { dressed } from './dress.ts';
import { madeFinalYear } from './made-graduation.ts';
import { compare, decimal } from './naive-fraction.ts';
import { naiveGraduation } from './naive-graduation.ts';
import type { NaiveRequirement, NaiveStudent } from './naive-graduation.ts';
import { naiveRows } from './naive-rows.ts';
import { readDressed } from './read-dressed.ts';

const template = templateJson().sheets;
const WARN_EVERY = 5;

/** What a random final year answers by both ways. */
export interface GraduationTwin {
  readonly seed: number;
  readonly day: string;
  readonly summary: GraduationJson['summary'];
  /** How often each line had each outcome: `certificate undetermined`. */
  readonly lines: readonly string[];
  readonly differences: readonly string[];
}

/** Audits the final year of a seed by the product and by the second reading; every fifth with certificates that warn only. */
export function graduationTwin(seed: number): GraduationTwin {
  const made = madeFinalYear(seed);
  const warnOnly = seed % WARN_EVERY === 0;
  const texts = dressed(made, template);
  const { dataset, problems } = readDressed(texts, seed);
  const result = auditGraduation(dataset, problems, judgingOn(DEFAULT_PACK, date(made.day), new Map(warnOnly ? [['cert.gate', 'warn']] : [])));
  const json = JSON.parse(JSON.stringify(graduationJson(result))) as GraduationJson;
  const lines = json.students.flatMap(({ requirements }) => requirements.map(({ name, outcome }) => `${name} ${outcome}`));
  const about = { seed, day: made.day, summary: json.summary, lines };
  if (hasErrors(problems)) return { ...about, differences: problems.filter(({ severity }) => severity === 'error').map((one) => `refused: ${JSON.stringify(one)}`) };
  const naive = naiveGraduation(naiveRows(texts, template), made.day, warnOnly);
  return { ...about, differences: [...differs('somebody open', anybodyOpen(result), naive.some((one) => one.outcome !== 'graduated')), ...compared(json, naive)] };
}

function compared(json: GraduationJson, naive: readonly NaiveStudent[]): string[] {
  const count = (outcome: string): number => naive.filter((one) => one.outcome === outcome).length;
  const exempted = naive.filter((one) => one.requirements['certificate']?.reason === 'exempted').length;
  const summary = { graduated: count('graduated'), completed: count('completed'), incomplete: count('incomplete'), undetermined: count('undetermined'), exempted };
  return [
    ...differs('students', json.students.map((one) => one.student_id), naive.map((one) => one.student_id)),
    ...differs('summary', json.summary, summary),
    ...json.students.flatMap((found, at) => {
      const expected = naive[at];
      if (expected === undefined) return [];
      return [
        ...differs(`${found.student_id} outcome`, [found.outcome, found.may_continue], [expected.outcome, expected.may_continue]),
        ...differs(`${found.student_id} lines`, found.requirements.map((one) => one.name), Object.keys(expected.requirements)),
        ...found.requirements.flatMap((line) => lineDiffers(found.student_id, line, expected.requirements[line.name])),
      ];
    }),
  ];
}

function lineDiffers(student_id: string, found: RequirementJson, expected: NaiveRequirement | undefined): string[] {
  if (expected === undefined) return [];
  const where = `${student_id} ${found.name}`;
  const rows = found.evidence.flatMap((one) => one.rows);
  const { clause, outcome, counts, reason, missing, gap } = expected;
  const sameGap = found.gap === null ? gap === null : gap !== null && compare(decimal(found.gap.value), gap) === 0;
  return [
    ...differs(where, [found.clause, found.outcome, found.counts, found.reason, found.missing], [clause, outcome, counts, reason, missing]),
    ...(sameGap ? [] : [`${where} gap: product ${found.gap?.value}, second reading ${gap?.n}/${gap?.d}`]),
    ...differs(`${where} evidence`, expected.rows.filter((row) => !rows.includes(row)), []),
  ];
}

function differs(what: string, found: unknown, expected: unknown): string[] {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  return one === other ? [] : [`${what}: product ${one}, second reading ${other}`];
}
