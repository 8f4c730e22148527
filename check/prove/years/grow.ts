import { quzhou2024 } from '../../../core/policy/quzhou-2024/pack.ts';
import { date, type PlainDate } from '../../../core/values/plain-date.ts';
import { openDatabase, type Database } from '../../../store/database.ts';
import { reckonDuties } from '../../../store/duty-run.ts';
import { memorySource } from '../../../store/key-source.ts';
import type { PostgresConnection } from '../../../store/postgres/connection.ts';
import { randomFrom, type Random } from '../random.ts';
import { courseActs } from './courses.ts';
import { fakeClock, type FakeClock } from './fake-clock.ts';
import { plus } from './naive-days.ts';
import { drawGrant, drawSchoolYear, newsOfGrant, newsOfStudent, newsOfYear, together, type News } from './news.ts';
import type { City, Deeds } from './register-spells.ts';
import { rollActs } from './roll-acts.ts';
import { drawStudent, SCHOOL_IDS, type Student } from './student.ts';
import { STOP, STOPPED, supervisionActs } from './supervision-acts.ts';
import { drawWalks, writeWalks, type Walk } from './table-walk.ts';
import { workActs } from './work-acts.ts';
import { makeWorld, type World } from './world.ts';
import { yearlyActs, type Act } from './yearly-acts.ts';

export const [FIRST_DAY, LAST_DAY] = ['2024-09-01', '2030-08-31'] as const;
const INTAKES = [2024, 2025, 2026, 2027, 2028, 2029] as const;

export interface Grown {
  readonly world: World;
  readonly city: City;
  readonly faults: string[];
  readonly close: () => Promise<void>;
}

export interface Growing {
  readonly seed: number;
  /** New students of each school and autumn; nine at least, since each class has one of every kind. */
  readonly intake: number;
  /** Duties are worked out at the end of each so many months, and on days between. */
  readonly months: number;
  /** Looked at when a year of the pilot is over. */
  readonly atYearsEnd: (grown: Omit<Grown, 'close'>, day: PlainDate) => Promise<void>;
}

/** Lets a city grow through six years by a clock that is set day by day; what people do is done on its day, and duties are worked out once a month and on days between. */
export async function growSixYears(connection: PostgresConnection, { seed, intake, months, atYearsEnd }: Growing): Promise<Grown> {
  const random = randomFrom(seed);
  const clock = await fakeClock(connection, FIRST_DAY);
  const db = await openDatabase(connection, memorySource());
  const world = await makeWorld(db);
  const deeds: Deeds = { snapshots: [], circulars: [], appeals: [], refusals: [], courses: [], assessed: [], reviewed: [], stops: [] };
  const students = enrolled(random, intake);
  const years = INTAKES.flatMap((year) => SCHOOL_IDS.map((school) => drawSchoolYear(random, school, year)));
  const grants = [2025, 2026, 2027, 2028, 2029, 2030].flatMap((year) => SCHOOL_IDS.map((school) => drawGrant(random, school, year, students)));
  const city: City = { students, years, grants, deeds };
  const faults: string[] = [];
  const walks = drawWalks(random, [FIRST_DAY, '2030-06-30']);
  const acts = [
    ...yearlyActs(world, random, { years, deeds, lastDay: LAST_DAY }), ...rollActs(world, random, { students, deeds, lastDay: LAST_DAY }), ...supervisionActs(world, random, faults, deeds),
    ...workActs(world, random, LAST_DAY), ...await courseActs(world, random, deeds), ...toldOn(city),
  ];
  const grown = { world, city, faults };
  const running: Running = { months, faults, clock, world, walks, acts, news: newsOf(city).filter(({ on }) => on <= LAST_DAY) };
  for (let month = '2024-09'; month <= LAST_DAY.slice(0, 7); month = plus(`${month}-28`, 10).slice(0, 7)) {
    const last = month === LAST_DAY.slice(0, 7) ? LAST_DAY : plus(`${plus(`${month}-28`, 10).slice(0, 7)}-01`, -1);
    await passMonth(running, month, last, random);
    if (month.endsWith('-12')) await atYearsEnd(grown, date(last));
  }
  return { ...grown, close: async () => { await db.close(); await clock.end(); } };
}

/** Four earlier years are there already; the stopped school takes nobody in while it is stopped. */
function enrolled(random: Random, intake: number): Student[] {
  const cohorts = [2020, 2021, 2022, 2023, ...INTAKES];
  const stopped = (school: string, cohort: number): boolean => school === STOPPED && `${cohort}-09-01` > STOP.confirmed && `${cohort}-09-01` < STOP.resumed;
  return SCHOOL_IDS.flatMap((school) => cohorts.filter((cohort) => !stopped(school, cohort)).flatMap((cohort) => Array.from({ length: intake }, (_, at) => drawStudent(random, school, cohort, at))));
}

function newsOf({ students, years, grants }: City): News[] {
  return [...students.flatMap(newsOfStudent), ...years.flatMap((one) => newsOfYear(one, students)), ...grants.flatMap(newsOfGrant)];
}

/** Days on which the product is told, and not later: duties that end with being told of something end that day. */
function toldOn({ years, students }: City): Act[] {
  const days = [...years.flatMap(({ registered_on, counted_on }) => [registered_on, counted_on]), ...students.flatMap(({ intern }) => intern.insured ?? [])];
  return [...new Set(days)].map((on) => ({ on, run: () => Promise.resolve() }));
}

interface Running {
  readonly clock: FakeClock;
  readonly world: World;
  readonly walks: readonly Walk[];
  readonly acts: readonly Act[];
  readonly news: readonly News[];
  readonly faults: string[];
  readonly months: number;
}

async function passMonth(running: Running, month: string, last: string, random: Random): Promise<void> {
  const { acts, news, clock, world } = running;
  const of = acts.filter(({ on }) => on.startsWith(month) && on <= last).map((act, at) => ({ act, at })).sort((a, b) => (a.act.on === b.act.on ? a.at - b.at : a.act.on < b.act.on ? -1 : 1)).map(({ act }) => act);
  const worked = Number(month.slice(5)) % running.months === 0;
  const between = random.oneIn(3) ? [`${month}-${String(random.whole(8, 14)).padStart(2, '0')}`] : [];
  let told = `${month}-00`;
  for (const day of [...new Set([...of.map(({ on }) => on), ...between, last])].sort()) {
    await clock.set(day);
    await tell(world, news.filter(({ on }) => on > told && on <= day && on.startsWith(month)), day);
    told = day;
    for (const { run } of of.filter(({ on }) => on === day)) await run().catch((error: unknown) => { running.faults.push(`${day}: ${error instanceof Error ? error.message.slice(0, 600) : String(error)}`); });
    if (between.includes(day) || day === last && (worked || day === LAST_DAY)) {
      await writeWalks(world.db, { region_id: world.scene.region_id, person: String(world.who.office.person_id) }, running.walks, day);
      await reckon(world.db, world.scene.region_id, day);
    }
  }
}

async function tell({ scene }: World, news: readonly News[], day: string): Promise<void> {
  if (news.length === 0) return;
  const reply = await scene.import(together(news), { as_of: date(day), file: { name: `${day}.xlsx`, sha256: day } });
  if (reply.outcome !== 'done' && reply.outcome !== 'unchanged') throw new Error(`news of ${day}: ${JSON.stringify(reply).slice(0, 1500)}`);
}

export async function reckon(db: Database, region_id: number, day: string): Promise<void> {
  await reckonDuties(db, region_id, { today: date(day), duties: quzhou2024.duties, parameters: quzhou2024.parameters });
}
