import type { Dataset } from '../exchange/sheets.ts';
import { hasErrors, type Problem } from '../exchange/problem.ts';
import { campusRowsOf, groupBy, type CampusRows } from '../facts/campus-rows.ts';
import { regionRowsOf, type RegionRows } from '../facts/region-rows.ts';
import { schoolFacts, type SchoolFacts } from '../facts/school-facts.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { judgeTarget, type TargetVerdict } from '../verdict/target.ts';
import type { Outcome, Verdict } from '../verdict/verdict.ts';
import { answerCampus, type CampusAnswer, type Judging } from './judging.ts';

/** Everything that a dataset answers on a day. */
export interface CheckResult {
  readonly pack: string;
  readonly as_of: PlainDate;
  readonly region: string | null;
  readonly problems: readonly Problem[];
  readonly campuses: readonly CampusResult[];
  readonly schools: readonly SchoolResult[];
  readonly targets: readonly TargetVerdict[];
  readonly summary: Readonly<Record<Outcome, number>>;
}

export interface CampusResult extends CampusAnswer {
  readonly campus_id: string;
  readonly school_id: string;
  readonly name: string;
}

export interface SchoolResult {
  readonly school_id: string;
  readonly facts: SchoolFacts | null;
  readonly verdicts: readonly Verdict[];
}

/**
 * Judges every standard of every campus that is not closed, what is left of every school, and the
 * region's targets. With any error among the problems nothing is judged.
 */
export function check(dataset: Dataset, problems: readonly Problem[], judging: Judging): CheckResult {
  const region_code = dataset.region?.[0]?.region_code ?? null;
  if (!hasErrors(problems)) {
    const campuses = campusRowsOf(dataset).flatMap((rows) => campusResult(rows, judging) ?? []);
    return checkAnswered({ region_code, campuses, region: regionRowsOf(dataset) }, judging, problems);
  }
  const { pack, on } = judging;
  return { pack: pack.header.id, as_of: on, region: region_code, problems, campuses: [], schools: [], targets: [], summary: summaryOf([]) };
}

/** One campus as it was judged; null for a closed one, which is not. */
export function campusResult(rows: CampusRows, judging: Judging): CampusResult | null {
  const { campus_id, school_id, name, status } = rows.campus;
  return status === 'closed' ? null : { campus_id, school_id, name, ...answerCampus(rows, judging) };
}

/** Campuses that were judged, whoever loaded their rows, and the records of their region. */
export interface Answered {
  readonly region_code: string | null;
  readonly campuses: readonly CampusResult[];
  readonly region: RegionRows;
}

/** The same as `check`, once the campuses are judged: the server loads and judges them one by one. */
export function checkAnswered(rows: Answered, judging: Judging, problems: readonly Problem[] = []): CheckResult {
  const { campuses } = rows;
  return {
    pack: judging.pack.header.id,
    as_of: judging.on,
    region: rows.region_code,
    problems,
    campuses,
    schools: answerSchools(rows.region, campuses, judging),
    targets: judging.pack.targets.map((target) => judgeTarget(target, rows.region, judging.on, judging.parameters)),
    summary: summaryOf(campuses.flatMap((c) => c.verdicts)),
  };
}

/** Schools in the order of `schools`, then those that only have campuses. */
function answerSchools(region: RegionRows, campuses: readonly CampusResult[], judging: Judging): SchoolResult[] {
  const reported = groupBy(region.schools ?? [], (r) => r.school_id);
  const ids = new Set([...reported.keys(), ...campuses.map((c) => c.school_id)]);
  return [...ids].map((school_id) => {
    const own = campuses.filter((c) => c.school_id === school_id).flatMap((c) => c.facts ?? []);
    const facts = judging.rules === null ? null : schoolFacts(reported.get(school_id) ?? [], own, judging.on);
    return { school_id, facts, verdicts: judging.judgeSchool(facts) };
  });
}

/** How many verdicts have each outcome; composites and notices are not among them. */
export function summaryOf(verdicts: readonly Verdict[]): Record<Outcome, number> {
  const summary = { met: 0, unmet: 0, undetermined: 0, not_applicable: 0 };
  for (const { outcome } of verdicts) summary[outcome] += 1;
  return summary;
}

/** True when a standard of a campus, or a target that is no notice, is unmet or undetermined. */
export function anythingOpen(result: CheckResult): boolean {
  return (
    result.summary.unmet + result.summary.undetermined > 0 ||
    result.targets.some((t) => !t.notice && (t.outcome === 'unmet' || t.outcome === 'undetermined'))
  );
}
