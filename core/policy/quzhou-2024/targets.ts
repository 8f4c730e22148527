import { date, yearOf, type PlainDate } from '../../values/plain-date.ts';
import { exact, ONE, subtract } from '../../values/exact.ts';
import { countyReach, countyService, parkReach, type Reach } from '../../facts/coverage.ts';
import { destinationCodes, destinationsOf, type Destinations } from '../../facts/employment.ts';
import { intakeOf } from '../../facts/intake.ts';
import { groupBy } from '../../facts/campus-rows.ts';
import type { RegionRows } from '../../facts/region-rows.ts';
import { latestOn } from '../../facts/students.ts';
import { choiceOf } from '../../facts/rules.ts';
import { known, unreported, rowsOf, type Fact } from '../../verdict/fact.ts';
import type { Figure } from '../../verdict/measure.ts';
import type { Target } from '../../verdict/target.ts';
import { header } from './header.ts';

/** Aims of article 1.2 for the years 2024 and 2027. */

type RegionTarget = Target<RegionRows>;
const COUNTIES = header.counties.map((county) => county.code);

function figureOf<T>(fact: Fact<T>, figure: (value: T) => Figure): Fact<Figure> {
  return fact.value === null ? { ...fact, value: null } : known(figure(fact.value), fact.evidence);
}

const reachFigure = (reach: Reach): Figure => ({ numerator: reach.reached, denominator: reach.all });

// 1.2-f: a school takes part while its pilot runs and it admits students that year (B45).
function pilotSchools(rows: RegionRows, at: PlainDate, on: PlainDate): Fact<Figure> {
  if (rows.schools === null) return unreported('schools');
  const intake = intakeOf(rows, yearOf(at));
  if (intake.value === null) return { ...intake, value: null };
  const heads = intake.value.by_school;
  const latest = [...groupBy(rows.schools, (r) => r.school_id).values()].flatMap((school) => latestOn(school, on, (r) => r.on) ?? []);
  const active = latest.filter(
    (r) => r.pilot_from !== null && r.pilot_from <= at && (r.pilot_to === null || r.pilot_to >= at) && (heads.get(r.school_id) ?? 0) > 0,
  );
  return known({ numerator: exact(active.length), denominator: ONE }, [rowsOf('schools', active), ...intake.evidence]);
}

function intakeTarget(id: string, part: string | null, zh: string, en: string, parameter: string, due: string, notice: boolean): RegionTarget {
  return {
    id, part, clause: id, label: { zh, en }, notice, op: notice ? '>' : '>=', parameter, due, unit: 'student',
    measure: (rows, _at, _on, parameters) =>
      figureOf(intakeOf(rows, yearOf(date(choiceOf(parameters, due)))), ({ total }) => ({ numerator: total, denominator: ONE })),
  };
}

// 1.2-k 待释义: who is in the denominator (B41)? Those who neither study on nor enlisted; the other two are shown.
function localRate(figure: (d: Destinations) => Figure): RegionTarget['measure'] {
  return (rows, at, _on, parameters) => figureOf(destinationsOf(rows, at, destinationCodes(parameters)), figure);
}

export const targets: readonly RegionTarget[] = [
  {
    id: '1.2-f', part: null, clause: '1.2-f', label: { zh: '参与试点的中职学校', en: 'Schools in the pilot' }, notice: false,
    op: '>=', parameter: 'target.schools', due: 'target.schools.due', unit: 'school', measure: pilotSchools,
  },
  {
    id: '1.2-g', part: 'parks', clause: '1.2-g', label: { zh: '主要产业园区覆盖', en: 'Main industrial parks reached' }, notice: false,
    op: '>=', parameter: 'target.parks', due: 'target.coverage.due', unit: 'ratio',
    measure: (rows, _at, on) => figureOf(parkReach(rows, on), reachFigure),
  },
  {
    id: '1.2-g', part: 'counties', clause: '1.2-g', label: { zh: '县（市、区）覆盖', en: 'Counties reached' }, notice: false,
    op: '>=', parameter: 'target.counties', due: 'target.coverage.due', unit: 'ratio',
    measure: (rows) => figureOf(countyReach(rows, COUNTIES), reachFigure),
    alternatives: [{
      reading: 'county.covered_by=service',
      measure: (rows, _at, on) => figureOf(countyService(rows, COUNTIES, on), reachFigure),
    }],
  },
  intakeTarget('1.2-i', null, '2024 年中职招生', 'Secondary intake in 2024', 'target.intake.2024', 'target.intake.2024.due', false),
  intakeTarget('1.2-j', 'floor', '2027 年中职招生', 'Secondary intake in 2027', 'target.intake.2027', 'target.intake.2027.due', false),
  intakeTarget('1.2-j', 'stretch', '2027 年中职招生（力争）', 'Secondary intake in 2027 (stretch)', 'target.intake.2027.stretch', 'target.intake.2027.due', true),
  {
    id: '1.2-k', part: null, clause: '1.2-k', label: { zh: '高职毕业生本地就业率', en: 'Graduates employed locally' }, notice: false,
    op: '>', parameter: 'target.local_rate', due: 'target.local_rate.due', unit: 'ratio', empty: 'no_graduates',
    measure: localRate((d) => ({ numerator: d.local, denominator: subtract(d.graduates, d.set_aside) })),
    alternatives: [
      { reading: 'local_rate.denominator=all_graduates', measure: localRate((d) => ({ numerator: d.local, denominator: d.graduates })) },
      { reading: 'local_rate.denominator=employed', measure: localRate((d) => ({ numerator: d.local, denominator: d.employed })) },
    ],
  },
];
