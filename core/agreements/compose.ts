import { PART_CODES, type AgreedYear, type AgreementContent, type PartCode } from './content.ts';
import type { AgreementFacts, ParameterOf, YearFacts } from './facts.ts';
import { guardianRequired } from './age.ts';
import { PARTS, TEMPLATE } from './parts.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** What an agreement lacks: the point, and what of it: `place/4`, `tuition_yuan/2`, `guardian`, `parameter/upgrade.pass_line`. */
export interface Lacking {
  readonly part: PartCode;
  readonly what: string;
}

export type Composed =
  | { readonly outcome: 'done'; readonly content: AgreementContent }
  /** R3-f: what is incomplete cannot be signed. */
  | { readonly outcome: 'incomplete'; readonly lacking: readonly Lacking[] };

/** The whole of an agreement by the registers and the values of law of a day; or everything that it lacks. */
export function composeAgreement(facts: AgreementFacts, parameterOf: ParameterOf, on: PlainDate): Composed {
  const lacking = [...lackingFacts(facts, parameterOf, on), ...lackingLaw(parameterOf)];
  const { college, programme: { secondary_code, higher_code } } = facts;
  if (lacking.length > 0 || college === null || secondary_code === null || higher_code === null) return { outcome: 'incomplete', lacking };
  const { student, guardian, school, cohort, terms } = facts;
  const years = facts.years.map((year, at) => agreedYear(year, at, cohort));
  const given = { facts, college: college.name, secondary_code, higher_code, years, of: (key: string) => parameterOf(key) as NonNullable<ReturnType<ParameterOf>> };
  const parts = PART_CODES.map((code) => ({ code, heading: PARTS[code].heading, clauses: PARTS[code].clauses, text: PARTS[code].text(given) }));
  const programme = { ...facts.programme, secondary_code, higher_code };
  return { outcome: 'done', content: { template: TEMPLATE, student, guardian, school, college, programme, cohort, years, parts, terms: terms.trim() } };
}

/** The points that must be settled (B25); the pack may ask for fewer than the template has. */
function required(parameterOf: ParameterOf): ReadonlySet<string> {
  return new Set(String(parameterOf('agreement.required_clauses')?.value ?? '').split(';').filter((code) => code !== ''));
}

const FEES = ['tuition_yuan', 'dorm_yuan', 'custody_yuan'] as const;

function lackingFacts(facts: AgreementFacts, parameterOf: ParameterOf, on: PlainDate): Lacking[] {
  const must = required(parameterOf);
  const minor = guardianRequired((key) => parameterOf(key)?.value, facts.student.birth_date, on);
  const found: Lacking[] = [
    ...(facts.college === null ? [{ part: 'parties' as const, what: 'college' }] : []),
    ...(minor !== false && facts.guardian === null ? [{ part: 'parties' as const, what: 'guardian' }] : []),
    ...(['secondary_code', 'higher_code'] as const).flatMap((what) => (facts.programme[what] === null ? [{ part: 'major_codes' as const, what }] : [])),
    ...facts.years.flatMap(({ place }, at) => (place === null ? [{ part: 'five_places' as const, what: `place/${at + 1}` }] : [])),
    ...facts.years.flatMap((year, at) => FEES.flatMap((what) => (year[what] === null ? [{ part: 'fees_by_year' as const, what: `${what}/${at + 1}` }] : []))),
  ];
  // What the table of five years and the parties stand on is needed to print anything at all.
  return must.size === 0 ? [{ part: 'parties', what: 'parameter/agreement.required_clauses' }, ...found] : found;
}

/** Values of law that are not in force on the day: the part cannot be stated. */
function lackingLaw(parameterOf: ParameterOf): Lacking[] {
  return PART_CODES.flatMap((part) => PARTS[part].parameters.filter((key) => parameterOf(key) === undefined).map((key) => ({ part, what: `parameter/${key}` })));
}

function agreedYear({ place, tuition_yuan, dorm_yuan, custody_yuan }: YearFacts, at: number, cohort: number): AgreedYear {
  const begins = cohort + at;
  return {
    year: at + 1, academic_year: `${begins}–${begins + 1}学年`, place_id: place?.org_id ?? '', place: place?.name ?? '',
    tuition_yuan: tuition_yuan ?? '', dorm_yuan: dorm_yuan ?? '', custody_yuan: custody_yuan ?? '',
  };
}
