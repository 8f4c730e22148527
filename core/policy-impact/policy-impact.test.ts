import { describe, expect, test } from 'vitest';
import { campusOnTheLine, readTyped } from '../check/made-dataset.ts';
import { finalYear, finalYearRow, passed, skill } from '../graduation/made-final-year.ts';
import { changedPack } from '../policy/changed-pack.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { graduationChanges, policyImpact } from './policy-impact.ts';
import { verdictChanges } from './verdict-changes.ts';

const DAY = date('2025-10-31');
const tried = (key: string, value: string, from = DAY) => changedPack(quzhou2024, [{ key, value, from, matter_id: '', decided_on: from, reason: '' }]);
const ROOMS = 'rooms.min_m2';
const onTheLine = readTyped(campusOnTheLine()).dataset;

describe('verdicts', () => {
  test('at 15 m² a head exactly: 15 changes nothing, a hundredth more fails the campus with all its students', () => {
    expect(verdictChanges(onTheLine, quzhou2024, tried(ROOMS, '15'), DAY).verdicts).toEqual([]);
    const { verdicts } = verdictChanges(onTheLine, quzhou2024, tried(ROOMS, '15.01'), DAY);
    expect(verdicts.map(({ campus_id, standard, students, before, after }) => [campus_id, standard, students, before.outcome, after.outcome, after.required])).toEqual([['C', 'R1-b', 268, 'met', 'unmet', '15.01']]);
  });

  test('what does not hold yet on the day changes nothing on it', () => {
    expect(verdictChanges(onTheLine, quzhou2024, tried(ROOMS, '15.01', date('2025-11-01')), DAY).verdicts).toEqual([]);
  });

  test('in the autumns to come as well, and for nobody before', () => {
    const impact = policyImpact({ records: onTheLine, final_year: {} }, quzhou2024, tried(ROOMS, '15.01', date('2026-09-01')), { on: DAY, to: 2027, rates: 'pack' });
    expect(impact.years.every(({ year }) => year >= 2026)).toBe(true);
    expect([impact.heads, impact.verdicts]).toEqual([0, []]);
  });
});

describe('who graduates', () => {
  const JUNE = date('2026-06-20');
  const { dataset } = readTyped(finalYear({ students: [finalYearRow('N1'), finalYearRow('N2'), finalYearRow('N3')], credits: [passed('N1'), passed('N2'), passed('N3', { conduct_ok: 'no' })], certificates: [skill('N1', 3)] }));

  test('without the certificate as a gate who lacks nothing else does; who also lacks conduct does not', () => {
    expect(graduationChanges(dataset, quzhou2024, tried('cert.gate', 'warn', JUNE), JUNE)).toEqual({ audited: 3, changes: [{ before: 'completed', after: 'graduated', students: 1 }] });
  });

  test('the same value again: nobody', () => {
    expect(graduationChanges(dataset, quzhou2024, tried('cert.gate', 'block_with_exemption', JUNE), JUNE).changes).toEqual([]);
  });
});
