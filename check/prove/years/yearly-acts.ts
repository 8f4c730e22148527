import { judgingOn } from '../../../core/check/judging.ts';
import { quzhou2024 } from '../../../core/policy/quzhou-2024/pack.ts';
import { SCORE_TOPICS, type Scores } from '../../../core/supervision/scorecard.ts';
import type { VisitKind } from '../../../core/supervision/visit.ts';
import { date } from '../../../core/values/plain-date.ts';
import { issueCircular, readCircular } from '../../../store/coordination/circulars.ts';
import { enterHolidays } from '../../../store/holidays.ts';
import { takeSnapshot } from '../../../store/snapshots.ts';
import { checklistOf } from '../../../store/supervision/checklist-of.ts';
import { recordVisit } from '../../../store/supervision/record-visit.ts';
import { idOfOpened, wordOf, type MadeActor } from '../../../store/matters/made-matters.ts';
import { MADE_YEARS, plus, tableOfYear } from './naive-days.ts';
import type { SchoolYear } from './news.ts';
import type { Deeds } from './register-spells.ts';
import type { Random } from '../random.ts';
import { acts, type Post, type World } from './world.ts';

/** Something that somebody does on a day. */
export interface Act {
  readonly on: string;
  readonly run: () => Promise<unknown>;
}

export type Stepping = Parameters<World['scene']['step']>[3];

/** Steps of a matter, each on its day, each to be done. */
export async function stepped({ scene }: World, id: number, steps: readonly (readonly [who: MadeActor, act: string, on: string, more?: Stepping])[]): Promise<void> {
  for (const [who, act, on, more] of steps) {
    const answer = await scene.step(who, id, act, { reason: '依据记录', today: date(on), ...more });
    if (wordOf(answer) !== 'done') throw new Error(`${act} of matter ${id} on ${on}: ${JSON.stringify(answer).slice(0, 400)}`);
  }
}

/** What every year brings: tables of holidays, a snapshot, circulars, visits, assessments, reviews. */
export function yearlyActs(world: World, random: Random, { years, deeds, lastDay }: { readonly years: readonly SchoolYear[]; readonly deeds: Deeds; readonly lastDay: string }): Act[] {
  const all = [...new Set(years.map(({ year }) => year))];
  const some = [
    ...MADE_YEARS.map((year) => holidayTable(world, year)), ...all.flatMap((year) => [...snapshot(world, random, year, deeds), ...circular(world, random, year, deeds), ...reviews(world, random, year, deeds)]),
    ...years.flatMap((drawn) => [...visits(world, drawn), ...assessment(world, random, drawn, deeds)]),
  ];
  return some.filter(({ on }) => on <= lastDay);
}

function holidayTable({ scene }: World, year: number): Act {
  return { on: `${year - 1}-11-01`, run: async () => {
    const { off, worked } = tableOfYear(year);
    const entered = await scene.as.write((tx) => enterHolidays(tx, { year, off: off.map(date), worked: worked.map(date), source: '国务院办公厅通知', version: 0 }));
    if (entered.outcome !== 'done') throw new Error(JSON.stringify(entered));
  } };
}

function snapshot({ db, scene }: World, random: Random, year: number, deeds: Deeds): Act[] {
  const on = random.pick([`${year}-10-31`, `${year}-11-06`, null]);
  if (on === null) return [];
  deeds.snapshots.push({ year, on });
  return [{ on, run: () => takeSnapshot(db, { actor: scene.actor, judging: judgingOn(quzhou2024, date(`${year}-10-31`)) }) }];
}

const READERS: Readonly<Record<string, Post>> = { S: 'head_S', S2: 'head_S2', H: 'programme', B2: 'county_S', G: 'finance', D: 'department' };

function circular(world: World, random: Random, year: number, deeds: Deeds): Act[] {
  const [on, by] = [`${year}-10-20`, `${year}-11-03`];
  const read = Object.fromEntries(Object.keys(READERS).map((body) => [body, random.pick([`${year}-10-21`, by, `${year}-11-04`, `${year}-11-20`, null])]));
  deeds.circulars.push({ on, by, read });
  let id = '';
  return [
    { on, run: async () => { id = (await acts(world, world.who.office, (tx) => issueCircular(tx, { title: `通知 ${year}`, body: '请签收', addressed: Object.keys(READERS), read_by: date(by) }, date(on)))).id; } },
    ...Object.entries(read).flatMap(([body, day]) => (day === null ? [] : [{ on: day, run: () => acts(world, world.who[READERS[body] ?? 'office'], (tx) => readCircular(tx, Number(id), date(day))) }])),
  ];
}

function visits({ scene }: World, { school, visits: days }: SchoolYear): Act[] {
  const visit = (kind: VisitKind, on: string | null): Act[] => (on === null ? [] : [{ on, run: async () => {
    const at = { kind, college_id: 'H', school_id: school, on: date(on) };
    const lines = await scene.as.read((tx) => tx.whole(async (whole) => (await checklistOf(whole, at, quzhou2024) ?? []).map(({ line }) => ({ line, answer: 'met' as const, remark: '', severity: null }))));
    const recorded = await scene.as.write((tx) => recordVisit(tx, { ...at, visitors: '张三', note: '', lines }, { pack: quzhou2024, today: date(on) }));
    if (recorded.outcome !== 'done') throw new Error(`visit on ${on}: ${JSON.stringify(recorded)}`);
  } }]);
  return [...visit('quality', days.first), ...visit('quality', days.second), ...visit('conduct', days.conduct)];
}

const scores = Object.fromEntries(SCORE_TOPICS.map((topic) => [topic, 80])) as unknown as Scores;

function assessment(world: World, random: Random, { school, year }: SchoolYear, deeds: Deeds): Act[] {
  const { scene, who } = world;
  const decided = random.pick([`${year + 1}-07-10`, `${year + 1}-08-31`, `${year + 1}-09-04`, null]);
  if (decided !== null) deeds.assessed.push({ school, year, on: decided });
  let id = 0;
  const bureau = who[`county_${school}`];
  return [
    { on: `${year + 1}-06-28`, run: async () => { id = idOfOpened(await scene.open(bureau, 'yearly_assessment', school, { year, title: `${year} 年度考核`, text: '台账核对', scores }, date(`${year + 1}-06-28`))); } },
    { on: `${year + 1}-07-02`, run: () => stepped(world, id, [[who[`head_${school}`], 'respond', `${year + 1}-07-02`]]) },
    // What is not decided is taken back before the next year's begins.
    decided === null ? { on: `${year + 2}-05-20`, run: () => stepped(world, id, [[bureau, 'withdraw', `${year + 2}-05-20`]]) } : { on: decided, run: () => stepped(world, id, [[who.second_city, 'decide', decided]]) },
  ];
}

const UNITS: Readonly<Record<string, Post>> = { S: 'head_S', S2: 'head_S2', H: 'leader', B2: 'county_S', B3: 'county_S2' };

function reviews(world: World, random: Random, year: number, deeds: Deeds): Act[] {
  const { scene, who } = world;
  return Object.entries(UNITS).flatMap(([unit, post]) => {
    const on = random.pick([`${year}-12-10`, `${year}-12-31`, `${year + 1}-01-05`, null]);
    if (on === null) return [];
    deeds.reviewed.push({ unit, year, on });
    const taken = plus(on, random.pick([2, 12, 45]));
    let id = 0;
    return [
      { on, run: async () => { id = idOfOpened(await scene.open(who[post], 'yearly_review', unit, { year, title: `${year} 年度总结`, text: '问卷', actions: '实践周' }, date(on))); } },
      { on: taken, run: () => stepped(world, id, [[who.office, 'take_in_without', taken]]) },
    ];
  });
}

