import type { MadeRegion } from './made-region.ts';
import { add } from './made-sheets.ts';
import type { MadeRow } from './made-sheets.ts';
import { randomFrom } from './random.ts';

/** A region with one thing wrong in it, and the code of the error that must be reported. */
export interface FlawedRegion extends MadeRegion {
  readonly code: string;
}

const FROM = { from: '2020-01-01', to: '' };

/** What can be wrong with the rooms of a campus: the rows to add, and the error's code. */
function flaws(campus_id: string): readonly (readonly [code: string, ...rows: MadeRow[]])[] {
  const room = { room_id: 'flaw', campus_id, use: 'other', area_m2: '10', share: '', ...FROM };
  return [
    ['negative', { ...room, area_m2: '-1' }],
    ['not_a_number', { ...room, area_m2: '十' }],
    ['not_a_date', { ...room, from: '2025-02-30' }],
    ['not_allowed', { ...room, use: '车库' }],
    ['missing_value', { ...room, area_m2: '' }],
    ['unknown_reference', { ...room, campus_id: 'C99' }],
    ['from_after_to', { ...room, from: '2025-09-02', to: '2025-09-01' }],
    ['too_many_decimals', { ...room, share: '0.12345' }],
    ['duplicate_key', room, { ...room, area_m2: '11' }],
    ['overlap', { ...room, share: '0.5' }, { ...room, share: '0.5', from: '2020-01-02' }],
    ['overlap', { ...room, to: '2021-01-01' }, { ...room, from: '2021-01-01' }],
    ['share_over_one', { ...room, share: '0.6' }, { ...room, share: '0.4001', campus_id: 'C-flaw' }],
  ];
}

/** Adds one flaw to a sound region; every other sheet stays as it is. */
export function flawed(region: MadeRegion): FlawedRegion {
  const random = randomFrom(region.seed ^ 0xf1a3);
  const campuses = region.sheets['campuses'] ?? [];
  const first = campuses[0] ?? {};
  const [code, ...rows] = random.pick(flaws(String(first['campus_id'])));
  const sheets = { ...region.sheets, campuses: [...campuses, { ...first, campus_id: 'C-flaw' }], rooms: [...(region.sheets['rooms'] ?? [])] };
  for (const row of rows) add(sheets, 'rooms', row);
  return { ...region, sheets, code };
}
