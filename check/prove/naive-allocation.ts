import { readTyped, type TypedRow, type TypedSheets } from '../../core/check/made-dataset.ts';
import { forecastFrom, type Forecast } from '../../core/forecast/forecast.ts';
import { groundOf } from '../../core/forecast/ground.ts';
import type { Pack } from '../../core/policy/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import { FIRST, type MadeAllocation } from './made-allocation.ts';

/** One thing done: so many of an option in a year, somewhere. */
export interface Act {
  readonly option: TypedRow;
  readonly year: number;
  readonly count: number;
  readonly campus_id: string;
  readonly programme_id: string;
  readonly division_code: string;
}

/** The second way to judge a plan: its rows are typed into the workbook, and the workbook is forecast. */
export function asRows(sheets: TypedSheets, acts: readonly Act[], expected: (programme_id: string, year: number) => number, years: readonly number[]): TypedSheets {
  const classes = acts.filter(({ option }) => option['kind'] === 'class');
  const added = (programme_id: string, year: number) => classes.filter((act) => act.programme_id === programme_id && act.year === year).reduce((sum, { option, count }) => sum + count * Number(option['unit']), 0);
  // A campus has no day on which it was recognised: the coverage that is judged is that of the day on which it falls due.
  const opened = acts.filter(({ option, year }) => option['kind'] === 'campus' && year <= FIRST);
  const programmes = sheets.programmes ?? [];
  return {
    ...sheets,
    // A new campus is that of a school which takes part from now on.
    organisations: [...(sheets.organisations ?? []), { org_id: 'N', name: '新', kind: 'school', division_code: '330803' }],
    intakes: [
      ...(sheets.intakes ?? []).filter(({ year }) => Number(year) < FIRST),
      ...programmes.flatMap(({ programme_id, school_id }) => years.map((year): TypedRow => ({ year, school_id: school_id ?? '', programme_id: programme_id ?? '', registered: expected(String(programme_id), year) + added(String(programme_id), year) }))),
    ],
    campuses: [
      ...(sheets.campuses ?? []).map((campus) => (opened.some(({ campus_id }) => campus_id === campus['campus_id']) ? { ...campus, status: 'recognised' } : campus)),
      ...opened.filter(({ campus_id }) => campus_id === '').map(({ division_code }, at) => ({ ...sheets.campuses?.[0], campus_id: `new${at}`, school_id: 'N', division_code, park_id: division_code === '330803' ? 'Y' : '', status: 'recognised' })),
    ],
    schools: [...(sheets.schools ?? []), ...(sheets.schools ?? []).flatMap((school) => enlarged(school, acts))],
    rooms: [...(sheets.rooms ?? []), ...rowsOf(acts, ['room', 'dormitory'], (act, amount, n) => ({ room_id: `new${n}`, campus_id: act.campus_id, use: act.option['kind'] === 'room' ? 'training' : 'dormitory', area_m2: amount, from: `${act.year}-01-01` }))],
    land: [...(sheets.land ?? []), ...rowsOf(acts, ['land'], (act, amount, n) => ({ parcel_id: `new${n}`, campus_id: act.campus_id, area_m2: amount, from: `${act.year}-01-01` }))],
    equipment: [...(sheets.equipment ?? []), ...rowsOf(acts, ['equipment'], (act, amount, n) => ({ asset_id: `new${n}`, campus_id: act.campus_id, name: '新', value_yuan: amount, acquired_on: `${act.year}-01-01`, owner: 'college' }))],
    staff: [...(sheets.staff ?? []), ...hires(acts)],
  };
}

/** What is built or bought for a campus is the school's as well, from the year in which it comes: nothing is taken out of what the school had. */
function enlarged(school: TypedRow, acts: readonly Act[]): TypedRow[] {
  const own = acts.filter(({ campus_id, option }) => campus_id === `C${String(school['school_id']).slice(1)}` && ['room', 'dormitory', 'land'].includes(String(option['kind'])));
  const more = (of: boolean, by: number) => own.filter(({ option, year }) => (option['kind'] === 'land') === of && year <= by).reduce((sum, { option, count }) => sum + count * Number(option['unit']), 0);
  return [...new Set(own.map(({ year }) => year))].map((year) => ({
    ...school, on: `${year}-01-01`, total_land_m2: Number(school['total_land_m2']) + more(true, year), total_building_m2: Number(school['total_building_m2']) + more(false, year),
  }));
}

function rowsOf(acts: readonly Act[], kinds: readonly string[], row: (act: Act, amount: number, n: number) => TypedRow): TypedRow[] {
  return acts.filter(({ option }) => kinds.includes(String(option['kind']))).map((act, n) => row(act, act.count * Number(act.option['unit']), n));
}

/** Everybody hired holds a master's degree and a senior title: the best that a plan may count on. */
function hires(acts: readonly Act[]): TypedRow[] {
  const posts = ['teacher', 'ideology_teacher', 'counsellor', 'psychologist'];
  return acts.filter(({ option }) => posts.includes(String(option['kind']))).flatMap((act, at) => Array.from({ length: act.count * Number(act.option['unit']) }, (_, n) => ({
    person_id: `new${at}-${n}`, name: '师', employer_id: 'H', stage: 'higher', campus_id: act.campus_id, post: String(act.option['kind']), employment: 'full_time', degree: 'master', title: 'senior_vice', qualified: 'yes', from: `${act.year}-01-01`,
  })));
}

export function forecastOf(sheets: TypedSheets, { day, to }: Pick<MadeAllocation, 'day' | 'to'>, pack: Pack): Forecast {
  const { dataset, problems } = readTyped(sheets);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors.slice(0, 3)));
  return forecastFrom(groundOf(dataset, pack, date(day), to + 4), 'pack');
}

/** What is open in a forecast, by name. */
export function openIn({ rows, region }: Forecast, made: MadeAllocation, campuses: ReadonlySet<string>): Map<string, string> {
  const open = new Map<string, string>();
  const note = (name: string, outcome: string) => { if (outcome === 'unmet' || outcome === 'undetermined') open.set(name, outcome); };
  for (const row of rows) {
    if (row.year < FIRST || !campuses.has(row.campus_id)) continue;
    for (const verdict of row.verdicts) note(`${verdict.standard} ${row.campus_id} ${row.year}`, verdict.outcome);
    for (const verdict of row.notices) note(`${verdict.standard} S${row.campus_id.slice(1)} ${row.year}`, verdict.outcome);
  }
  for (const target of region.at(-1)?.targets ?? []) {
    if (target.notice || target.year === null || target.year > made.to) continue;
    const then = region.find(({ year }) => year === (target.year ?? 0) + 1)?.targets.find((one) => one.standard === target.standard && one.part === target.part);
    note(`target ${target.standard} ${target.part ?? ''} ${target.year}`, then?.outcome ?? '');
  }
  return open;
}

/** Whether nothing is open but what no option settles: unreported, without a base, unqualified, the rest of a school, aims that are over. */
export function keepsAll(open: ReadonlyMap<string, string>, before: ReadonlyMap<string, string>): boolean {
  return [...open].every(([name, outcome]) => {
    const was = before.get(name);
    if (was === undefined) return false;
    const year = Number(name.split(' ').at(-1));
    const settledOtherwise = was === 'undetermined' || /^(R2-a|R5-c|S-)/.test(name) || (name.startsWith('target') && year < FIRST);
    return settledOtherwise && outcome !== '';
  });
}
