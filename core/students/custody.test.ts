import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, date, type PlainDate } from '../values/plain-date.ts';
import { custodyFaults } from './custody.ts';
import { LEFT, type Roll } from './roll.ts';

type Kept = Pick<Roll, 'stage' | 'status'> & { from: PlainDate; to: PlainDate | null };
const row = (stage: Roll['stage'], from: string, to: string | null, status: Roll['status'] = 'enrolled'): Kept => ({ stage, status, from: date(from), to: to === null ? null : date(to) });
const faults = (...rows: Kept[]) => custodyFaults(rows, date('2024-09-01'), date('2029-08-31'));

describe('R3-a: one keeper on every day of five years', () => {
  test('the school to the day before, the college from the day of the step-up: nothing to say', () => {
    expect(faults(row('secondary', '2024-09-01', '2027-08-31'), row('higher', '2027-09-01', null))).toEqual([]);
    expect(faults(row('higher', '2027-09-01', '2029-08-31'), row('secondary', '2024-09-01', '2027-08-31'))).toEqual([]);
  });

  test('a summer without a keeper is named, to the day', () => {
    expect(faults(row('secondary', '2024-09-01', '2027-06-30'), row('higher', '2027-09-01', null))).toEqual([{ kind: 'gap', from: '2027-07-01', to: '2027-08-31', keepers: ['school', 'college'] }]);
  });

  test('one day with two keepers is named', () => {
    expect(faults(row('secondary', '2024-09-01', '2027-09-01'), row('higher', '2027-09-01', null))).toEqual([{ kind: 'overlap', from: '2027-09-01', to: '2027-09-01', keepers: ['school', 'college'] }]);
  });

  test('before the first row, and after the last', () => {
    expect(faults(row('secondary', '2024-09-03', '2027-08-31'))).toEqual([
      { kind: 'gap', from: '2024-09-01', to: '2024-09-02', keepers: ['school'] }, { kind: 'gap', from: '2027-09-01', to: '2029-08-31', keepers: ['school'] },
    ]);
    expect(faults()).toEqual([{ kind: 'gap', from: '2024-09-01', to: '2029-08-31', keepers: [] }]);
  });

  test('suspended and kept places have a keeper; who has left has none, and needs none', () => {
    expect(faults(row('secondary', '2024-09-01', '2025-09-30'), row('secondary', '2025-10-01', '2025-12-31', 'suspended'), row('secondary', '2026-01-01', null, 'withdrawn'))).toEqual([]);
    expect(faults(row('secondary', '2024-09-01', '2025-09-29'), row('secondary', '2025-10-01', null, 'withdrawn'))).toMatchObject([{ kind: 'gap', from: '2025-09-30', to: '2025-09-30' }]);
  });

  test('who completed and graduates a year later left on the day of completing', () => {
    const studied = row('secondary', '2024-09-01', '2027-06-19');
    expect(faults(studied, row('secondary', '2027-06-20', '2028-06-19', 'completed'), row('secondary', '2028-06-20', null, 'graduated'))).toEqual([]);
    expect(faults(studied, row('secondary', '2027-06-21', '2028-06-19', 'completed'), row('secondary', '2028-06-20', null, 'graduated'))).toMatchObject([{ kind: 'gap', from: '2027-06-20', to: '2027-06-20' }]);
  });

  test('it names exactly the days that counting day by day finds', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays(date('2024-08-20'), days));
    const rows = fc.array(fc.record({ stage: fc.constantFrom('secondary', 'higher'), status: fc.constantFrom('enrolled', 'suspended', 'withdrawn'), from: day, days: fc.integer({ min: 0, max: 25 }), open: fc.boolean() }), { maxLength: 5 });
    fc.assert(fc.property(rows, (made) => {
      const kept = made.map(({ stage, status, from, days, open }): Kept => ({ stage: stage as Roll['stage'], status: status as Roll['status'], from, to: open ? null : addDays(from, days) }));
      const [first, last] = [date('2024-09-01'), date('2024-10-10')];
      const found = custodyFaults(kept, first, last);
      const latest = kept.reduce<Kept | null>((a, b) => (a === null || b.from > a.from ? b : a), null);
      for (let on = first; on <= last; on = addDays(on, 1)) {
        const many = kept.filter((one) => !LEFT.has(one.status) && one.from <= on && (one.to === null || on <= one.to)).length;
        // Rows of somebody who is gone may follow one another; the first of them says since when.
        const back = kept.filter((one) => !LEFT.has(one.status)).map((one) => one.from).sort().at(-1) ?? '';
        const gone = latest !== null && LEFT.has(latest.status) && kept.some((one) => LEFT.has(one.status) && one.from <= on && (one.from > back || one === latest));
        const named = (kind: string): boolean => found.some((one) => one.kind === kind && one.from <= on && on <= one.to);
        expect([on, named('gap'), named('overlap')]).toEqual([on, !gone && many === 0, !gone && many > 1]);
      }
    }), { numRuns: 500 });
  });
});
