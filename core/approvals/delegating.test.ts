import { expect, test } from 'vitest';
import { date } from '../values/plain-date.ts';
import { MOST_DAYS, refusalOfDelegating, type Delegating, type DelegatingFacts } from './delegating.ts';
import { latenessOf } from './lateness.ts';

const asked: Delegating = { role: 'school_head', first_day: date('2026-03-01'), last_day: date('2026-03-10') };
const facts: DelegatingFacts = { oneself: false, own: ['school_head'], deputy: ['school_registrar'], today: date('2026-03-01') };
const refusal = (more: Partial<Delegating> = {}, known: Partial<DelegatingFacts> = {}, ahead = 9) => refusalOfDelegating({ ...asked, ...more }, { ...facts, ...known }, ahead);

test('leave is given for an office of one’s own, to a colleague, for days to come', () => {
  expect(refusal()).toBeNull();
  expect(refusal({}, { oneself: true })).toBe('oneself');
  expect(refusal({ role: 'office' })).toBe('not_your_office');
  expect(refusal({}, { deputy: [] })).toBe('unknown_deputy');
  expect(refusal({ last_day: date('2026-03-01') }, {}, 0)).toBeNull();
  expect(refusal({ last_day: date('2026-02-28') })).toBe('days_not_possible');
  expect(refusal({}, { today: date('2026-03-10') }, 0)).toBeNull();
  expect(refusal({}, { today: date('2026-03-11') }, -1)).toBe('days_not_possible');
  expect([refusal({}, {}, MOST_DAYS), refusal({}, {}, MOST_DAYS + 1)]).toEqual([null, 'days_not_possible']);
});

test('whoever signs in once does not decide for who signs in twice, and an auditor stands in for nobody', () => {
  expect(refusal({}, { deputy: ['counsellor'] })).toBe('deputy_without_factor');
  expect(refusal({}, { deputy: ['auditor'] })).toBe('held_alone');
  expect(refusal({ role: 'campus_manager' }, { own: ['campus_manager'], deputy: ['counsellor'] })).toBeNull();
});

test('a return is late from the day after the last, and by as many days as it is waited for', () => {
  const late = (done: string | null, today: string) => latenessOf(date('2025-11-10'), done === null ? null : date(done), date(today)).days;
  expect([late(null, '2025-11-10'), late(null, '2025-11-11'), late('2025-11-10', '2025-12-31'), late('2025-11-12', '2025-12-31')]).toEqual([0, 1, 0, 2]);
});
