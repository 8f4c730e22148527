import type { Dataset } from '../exchange/sheets.ts';
import { campusRowsOf, groupBy } from '../facts/campus-rows.ts';
import { regionRowsOf } from '../facts/region-rows.ts';
import { countingRules } from '../facts/rules.ts';
import { schoolFacts, type SchoolFacts } from '../facts/school-facts.ts';
import { grantHeads } from '../funding/grant-heads.ts';
import { grantRulesIn } from '../funding/rules.ts';
import type { Pack } from '../policy/pack.ts';
import { academicYearOf, type PlainDate } from '../values/plain-date.ts';
import { parametersOn, type ParametersInForce } from '../verdict/parameter.ts';
import type { TargetVerdict } from '../verdict/target.ts';
import { campusGround, type CampusGround, type CountingDay } from './campus-ground.ts';
import { grantStandardsBy, type GrantStandard } from './grant.ts';
import { historyRates, type PastRates } from './history.ts';
import { intakesBy, type Intake } from './intake.ts';
import { programmesOf, type Programme } from './programmes.ts';
import { packRates, type Rates } from './rates.ts';
import { foreseenTargets, lastIntakeYear } from './region-targets.ts';
import { stateOn } from './state.ts';
import { NOBODY, type Grades } from './step.ts';
import { planningOn, yearRules, type YearRules } from './year-rules.ts';

/** Everything that a forecast stands on and that no rate changes: counted once, then looked ahead from as often as asked. */
export interface Ground {
  readonly on: PlainDate;
  /** The academic year of the day: its autumn is the first year, from which the others follow. */
  readonly start: number;
  readonly rules: readonly YearRules[];
  readonly programmes: readonly ProgrammeGround[];
  readonly campuses: readonly PayingCampus[];
  readonly schools: readonly SchoolGround[];
  /** By year. */
  readonly targets: readonly (readonly TargetVerdict[])[];
  readonly pack_rates: Rates;
  /** Rates of the past by programme. */
  readonly history: ReadonlyMap<string, Partial<Rates>>;
  /** Of how many heads each of those rates is a share. */
  readonly history_heads: ReadonlyMap<string, PastRates['heads']>;
  /** Neither students nor intakes were reported: nothing is known of anybody. */
  readonly heads_unknown: boolean;
}

export interface ProgrammeGround {
  readonly programme: Programme;
  readonly state: Grades;
  /** By year, the first included. */
  readonly intakes: readonly Intake[];
}

/** A campus with what its grant is worked out from. */
export interface PayingCampus extends CampusGround {
  readonly heads_before: number | null;
  /** By year. */
  readonly standards: readonly (GrantStandard | null)[];
}

export interface SchoolGround {
  readonly school_id: string;
  /** By year; null when no rule says how to count. Heads are those reported, before any change. */
  readonly years: readonly (SchoolFacts | null)[];
}

/** The year that a forecast starts from: its autumn is the last one that is known on the day. */
export function startYear(on: PlainDate): number {
  return academicYearOf(on);
}

/** Reads a dataset without errors for the years up to `to`. */
export function groundOf(dataset: Dataset, pack: Pack, on: PlainDate, to: number): Ground {
  const start = startYear(on);
  const planning = planningOn(pack, on);
  const counting = countingRules(planning);
  if (counting === null) throw new Error('the pack has no rules of counting from its first day on');
  const rules = yearRules(pack, start, to, planning);
  const region = regionRowsOf(dataset);
  const programmes = programmesOf(dataset);
  const intakesOf = intakesBy(dataset.intakes ?? [], region.cohorts ?? []);
  const state = stateOn(dataset.students ?? [], on, counting.counted_statuses);
  const years = Array.from({ length: lastIntakeYear(pack, to, planning) - start }, (_, index) => start + 1 + index);
  const expected = programmes.flatMap((programme) => {
    const intakes = intakesOf(programme.programme_id);
    return years.map((year) => ({ programme, year, intake: intakes.expected(year) }));
  });
  const past = historyRates(dataset, start, counting, planning);
  const campuses = campusGrounds(dataset, { on, counting, ruled: countingRules(parametersOn(pack.parameters, on)) !== null }, rules, planning);
  return {
    on, start, rules, campuses,
    programmes: programmes.map((programme, index) => ({
      programme,
      state: state.get(programme.programme_id) ?? NOBODY,
      intakes: [
        intakesOf(programme.programme_id).known(start),
        ...expected.slice(index * years.length, index * years.length + to - start).map(({ intake }) => intake),
      ],
    })),
    schools: schoolGrounds(dataset, campuses, rules),
    targets: foreseenTargets(pack, rules, region, expected),
    pack_rates: packRates(planning),
    history: new Map([...past].map(([programme_id, { rates }]) => [programme_id, rates])),
    history_heads: new Map([...past].map(([programme_id, { heads }]) => [programme_id, heads])),
    heads_unknown: dataset.students === undefined && dataset.intakes === undefined,
  };
}

function campusGrounds(dataset: Dataset, today: CountingDay, rules: readonly YearRules[], planning: ParametersInForce): PayingCampus[] {
  const grantRules = grantRulesIn(planning);
  const headsOf = grantRules === null ? null : grantHeads(dataset, grantRules, { fiscal_year: startYear(today.on), as_of: today.on });
  const standardOf = grantStandardsBy(dataset);
  return campusRowsOf(dataset).filter(({ campus }) => campus.status !== 'closed').map((rows) => {
    const before = headsOf?.(rows.campus).previous.value ?? null;
    return {
      ...campusGround(rows, today, rules),
      heads_before: before === null ? null : Number(before),
      standards: rules.map(({ year }) => standardOf(rows.campus.college_id, year)),
    };
  });
}

function schoolGrounds(dataset: Dataset, campuses: readonly CampusGround[], rules: readonly YearRules[]): SchoolGround[] {
  const reported = groupBy(dataset.schools, (row) => row.school_id);
  const bySchool = groupBy(campuses, ({ campus }) => campus.school_id);
  return [...bySchool].map(([school_id, own]) => ({
    school_id,
    years: rules.map(({ on, judging }, index) => {
      if (judging.rules === null) return null;
      return schoolFacts(reported.get(school_id) ?? [], own.flatMap(({ years }) => years[index]?.facts ?? []), on);
    }),
  }));
}
