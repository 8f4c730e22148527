import type { MadeCampus } from './made-campus.ts';
import { daysAfter, periodOff, periodOn } from './made-days.ts';
import { add, hundredths, near, parts } from './made-sheets.ts';
import type { MadeRow } from './made-sheets.ts';

const TEACHING_AND_ADMIN = ['teaching', 'laboratory', 'training', 'library', 'sports_hall', 'admin'] as const;

/** Rooms around 15 m² and 6.5 m² a student, with rooms that do not count among them. */
export function makeRooms(campus: MadeCampus): void {
  const { id, random, day, heads, sheets } = campus;
  if (random.oneIn(12)) return;
  let number = 0;
  const room = (use: string, amount: string, share: string, period: MadeRow): void =>
    add(sheets, 'rooms', { room_id: `${id}r${number++}`, campus_id: id, name: random.pick(['', '房间']), use, area_m2: amount, share, ...period });
  if (!random.oneIn(15)) {
    for (const part of parts(random, near(random, heads * 1500))) room(random.pick(TEACHING_AND_ADMIN), part.amount, part.share, periodOn(random, day));
  }
  if (!random.oneIn(10)) {
    for (const part of parts(random, near(random, heads * 650))) room('dormitory', part.amount, part.share, periodOn(random, day));
  }
  for (let more = random.whole(0, 4); more > 0; more--) {
    if (random.oneIn(2)) room(random.pick([...TEACHING_AND_ADMIN, 'dormitory']), '333.33', random.pick(['', '0.5']), periodOff(random, day));
    else room(random.pick(['canteen', 'other']), '500', '', periodOn(random, day));
  }
  if (number === 0) room('other', '1', '', periodOn(random, day));
}

export function makeLand(campus: MadeCampus): void {
  const { id, random, day, heads, sheets } = campus;
  if (random.oneIn(12)) return;
  const rows = parts(random, near(random, heads * 5400));
  for (const [at, { amount, share }] of rows.entries()) {
    add(sheets, 'land', { parcel_id: `${id}l${at}`, campus_id: id, area_m2: amount, share, ...(random.oneIn(20) ? periodOff(random, day) : periodOn(random, day)) });
  }
  if (random.oneIn(3)) add(sheets, 'land', { parcel_id: `${id}lx`, campus_id: id, area_m2: '7000', share: '', ...periodOff(random, day) });
}

export function makeFacilities(campus: MadeCampus): void {
  const { id, random, day, sheets } = campus;
  if (random.oneIn(15)) return;
  const careless = random.oneIn(3);
  for (const kind of ['library', 'canteen', 'sports', 'clinic', 'network', 'counselling_room']) {
    if (careless && random.oneIn(5)) continue;
    const present = careless && random.oneIn(6) ? 'no' : 'yes';
    add(sheets, 'facilities', { campus_id: id, kind, present, checked_on: random.pick([day, daysAfter(day, -20)]) });
    // An older and a later finding, which say the contrary, do not count.
    if (random.oneIn(3)) add(sheets, 'facilities', { campus_id: id, kind, present: present === 'yes' ? 'no' : 'yes', checked_on: random.pick([daysAfter(day, 1), daysAfter(day, -21)]) });
  }
  if (careless && random.oneIn(6)) add(sheets, 'facilities', { campus_id: id, kind: 'other', present: 'no', checked_on: day });
}

export function makeBases(campus: MadeCampus): void {
  const { id, random, majors, sheets } = campus;
  if (random.oneIn(12)) return;
  const named = majors.filter(() => !random.oneIn(8));
  for (const [at, major] of named.entries()) {
    const others = random.oneIn(3) ? `;${random.pick(['410101', '540101'])}` : '';
    add(sheets, 'bases', { base_id: `${id}b${at}`, campus_id: id, name: '基地', stations: random.whole(0, 40), majors: `${major}${others}` });
  }
  if (named.length === 0 || random.oneIn(3)) add(sheets, 'bases', { base_id: `${id}bx`, campus_id: id, name: '综合', stations: 10, majors: '410101' });
}

/** Equipment around 10 000 yuan a student and a tenth of it new; enterprises' part around their cap. */
export function makeEquipment(campus: MadeCampus): void {
  const { id, random, day, heads, sheets } = campus;
  if (random.oneIn(12)) return;
  const newYear = `${day.slice(0, 4)}-01-01`;
  const dateOf = { before: daysAfter(newYear, -1), fresh: random.pick([newYear, day]) };
  let number = 0;
  const asset = (value: string, share: string, more: MadeRow): void => add(sheets, 'equipment', {
    asset_id: `${id}e${number++}`, campus_id: id, base_id: '', name: '设备', value_yuan: value, acquired_on: dateOf.before, retired_on: '', share,
    owner: random.pick(['school', 'college']), agreement_until: '', ...more,
  });
  const [total, older] = random.oneIn(8) ? hugeValues(campus) : ordinaryValues(campus);
  if (older > 0) for (const { amount, share } of parts(random, older)) asset(amount, share, { retired_on: random.pick(['', '', daysAfter(day, 1)]) });
  if (total > older) for (const { amount, share } of parts(random, total - older)) asset(amount, share, { acquired_on: dateOf.fresh });
  if (random.oneIn(2)) makeEnterpriseEquipment(campus, total, asset);
  asset(random.pick(['999.99', '999.99', '999.99', '1000.00', '1000', '1500']), random.pick(['', '0.5']), { acquired_on: random.pick([dateOf.before, dateOf.fresh]) });
  if (random.oneIn(2)) asset('500000', '', { retired_on: random.pick([day, daysAfter(day, -1)]) });
  if (random.oneIn(3)) asset('500000', '', { acquired_on: daysAfter(day, 1) });
  if (heads === 0 && random.oneIn(2)) sheets['equipment'] = (sheets['equipment'] ?? []).filter((row) => row['campus_id'] !== id || row['value_yuan'] === '999.99');
}

/** Around 10 000 yuan a student, in hundredths: all, and the part of earlier years. */
function ordinaryValues({ random, heads }: MadeCampus): [number, number] {
  if (random.oneIn(3)) {
    // Exactly a tenth of what was there, a fen less, a fen more.
    const fresh = heads * 90_909 + 1;
    return [fresh * 11 + random.pick([-1, 0, 0, 1]), fresh * 10];
  }
  const total = near(random, heads * 1_000_000);
  const older = random.oneIn(10) ? 0 : Math.min(total, near(random, Math.floor((total * 10) / 11)));
  return [total, older];
}

/** Around the line over which new equipment need not be a tenth: 100 million, 10 million of them new. */
function hugeValues({ random }: MadeCampus): [number, number] {
  const fresh = near(random, 1_000_000_000);
  const total = random.oneIn(2) ? near(random, 10_000_000_000) : 20_000_000_000;
  return [Math.max(total, fresh), Math.max(total, fresh) - fresh];
}

function makeEnterpriseEquipment({ random, day }: MadeCampus, own: number, asset: (value: string, share: string, more: MadeRow) => void): void {
  const cap = Math.floor((own * 3) / 7);
  const agreement_until = random.pick([day, day, daysAfter(day, 400), daysAfter(day, -1), '']);
  asset(hundredths(near(random, cap)), '', { owner: 'enterprise', agreement_until });
  if (random.oneIn(3)) asset('123456.78', '0.5', { owner: 'enterprise', agreement_until: random.pick([daysAfter(day, -1), daysAfter(day, 10)]) });
}
