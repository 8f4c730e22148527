import { alternative, evidence, headsShortOf, judged, missingAnswer } from './naive-answer.ts';
import type { Measure, NaiveAnswer } from './naive-answer.ts';
import { heads, missingOf, sharesOf } from './naive-campus.ts';
import type { Campus } from './naive-campus.ts';
import { ceil, decimal, floor, fraction, least, minus, over, plus, times } from './naive-fraction.ts';
import type { Fraction } from './naive-fraction.ts';
import { countedPersons, externalPersons, fullTimePersons } from './naive-people.ts';
import type { FullTimePerson } from './naive-people.ts';
import { cell } from './naive-rows.ts';

const ONE = fraction(1);
const HALF = fraction(1, 2);
const numberOf = (all: readonly unknown[]): Fraction => fraction(all.length);

export function overlaps(campus: Campus): NaiveAnswer {
  const missing = missingOf(campus, ['staff']);
  if (missing.length > 0) return missingAnswer(missing);
  const persons = fullTimePersons(campus);
  const uncovered = persons.filter((person) => person.overlaps && !person.excepted).length;
  const excepted = persons.filter((person) => person.excepted).length;
  const tooMany = Math.max(0, excepted - Math.floor(persons.length / 10));
  const met = uncovered === 0 && tooMany === 0;
  // Which of the two figures is printed is left open by the text where only the second test fails.
  const measures: Measure[] = [
    { numerator: fraction(uncovered), denominator: ONE, test: '=', limit: fraction(0) },
    ...(tooMany > 0 ? [{ numerator: fraction(excepted), denominator: numberOf(persons), test: '<=', limit: fraction(1, 10) } as const] : []),
  ];
  return { outcome: met ? 'met' : 'unmet', reason: null, missing: [], measures, gap: met ? null : fraction(uncovered + tooMany), alternatives: {} };
}

export function unqualified(campus: Campus): NaiveAnswer {
  const missing = missingOf(campus, ['staff']);
  if (missing.length > 0) return missingAnswer(missing);
  const persons = fullTimePersons(campus).filter((person) => person.unqualified);
  return judged({ numerator: numberOf(persons), denominator: ONE, test: '=', limit: fraction(0) }, () => numberOf(persons));
}

export function studentsPerTeacher(campus: Campus): NaiveAnswer {
  const missing = missingOf(campus, ['staff', 'students']);
  if (missing.length > 0) return missingAnswer(missing);
  const persons = fullTimePersons(campus);
  const counted = countedPersons(persons);
  const strict = sharesOf(counted.flatMap((person) => person.rows));
  const external = numberOf(externalPersons(campus, persons));
  const quarter = times(fraction(1, 4), numberOf(counted));
  const byHeads = plus(strict, times(HALF, least(external, fraction(floor(quarter)))));
  const converted = plus(strict, least(times(HALF, external), quarter));
  const limit = fraction(18);
  const measured = (teachers: Fraction): Measure => ({ numerator: heads(campus), denominator: teachers, test: '<=', limit });
  return judged(measured(byHeads), () => headsShortOf(over(heads(campus), limit), byHeads), {
    alternatives: { 'teacher.strict=true': alternative(measured(strict)), 'teacher.external_cap_on=converted': alternative(measured(converted)) },
    evidence: evidence('staff', counted.flatMap((person) => person.rows)),
  });
}

export function studentsPerIdeologyTeacher(campus: Campus): NaiveAnswer {
  const missing = missingOf(campus, ['staff', 'students']);
  if (missing.length > 0) return missingAnswer(missing);
  const rows = countedPersons(fullTimePersons(campus)).flatMap((person) => person.rows).filter((row) => cell(row, 'post') === 'ideology_teacher');
  const limit = fraction(350);
  return judged({ numerator: heads(campus), denominator: sharesOf(rows), test: '<=', limit },
    () => headsShortOf(over(heads(campus), limit), sharesOf(rows)), { evidence: evidence('staff', rows) });
}

export function mastersAmong(campus: Campus): NaiveAnswer {
  const isMaster = (person: FullTimePerson): boolean => ['master', 'doctor'].includes(person.degree);
  return shareOfPersons(campus, isMaster, HALF, (counted) => {
    const ideology = counted.filter((person) => person.rows.some((row) => cell(row, 'post') === 'ideology_teacher'));
    const measure: Measure = { numerator: numberOf(ideology.filter(isMaster)), denominator: numberOf(ideology), test: '>=', limit: HALF };
    return { 'masters.base=ideology': alternative(measure) };
  });
}

export function seniorsAmong(campus: Campus): NaiveAnswer {
  return shareOfPersons(campus, (person) => ['senior_full', 'senior_vice'].includes(person.title), decimal('0.3'), () => ({}));
}

function shareOfPersons(
  campus: Campus, qualifies: (person: FullTimePerson) => boolean, limit: Fraction, others: (counted: FullTimePerson[]) => NaiveAnswer['alternatives'],
): NaiveAnswer {
  const missing = missingOf(campus, ['staff']);
  if (missing.length > 0) return missingAnswer(missing);
  const counted = countedPersons(fullTimePersons(campus));
  const good = numberOf(counted.filter(qualifies));
  const measure: Measure = { numerator: good, denominator: numberOf(counted), test: '>=', limit };
  // (good + x) ÷ (counted + x) ≥ limit, solved for x.
  const needed = (): Fraction => fraction(ceil(over(minus(times(limit, numberOf(counted)), good), minus(ONE, limit))));
  return judged(measure, () => (counted.length === 0 ? ONE : needed()), { alternatives: others(counted) });
}
