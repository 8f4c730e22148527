import { alternative, evidence, inForce, judged, missingAnswer, notApplicable, shortOf } from './naive-answer.ts';
import type { Measure, NaiveAnswer } from './naive-answer.ts';
import { areaOf, heads, inUse, missingOf, valueOf } from './naive-campus.ts';
import type { Campus } from './naive-campus.ts';
import { compare, decimal, floor, fraction, least, minus, over, plus, times } from './naive-fraction.ts';
import type { Fraction } from './naive-fraction.ts';
import { cell } from './naive-rows.ts';
import type { NaiveRow } from './naive-rows.ts';

const TEACHING_AND_ADMIN = ['teaching', 'laboratory', 'training', 'library', 'sports_hall', 'admin'];
const KINDS = ['library', 'canteen', 'sports', 'clinic', 'network', 'counselling_room'];

export function teachingRooms(campus: Campus): NaiveAnswer {
  const missing = missingOf(campus, ['rooms', 'students']);
  if (missing.length > 0) return missingAnswer(missing);
  const rows = campus.rooms.filter((row) => inForce(row, campus.day) && TEACHING_AND_ADMIN.includes(cell(row, 'use')));
  return perHead(areaOf(rows), heads(campus), fraction(15), { evidence: evidence('rooms', rows) });
}

export function landOfCampus(campus: Campus): NaiveAnswer {
  const missing = missingOf(campus, ['land', 'students']);
  if (missing.length > 0) return missingAnswer(missing);
  const rows = campus.land.filter((row) => inForce(row, campus.day));
  return perHead(areaOf(rows), heads(campus), fraction(54), { evidence: evidence('land', rows) });
}

export function dormitories(campus: Campus): NaiveAnswer {
  const missing = missingOf(campus, ['rooms', 'students']);
  if (missing.length > 0) return missingAnswer(missing);
  const rows = campus.rooms.filter((row) => inForce(row, campus.day) && cell(row, 'use') === 'dormitory');
  const boarders = campus.boarders;
  // Without boarders, or where they are not reported, the other reading has no figure to compare.
  const alternatives: NaiveAnswer['alternatives'] = boarders === null || boarders === 0n ? {}
    : { 'dorm.denominator=boarders': alternative({ numerator: areaOf(rows), denominator: fraction(boarders), test: '>=', limit: decimal('6.5') }) };
  return perHead(areaOf(rows), heads(campus), decimal('6.5'), { alternatives, evidence: evidence('rooms', rows) });
}

function perHead(there: Fraction, students: Fraction, limit: Fraction, more: Partial<NaiveAnswer>): NaiveAnswer {
  const measure: Measure = { numerator: there, denominator: students, test: '>=', limit };
  return judged(measure, () => shortOf(times(limit, students), there), more);
}

export function facilitiesOfCampus(campus: Campus): NaiveAnswer {
  const latest = KINDS.map((kind) => campus.facilities
    .filter((row) => cell(row, 'kind') === kind && cell(row, 'checked_on') <= campus.day)
    .sort((a, b) => (cell(a, 'checked_on') < cell(b, 'checked_on') ? -1 : 1)).at(-1));
  const missing = KINDS.filter((_, at) => latest[at] === undefined);
  const present = latest.filter((row) => row !== undefined && cell(row, 'present') === 'yes').length;
  const measure: Measure = { numerator: fraction(present), denominator: fraction(KINDS.length), test: '>=', limit: fraction(1) };
  if (latest.some((row) => row !== undefined && cell(row, 'present') === 'no')) {
    return { ...judged(measure, () => undefined), outcome: 'unmet', missing, measures: missing.length > 0 ? [] : [measure], gap: undefined };
  }
  return missing.length > 0 ? missingAnswer(missing) : judged(measure, () => undefined);
}

export function basesForMajors(campus: Campus): NaiveAnswer {
  const missing = missingOf(campus, ['bases', 'students']);
  if (campus.heads !== null && !campus.byName) missing.push('students');
  const programmes = campus.all['programmes'] ?? [];
  const majors = campus.counted.map((student) => cell(programmes.find((one) => cell(one, 'programme_id') === cell(student, 'programme_id')) ?? {}, 'higher_code'));
  if (majors.includes('')) missing.push('programmes');
  if (missing.length > 0) return missingAnswer(missing);
  const named = campus.bases.flatMap((base) => cell(base, 'majors').split(/[;；]/).map((code) => code.trim()));
  const needed = [...new Set(majors)];
  const covered = needed.filter((major) => named.includes(major));
  const measure: Measure = { numerator: fraction(covered.length), denominator: fraction(needed.length), test: '>=', limit: fraction(1) };
  return judged(measure, () => fraction(needed.length - covered.length));
}

interface Counted { readonly own: readonly NaiveRow[]; readonly firms: readonly NaiveRow[] }

function countedEquipment(campus: Campus): Counted {
  const rows = campus.equipment.filter((row) => inUse(row, campus.day) && compare(decimal(cell(row, 'value_yuan')), fraction(1000)) >= 0);
  return {
    own: rows.filter((row) => cell(row, 'owner') !== 'enterprise'),
    firms: rows.filter((row) => cell(row, 'owner') === 'enterprise' && cell(row, 'agreement_until') >= campus.day),
  };
}

export function equipmentOfCampus(campus: Campus): NaiveAnswer {
  const missing = missingOf(campus, ['equipment', 'students']);
  if (missing.length > 0) return missingAnswer(missing);
  const { own, firms } = countedEquipment(campus);
  const total = plus(valueOf(own), least(valueOf(firms), times(valueOf(own), fraction(3, 7))));
  const rows = [...own, ...firms];
  return perHead(total, heads(campus), fraction(10_000), { evidence: evidence('equipment', rows) });
}

export function newEquipment(campus: Campus): NaiveAnswer {
  const missing = missingOf(campus, ['equipment']);
  if (missing.length > 0) return missingAnswer(missing);
  const { own, firms } = countedEquipment(campus);
  const rows = [...own, ...firms];
  const total = valueOf(rows);
  const fresh = valueOf(rows.filter((row) => cell(row, 'acquired_on').slice(0, 4) === campus.day.slice(0, 4)));
  const before = minus(total, fresh);
  if (before.n === 0n) return notApplicable('first_year');
  const [manyYuan, muchNew, limit] = [fraction(100_000_000), fraction(10_000_000), fraction(1, 10)];
  const exempt = compare(total, manyYuan) > 0 && compare(fresh, muchNew) > 0;
  const measure: Measure = { numerator: fresh, denominator: before, test: '>=', limit };
  const other: Measure = { numerator: fresh, denominator: total, test: '>=', limit };
  const byExemption = moreThan(least(minus(total, manyYuan), minus(fresh, muchNew)));
  const answer = judged(measure, () => least(shortOf(times(limit, before), fresh), byExemption), {
    alternatives: { 'equip.new_ratio.denominator=total': exempt ? { outcome: 'met', measure: other } : alternative(other) },
  });
  return exempt ? { ...answer, outcome: 'met', gap: null } : answer;
}

/** The least whole fen that lifts `over` (zero or below) above zero. */
function moreThan(above: Fraction): Fraction {
  const fen = floor(times(fraction(-above.n, above.d), fraction(100))) + 1n;
  return over(fraction(fen), fraction(100));
}

