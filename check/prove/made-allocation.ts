import type { TypedRow, TypedSheets } from '../../core/check/made-dataset.ts';
import { randomFrom, type Random } from './random.ts';

/** A small region with few options, so that every plan can be tried. */
export interface MadeAllocation {
  readonly sheets: TypedSheets;
  readonly day: string;
  readonly to: number;
  readonly target: number | null;
  /** What the pack's aims are set to, so that a small region can meet or miss them. */
  readonly aims: Readonly<Record<string, string>>;
}

export const FIRST = 2026;
const DAY = '2025-10-31';
const FROM = '2024-09-01';
const KINDS = ['room', 'land', 'dormitory', 'equipment', 'teacher', 'ideology_teacher', 'counsellor', 'psychologist'] as const;

/** `more`: campuses beyond the one or two of a region in which every plan can be tried. */
export function madeAllocation(seed: number, more = 0): MadeAllocation {
  const random = randomFrom(seed);
  const to = FIRST + random.whole(0, 1);
  const places = Array.from({ length: random.whole(1, 2) + more }, (_, at) => `${at}`);
  const programmes = places.flatMap((at) => Array.from({ length: random.oneIn(3) ? 2 : 1 }, (_, n) => ({ id: `P${at}${n}`, at, major: n === 1 && random.oneIn(2) ? '510103' : '460103' })));
  // What there is too little of, and mostly what the options bring.
  const tight = new Set(random.shuffled(KINDS).slice(0, random.whole(0, 2)));
  const intakes = programmes.flatMap(({ id, at }) => [2025, 2026, 2027].flatMap((year): TypedRow[] => (random.oneIn(3) ? [] : [{ year, school_id: `S${at}`, programme_id: id, planned: random.whole(0, 12) }])));
  const students = programmes.flatMap(({ id, at }) => (random.oneIn(4) ? [] : [1, 2, 3, 4].flatMap((grade) => pupils(random.whole(0, 9), id, at, grade))));
  return {
    day: DAY, to,
    target: random.oneIn(4) ? null : random.whole(0, random.oneIn(5) ? 60 : 22),
    aims: {
      'target.intake.2027': String(random.whole(0, random.oneIn(4) ? 40 : 12)), 'target.schools': random.oneIn(4) ? String(random.whole(1, 2)) : '0',
      ...weights(seed), 'target.counties': random.oneIn(5) ? '1' : '0', 'target.parks': random.oneIn(5) ? '1' : '0',
    },
    sheets: {
      region: [{ region_code: '330800', name: '小市', office_name: '办公室' }],
      organisations: [{ org_id: 'H', name: '学院', kind: 'college', division_code: '330802' }, ...places.map((at) => ({ org_id: `S${at}`, name: at, kind: 'school', division_code: '330803' }))],
      parks: [{ park_id: 'Y', name: '园', division_code: '330803', main: 'yes' }],
      campuses: places.map((at) => ({ campus_id: `C${at}`, name: at, school_id: `S${at}`, college_id: 'H', division_code: random.pick(['330802', '330803']), park_id: random.oneIn(2) ? 'Y' : '', form: 'new_build', status: random.oneIn(2) ? 'recognised' : 'preparing' })),
      schools: places.map((at) => ({
        school_id: `S${at}`, on: FROM, pilot_stage: 'starting', pilot_from: FROM, total_land_m2: random.whole(3500, 6000), total_building_m2: random.whole(1500, 4000),
        total_equipment_yuan: random.whole(300_000, 900_000), secondary_students: random.whole(10, 40), secondary_teachers: random.whole(2, 6),
      })),
      programmes: programmes.map(({ id, at, major }) => ({ programme_id: id, school_id: `S${at}`, college_id: 'H', campus_id: `C${at}`, secondary_code: '660103', higher_code: major, name: id })),
      intakes, students: students.length === 0 ? [{ ...pupil('Z', programmes[0]?.id ?? '', '0', 1), status: 'withdrawn' }] : students,
      ...premises(places, tight, random),
      staff: places.flatMap((at) => people(at, tight, random)),
      options: options(places, tight, random),
      limits: random.whole(0, 2) > 0 ? [] : [FIRST, FIRST + 2].map((year) => ({ year, budget_yuan: random.oneIn(2) ? '' : random.whole(100, 4000), max_classes: random.oneIn(2) ? '' : random.whole(0, 3) })),
    },
  };
}

/** In every other region money for one kind counts for more or less than for another; drawn beside the rest, which stays as it is. */
function weights(seed: number): Readonly<Record<string, string>> {
  const random = randomFrom(seed + 1);
  return seed % 2 === 0 ? {} : Object.fromEntries([...KINDS, 'class', 'campus'].map((kind) => [`allocation.weight.${kind}`, random.pick(['0', '0.25', '1', '1.5', '4'])]));
}

type Tight = ReadonlySet<(typeof KINDS)[number]>;

function premises(places: readonly string[], tight: Tight, random: Random): TypedSheets {
  // Enough for about twenty-five, sometimes for fewer; now and then something was never reported.
  const enough = (kind: (typeof KINDS)[number], perHead: number) => (tight.has(kind) ? random.whole(Math.round(perHead * 8), Math.round(perHead * 18)) : perHead * 40);
  const reported = () => !random.oneIn(25);
  return {
    rooms: places.flatMap((at) => (reported() ? [
      { room_id: `R${at}`, campus_id: `C${at}`, use: 'teaching', area_m2: enough('room', 15), from: FROM, to: random.oneIn(8) ? '2028-08-31' : '' } as TypedRow,
      { room_id: `D${at}`, campus_id: `C${at}`, use: 'dormitory', area_m2: enough('dormitory', 6), from: FROM },
    ] : [])),
    land: places.flatMap((at) => (reported() ? [{ parcel_id: `L${at}`, campus_id: `C${at}`, area_m2: enough('land', 54), from: FROM }] : [])),
    bases: places.flatMap((at) => (reported() ? [{ base_id: `B${at}`, campus_id: `C${at}`, name: '基地', stations: 10, majors: random.oneIn(2) ? '460103' : '460103;510103' }] : [])),
    equipment: places.flatMap((at) => (reported() ? [
      { asset_id: `E${at}`, campus_id: `C${at}`, name: '设备', value_yuan: enough('equipment', 8000), acquired_on: FROM, owner: 'school' } as TypedRow,
      { asset_id: `F${at}`, campus_id: `C${at}`, name: '企业设备', value_yuan: random.whole(1000, 90_000), acquired_on: FROM, owner: 'enterprise', agreement_until: '2029-12-31' },
    ] : [])),
  };
}

function people(at: string, tight: Tight, random: Random): TypedRow[] {
  const own = (person_id: string, given: TypedRow): TypedRow => ({
    person_id: `${person_id}${at}`, name: '师', employer_id: `S${at}`, stage: 'higher', campus_id: `C${at}`, post: 'teacher', employment: 'full_time', degree: 'bachelor', title: 'none', qualified: 'yes', from: FROM, ...given,
  });
  const teachers = Array.from({ length: tight.has('teacher') ? random.whole(1, 2) : random.whole(2, 4) }, (_, n) => own(`T${n}-`, {
    post: n === 0 && !tight.has('ideology_teacher') ? 'ideology_teacher' : 'teacher', degree: n < 2 || random.oneIn(2) ? 'master' : 'bachelor', title: n < 2 || random.oneIn(3) ? 'senior_vice' : 'junior', share: n > 1 && random.oneIn(5) ? '50%' : '',
  }));
  return [
    ...teachers,
    ...Array.from({ length: random.whole(0, 2) }, (_, n) => own(`X${n}-`, { post: 'external_teacher', employment: 'external' })),
    ...(tight.has('counsellor') && random.oneIn(2) ? [] : [own('A-', { post: 'counsellor', share: tight.has('counsellor') ? '10%' : '' })]),
    ...(tight.has('psychologist') ? [] : [own('M-', { post: 'psychologist' })]),
  ];
}

const UNITS: Readonly<Record<string, number>> = { room: 200, land: 700, dormitory: 100, equipment: 130_000 };

function options(places: readonly string[], tight: Tight, random: Random): TypedRow[] {
  const stock = [...tight, ...random.shuffled(KINDS).filter((kind) => !tight.has(kind)).slice(0, random.whole(0, 1))].map((kind, at): TypedRow => ({
    option_id: `O${at}`, campus_id: random.oneIn(4) ? `C${random.pick(places)}` : '', kind, unit: UNITS[kind] ?? 1, cost_yuan: random.whole(0, 900), yearly_yuan: random.oneIn(2) ? '' : random.whole(0, 90),
    max: random.whole(1, 2), from_year: FIRST + (random.oneIn(2) ? 0 : random.whole(0, 4)),
  }));
  const classes = random.oneIn(10) ? [] : [{ option_id: 'K', campus_id: random.oneIn(2) ? '' : `C${random.pick(places)}`, kind: 'class', unit: random.whole(8, 15), cost_yuan: random.whole(0, 500), yearly_yuan: random.whole(0, 50), max: random.whole(1, 3), from_year: FIRST }];
  const campuses = random.oneIn(2) ? [] : [{ option_id: 'N', campus_id: random.oneIn(2) ? '' : `C${random.pick(places)}`, kind: 'campus', unit: 1, cost_yuan: random.whole(0, 800), yearly_yuan: '', max: 1, from_year: FIRST + random.whole(0, 1) }];
  return [...stock, ...classes, ...campuses];
}

function pupil(student_id: string, programme_id: string, at: string, grade: number): TypedRow {
  const stage = grade <= 3 ? 'secondary' : 'higher';
  return {
    student_id, name: '生', sex: 1, birth_date: '2008-02-28', programme_id, school_id: `S${at}`, campus_id: stage === 'higher' ? `C${at}` : '', cohort: 2026 - grade, stage, grade, status: 'enrolled', from: '2025-09-01',
  };
}

function pupils(count: number, programme_id: string, at: string, grade: number): TypedRow[] {
  return Array.from({ length: count }, (_, n) => pupil(`${programme_id}-${grade}-${n}`, programme_id, at, grade));
}
