import { describe, expect, test } from 'vitest';
import type { CheckJson, VerdictJson } from '../../core/check/check-json.ts';
import { DAY, filesOf, people, person, room, wholeRegion } from './campus.ts';
import type { Region } from './campus.ts';
import { folderOf, guantong } from './run.ts';

async function verdict(standard: string, changed: Region): Promise<VerdictJson> {
  const { stdout } = await guantong('check', folderOf(filesOf({ ...wholeRegion(), ...changed })), '--json', '--as-of', DAY);
  const found = (JSON.parse(stdout) as CheckJson).campuses[0]?.verdicts.find((one) => one.standard === standard);
  if (found === undefined) throw new Error(`no verdict: ${standard}`);
  return found;
}

const short = ({ outcome, measured, gap }: VerdictJson): string => `${outcome} ${measured.value}${gap === null ? '' : ` ${gap.value} ${gap.unit}`}`;
const staffWith = (teachers: number, more: Region['staff'] = []): Region => ({
  staff: [...people(teachers, 'T', (at) => ({ post: at === 0 ? 'ideology_teacher' : 'teacher', degree: 'master', title: 'senior_vice' })), ...(more ?? [])],
});
const land = (area_m2: string): Region => ({ land: [{ parcel_id: 'L1', campus_id: 'C1', area_m2, share: '', from: '2024-09-01', to: '' }] });
const asset = (asset_id: string, value_yuan: string, acquired_on: string): Region[string][number] => ({ asset_id, campus_id: 'C1', name: '设备', value_yuan, acquired_on, owner: 'school' });

describe('a campus of 268 students, on the line and a step off it', () => {
  test.each<[standard: string, answer: string, changed: Region]>([
    ['R1-b', 'met 15.0000', { rooms: [room('R1', 'teaching', '4020')] }],
    ['R1-b', 'unmet 14.9962 1.00 m2', { rooms: [room('R1', 'teaching', '4019')] }],
    ['R1-c', 'met 54.0000', land('14472')],
    ['R1-c', 'unmet 53.9999 0.01 m2', land('14471.99')],
    ['R1-d', 'met 6.5000', { rooms: [room('R1', 'dormitory', '1742')] }],
    ['R1-d', 'unmet 6.4999 0.01 m2', { rooms: [room('R1', 'dormitory', '1741.99')] }],
    ['R2-b', 'met 10000.0000', { equipment: [asset('E1', '2680000', '2024-12-31')] }],
    ['R2-b', 'unmet 9999.9999 0.01 yuan', { equipment: [asset('E1', '2679999.99', '2024-12-31')] }],
    ['R5-d', 'met 17.8667', staffWith(15)],
    ['R5-d', 'unmet 18.4828 1 person', { staff: [...staffWith(14)['staff'] ?? [], person('H', { share: '0.5' })] }],
    ['R5-e', 'met 268.0000', staffWith(15)],
    ['R5-j', 'met 134.0000', { staff: people(2, 'A', () => ({ post: 'counsellor' })) }],
    ['R5-j', 'unmet 268.0000 1 person', { staff: people(1, 'A', () => ({ post: 'counsellor' })) }],
    ['R5-f', 'met 0.5333', { staff: people(15, 'T', (at) => ({ degree: at < 8 ? 'master' : 'bachelor' })) }],
    ['R5-f', 'unmet 0.4666 1 person', { staff: people(15, 'T', (at) => ({ degree: at < 7 ? 'master' : 'bachelor' })) }],
    ['R5-g', 'met 0.3333', { staff: people(15, 'T', (at) => ({ title: at < 5 ? 'senior_vice' : 'junior' })) }],
    ['R5-g', 'unmet 0.2666 1 person', { staff: people(15, 'T', (at) => ({ title: at < 4 ? 'senior_vice' : 'junior' })) }],
  ])('%s: %s', async (standard, answer, changed) => expect(short(await verdict(standard, changed))).toBe(answer));
});

test('six external teachers beside twelve: the cap on heads fails, on the converted value it passes, strictly it fails', async () => {
  const external = people(6, 'X', () => ({ post: 'external_teacher', employment: 'external' }));
  const found = await verdict('R5-d', staffWith(12, external));
  expect([short(found), found.measured.denominator]).toEqual(['unmet 19.8519 2 person', '13.5']);
  expect(found.alternatives.map((one) => [one.reading, one.outcome, one.measured.value])).toEqual([
    ['teacher.strict=true', 'unmet', '22.3334'], ['teacher.external_cap_on=converted', 'met', '17.8667'],
  ]);
});

test('new equipment of 280 000 among three millions: a tenth of what was there, not of the whole', async () => {
  const found = await verdict('R2-c', { equipment: [asset('E1', '2720000', '2024-12-31'), asset('E2', '280000', '2025-01-01')] });
  expect([short(found), found.measured.numerator, found.measured.denominator]).toEqual(['met 0.1029', '280000.00', '2720000.00']);
  expect(found.alternatives.map((one) => [one.reading, one.outcome, one.measured.value, one.measured.denominator])).toEqual([['equip.new_ratio.denominator=total', 'unmet', '0.0933', '3000000.00']]);
});
