import type { Capacity } from '../check/capacity.ts';
import { grantRulesIn } from '../funding/rules.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { NO_CAPACITY, type HigherGrades } from './campus-ground.ts';
import { grantForeseen, type GrantForeseen } from './grant.ts';
import type { Ground, PayingCampus } from './ground.ts';
import { headsOf } from './heads.ts';
import { judgeYear, type JudgedCampus } from './judged-campus.ts';
import { neededOn, type Needed } from './needed.ts';
import { pathsFrom, type Paths } from './path.ts';
import { ratesUsed, type RateSource, type RateUsed } from './rates.ts';
import { regionYear, type RegionYear } from './region-year.ts';
import { schoolRest } from './school-rest.ts';

/** What is foreseen: a row for each campus and year, and the region year by year. */
export interface Forecast {
  readonly rates: readonly RateUsed[];
  /** By year, then in the order of `campuses`. */
  readonly rows: readonly CampusYear[];
  readonly region: readonly RegionYear[];
}

export interface CampusYear {
  readonly year: number;
  readonly campus_id: string;
  readonly grades: HigherGrades;
  /** N; null: not known. */
  readonly students: number | null;
  /** The standards that can be foreseen. */
  readonly verdicts: readonly Verdict[];
  /** What is left of the school of the campus: shown, never counted. */
  readonly notices: readonly Verdict[];
  readonly capacity: Capacity;
  /** Null while N is not known, or no rule is in force. */
  readonly needed: Needed | null;
  readonly grant: GrantForeseen;
}

/** Looks ahead from the ground with the rates of the pack or of the past. S2-a: the plan beside what the campuses can hold. */
export function forecastFrom(ground: Ground, source: RateSource): Forecast {
  const paths = pathsFrom(ground, source);
  const rows: CampusYear[] = [];
  let before: Judged = new Map();
  ground.rules.forEach((rules, index) => {
    const judged = new Map(ground.campuses.map((campus) => [
      campus, judgeYear(rules.judge, campus.years[index]?.facts ?? null, headsOf(campus, paths, index, ground.heads_unknown), before.get(campus)),
    ]));
    rows.push(...campusYears(ground, paths, index, judged, before));
    before = judged;
  });
  return {
    rates: ratesUsed(ground, source),
    rows,
    region: ground.rules.map(({ year }, index) => regionYear(ground, paths.all, year, index)),
  };
}

type Judged = ReadonlyMap<PayingCampus, JudgedCampus>;

function campusYears(ground: Ground, paths: Paths, index: number, judged: Judged, before: Judged): CampusYear[] {
  const rules = ground.rules[index];
  if (rules === undefined) return [];
  const { parameters } = rules.judging;
  const needed = neededOn(parameters);
  const grantRules = grantRulesIn(parameters);
  const notices = new Map(ground.schools.map((school) => [school.school_id, schoolRest(school, paths.of_school.get(school.school_id) ?? [], rules, index)]));
  return [...judged].map(([campus, { heads: { students, grades }, verdicts }]) => {
    const previous = index === 0 ? campus.heads_before : before.get(campus)?.heads.students ?? null;
    return {
      year: rules.year, campus_id: campus.campus.campus_id, grades, students, verdicts,
      notices: notices.get(campus.campus.school_id) ?? [],
      capacity: campus.years[index]?.capacity ?? NO_CAPACITY,
      needed: needed === null || students === null ? null : needed(students),
      grant: grantForeseen(previous, students, campus.standards[index] ?? null, grantRules),
    };
  });
}

/** True when in some year a standard of a campus, or a target that is no notice, is unmet or undetermined. */
export function anythingOpen({ rows, region }: Forecast): boolean {
  return rows.some(({ verdicts }) => verdicts.some(isOpen)) || region.some(({ targets }) => targets.some((target) => !target.notice && isOpen(target)));
}

function isOpen({ outcome }: Pick<Verdict, 'outcome'>): boolean {
  return outcome === 'unmet' || outcome === 'undetermined';
}
