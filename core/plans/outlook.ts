import { groupBy } from '../facts/campus-rows.ts';
import { forecastFrom, type CampusYear } from '../forecast/forecast.ts';
import type { Ground, ProgrammeGround } from '../forecast/ground.ts';
import type { Intake } from '../forecast/intake.ts';
import type { DraftLine } from './line.ts';

/** A plan as far as a forecast needs it. */
export interface PlannedYear {
  readonly year: number;
  /** Years from the intake to the first year at the campus. */
  readonly lag: number;
  /** Every programme that the plan is for: one without a line takes nobody. */
  readonly programmes: readonly string[];
  readonly lines: readonly Pick<DraftLine, 'programme_id' | 'secondary_heads'>[];
}

/** Whether what is planned is beyond what a campus can hold; `unknown` while heads or capacity cannot be told. */
export type Fit = 'within' | 'beyond' | 'unknown';

/** A campus in the years in which the planned intake is there: in its first it overlaps the one before, in its second the one after. */
export interface CampusOutlook {
  readonly campus_id: string;
  readonly name: string;
  readonly years: readonly CampusYear[];
  readonly fit: Fit;
}

export interface PlanOutlook {
  readonly campuses: readonly CampusOutlook[];
  /** Where each programme of the plan is taught; null where nobody can tell. */
  readonly campus_of: ReadonlyMap<string, string | null>;
  /** By programme, of those with a line. */
  readonly fits: ReadonlyMap<string, Fit>;
}

/** The last year that a plan's outlook asks of its ground. */
export const lastYearOf = ({ year, lag }: Pick<PlannedYear, 'year' | 'lag'>): number => year + lag + 1;

/** S2-a: the forecast with the plan in place of whatever intake of its year was expected before. */
export function planOutlook(ground: Ground, plan: PlannedYear): PlanOutlook {
  const campus_of = new Map(ground.programmes.filter(({ programme }) => plan.programmes.includes(programme.programme_id)).map(({ programme }) => [programme.programme_id, programme.campus_id]));
  const concerned = new Set([...campus_of.values()].filter((id) => id !== null));
  const planned = withPlan(ground, plan, concerned);
  const rows = groupBy(forecastFrom(planned, 'pack').rows, ({ campus_id }) => campus_id);
  const campuses = planned.campuses.map(({ campus: { campus_id, name } }) => {
    const years = (rows.get(campus_id) ?? []).filter(({ year }) => year >= plan.year + plan.lag && year <= lastYearOf(plan));
    return { campus_id, name, years, fit: fitOf(years) };
  });
  const fitAt = new Map(campuses.map(({ campus_id, fit }) => [campus_id, fit]));
  const fits = new Map(plan.lines.map(({ programme_id, secondary_heads }) => {
    const at = campus_of.get(programme_id) ?? null;
    // Nobody is planned, so nobody is too many.
    return [programme_id, secondary_heads === 0 ? 'within' : at === null ? 'unknown' : fitAt.get(at) ?? 'unknown'] as const;
  }));
  return { campuses, campus_of, fits };
}

/** The lines that are beyond capacity and say no reason. */
export function unexplained({ fits }: PlanOutlook, lines: readonly DraftLine[]): string[] {
  return lines.filter(({ programme_id, reason }) => fits.get(programme_id) === 'beyond' && reason === null).map(({ programme_id }) => programme_id);
}

function fitOf(years: readonly CampusYear[]): Fit {
  const each = years.map(({ students, capacity }) => (students === null || capacity.students === null ? 'unknown' : students > capacity.students ? 'beyond' : 'within'));
  return each.includes('beyond') ? 'beyond' : each.includes('unknown') || each.length === 0 ? 'unknown' : 'within';
}

/** The ground with the planned heads, cut to the campuses that the plan concerns and to whatever is taught there or at their schools. */
function withPlan(ground: Ground, plan: PlannedYear, concerned: ReadonlySet<string>): Ground {
  const campuses = ground.campuses.filter(({ campus }) => concerned.has(campus.campus_id));
  const schools = new Set(campuses.map(({ campus }) => campus.school_id));
  const heads = new Map(plan.lines.map(({ programme_id, secondary_heads }) => [programme_id, secondary_heads]));
  return {
    ...ground, campuses,
    schools: ground.schools.filter(({ school_id }) => schools.has(school_id)),
    programmes: ground.programmes
      .filter(({ programme: { school_id, campus_id } }) => schools.has(school_id) || (campus_id !== null && concerned.has(campus_id)))
      .map((one) => (plan.programmes.includes(one.programme.programme_id) ? planned(one, heads.get(one.programme.programme_id) ?? 0, ground.start, plan.year) : one)),
  };
}

/** A year that has begun is not planned any more; later years that were assumed from earlier ones are assumed from the plan. */
function planned(programme: ProgrammeGround, students: number, start: number, year: number): ProgrammeGround {
  if (year <= start) return programme;
  const own: Intake = { students, origin: 'planned', of_year: year, row: null };
  return {
    ...programme,
    intakes: programme.intakes.map((intake, index) => {
      if (start + index === year) return own;
      const open = intake.origin === 'none' || (intake.origin === 'assumed' && (intake.of_year ?? 0) <= year);
      return start + index > year && open ? { ...own, origin: 'assumed' } : intake;
    }),
  };
}
