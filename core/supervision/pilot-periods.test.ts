import { expect, test } from 'vitest';
import { date } from '../values/plain-date.ts';
import { inPilotOn, pilotPeriods } from './pilot-periods.ts';

const report = (on: string, pilot_from: string | null, pilot_to: string | null, school_id = 'S') =>
  ({ school_id, on: date(on), pilot_from: pilot_from === null ? null : date(pilot_from), pilot_to: pilot_to === null ? null : date(pilot_to) });

test('S3-f: reports of several years are one time in the pilot; its end stays its end, whatever is left out later', () => {
  expect(pilotPeriods([report('2024-10-31', '2024-09-01', null), report('2025-10-31', '2024-09-01', null)])).toEqual([{ school_id: 'S', from: '2024-09-01', to: null }]);
  const stopped = [report('2025-10-31', '2024-09-01', '2026-11-10'), report('2024-10-31', '2024-09-01', null), report('2027-10-31', '2024-09-01', null)];
  expect(pilotPeriods(stopped)).toEqual([{ school_id: 'S', from: '2024-09-01', to: '2026-11-10' }]);
  expect([inPilotOn(stopped, date('2026-11-10')), inPilotOn(stopped, date('2026-11-11'))]).toEqual([true, false]);
});

test('S3-f: a school that is resumed has two times in the pilot, and none between them; whoever never began has none', () => {
  const resumed = [report('2026-10-31', '2024-09-01', '2026-11-10'), report('2028-12-05', '2028-12-05', null), report('2028-10-31', null, null, 'S2')];
  expect(pilotPeriods(resumed)).toEqual([{ school_id: 'S', from: '2024-09-01', to: '2026-11-10' }, { school_id: 'S', from: '2028-12-05', to: null }]);
  expect(['2024-08-31', '2024-09-01', '2028-12-04', '2028-12-05'].map((day) => inPilotOn(resumed, date(day)))).toEqual([false, true, false, true]);
});
