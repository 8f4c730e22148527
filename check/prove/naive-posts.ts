import { distinct, evidence, headsShortOf, inForce, judged, missingAnswer, passes } from './naive-answer.ts';
import type { Measure, NaiveAnswer } from './naive-answer.ts';
import { heads, missingOf, sharesOf } from './naive-campus.ts';
import type { Campus } from './naive-campus.ts';
import { ceil, decimal, fraction, most, over, sum } from './naive-fraction.ts';
import { fullTimePersons } from './naive-people.ts';
import { cell } from './naive-rows.ts';
import type { NaiveRow } from './naive-rows.ts';

interface Term { readonly name: string; readonly first: string; readonly next: string }

/** The two latest terms begun by the day: `2025-1` begins 1 September 2025, `2025-2` begins 1 February 2026. */
export function twoLatestTerms(day: string): Term[] {
  const year = Number(day.slice(0, 4));
  return [year - 2, year - 1, year]
    .flatMap((y) => [
      { name: `${y}-1`, first: `${y}-09-01`, next: `${y + 1}-02-01` },
      { name: `${y}-2`, first: `${y + 1}-02-01`, next: `${y + 1}-09-01` },
    ])
    .filter(({ first }) => first <= day).slice(-2);
}

const isExpert = (row: NaiveRow): boolean => cell(row, 'industry_expert') === 'yes';

export function industryExperts(campus: Campus): NaiveAnswer {
  const tests = [hoursOfExperts(campus), headsOfExperts(campus)];
  const missing = [...new Set(tests.flatMap((one) => (Array.isArray(one) ? one : [])))];
  const measures = tests.filter((one) => !Array.isArray(one)) as Measure[];
  // A denominator of zero fails where there are students; where there are none, nobody exceeds a limit.
  const failing = measures.filter((measure) => !passes(measure) && !(measure.test === '<=' && measure.denominator.n === 0n && (campus.heads ?? 0n) === 0n));
  if (failing.length > 0) return { outcome: 'unmet', reason: null, missing, measures: failing, gap: undefined, alternatives: {} };
  if (missing.length > 0) return missingAnswer(missing);
  return { outcome: 'met', reason: null, missing, measures, gap: null, alternatives: {} };
}

/** The share of hours, or what is missing for it. */
function hoursOfExperts(campus: Campus): Measure | string[] {
  const terms = twoLatestTerms(campus.day);
  const rows = campus.teaching.filter((row) => terms.some((term) => term.name === cell(row, 'term')));
  const missing = [...(rows.length === 0 ? ['teaching'] : []), ...missingOf(campus, ['staff'])];
  if (missing.length > 0) return missing;
  const asked = rows.filter((row) => ['core', 'professional', 'practical'].includes(cell(row, 'kind')));
  const experts = asked.filter((row) => {
    const term = terms.find((one) => one.name === cell(row, 'term'));
    return term !== undefined && (campus.all['staff'] ?? []).some((post) => cell(post, 'person_id') === cell(row, 'person_id')
      && isExpert(post) && cell(post, 'from') < term.next && (cell(post, 'to') === '' || cell(post, 'to') >= term.first));
  });
  const hours = (all: readonly NaiveRow[]): Measure['numerator'] => sum(all.map((row) => decimal(cell(row, 'hours'))));
  return { numerator: hours(experts), denominator: hours(asked), test: '>=', limit: decimal('0.2') };
}

function headsOfExperts(campus: Campus): Measure | string[] {
  const missing = missingOf(campus, ['staff']);
  if (missing.length > 0) return missing;
  const experts = distinct(campus.staff.filter((row) => isExpert(row) && inForce(row, campus.day)), 'person_id');
  const others = fullTimePersons(campus).filter((person) => !experts.includes(person.id));
  return { numerator: fraction(experts.length), denominator: fraction(experts.length + others.length), test: '<=', limit: decimal('0.3') };
}

export function psychologists(campus: Campus): NaiveAnswer {
  const withoutStaff = missingOf(campus, ['staff', 'students']);
  if (campus.staff.length === 0) return missingAnswer(withoutStaff);
  const rows = fullTimePosts(campus, 'psychologist');
  const there = fraction(distinct(rows, 'person_id').length);
  const needed = most(fraction(1), fraction(ceil(over(heads(campus), fraction(4000)))));
  const atLeastOne: Measure = { numerator: there, denominator: fraction(1), test: '>=', limit: fraction(1) };
  const enough: Measure = { numerator: heads(campus), denominator: there, test: '<=', limit: fraction(4000) };
  if (there.n === 0n) return { ...judged(atLeastOne, () => headsShortOf(needed, there)), missing: withoutStaff };
  if (withoutStaff.length > 0) return missingAnswer(withoutStaff);
  const answer = judged(enough, () => headsShortOf(needed, there), { evidence: evidence('staff', rows) });
  return answer.outcome === 'met' ? { ...answer, measures: [enough, atLeastOne] } : answer;
}

export function counsellors(campus: Campus): NaiveAnswer {
  const missing = missingOf(campus, ['staff', 'students']);
  if (missing.length > 0) return missingAnswer(missing);
  const rows = fullTimePosts(campus, 'counsellor');
  return judged({ numerator: heads(campus), denominator: sharesOf(rows), test: '<=', limit: fraction(200) },
    () => headsShortOf(over(heads(campus), fraction(200)), sharesOf(rows)), { evidence: evidence('staff', rows) });
}

function fullTimePosts(campus: Campus, post: string): NaiveRow[] {
  return campus.staff.filter((row) => cell(row, 'post') === post && cell(row, 'employment') === 'full_time' && inForce(row, campus.day));
}

export function classHeads(campus: Campus): NaiveAnswer {
  const missing = missingOf(campus, ['classes', 'staff']);
  if (missing.length > 0) return missingAnswer(missing);
  const working = campus.staff.filter((row) => inForce(row, campus.day)).map((row) => cell(row, 'person_id'));
  const without = campus.classes.filter((row) => inForce(row, campus.day) && !working.includes(cell(row, 'head_id')));
  const count = fraction(without.length);
  return judged({ numerator: count, denominator: fraction(1), test: '=', limit: fraction(0) }, () => count, { evidence: evidence('classes', without) });
}
