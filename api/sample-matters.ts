import type { Role } from '../core/access/roles.ts';
import { DEFAULT_PACK } from '../core/policy/packs.ts';
import { addDays, type PlainDate } from '../core/values/plain-date.ts';
import type { Database } from '../store/database.ts';
import { loadMatter, loadMatters } from '../store/matters/matter.ts';
import { openMatter, type Opening } from '../store/matters/open-matter.ts';
import { stepMatter, type Stepping } from '../store/matters/step-matter.ts';
import { programActor } from '../store/program-actor.ts';
import type { Transaction } from '../store/transaction.ts';
import { sampleAccountName } from './sample-accounts.ts';
import { addSamplePlan } from './sample-plan.ts';

type Step = readonly [role: Role, act: string, more?: Omit<Stepping, 'matter_id' | 'act' | 'version'>];

/** A round that was frozen and signed, so that the sample holds a document of a decision; it freezes the figures of its day. */
export async function addSampleRound(database: Database, region_id: number, on: PlainDate): Promise<void> {
  const due = addDays(on, DAYS_TO_REPORT);
  const { open, play } = playing(database, region_id, due);
  const round = await open('office', { kind: 'collection_round', subject: '示例：2025年春季数据收集', details: { on, due, sheets: SHEETS } });
  const returns = await returnsOf(database, region_id, round);
  for (const { subject, matter_id } of returns) if (subject === REPORTING) await play(matter_id, ['school_registrar', 'submit'], ['college_programme', 'verify']);
  await play(round, ['office', 'freeze', { details: { missing: returns.map(({ subject }) => subject).filter((one) => one !== REPORTING).sort() } }], ['city_bureau', 'sign']);
}

const DAYS_TO_REPORT = 10;
const SHEETS = ['campuses', 'rooms', 'staff'] as const;
/** The school whose people the sample has. */
const REPORTING = 'S1';

/** Matters of the sample in different states, so that its pages show some: a proposal, a round with a return, a plan that is being signed. */
export async function addSampleMatters(database: Database, region_id: number, on: PlainDate): Promise<void> {
  const { open, play } = playing(database, region_id, on);
  const change = await open('office', { kind: 'parameter_change', subject: 'rooms.min_m2', details: { value: '16', from: addDays(on, 1) } });
  await play(change, ['office', 'propose', { reason: '示例：拟提高生均用房标准' }]);
  await addSamplePlan(playing(database, region_id, on), { college: 'H1', school: REPORTING, department: 'D2' });
  // The sample's own school has reported; the others are a day late.
  const round = await open('office', { kind: 'collection_round', subject: '示例：2025年秋季数据收集', details: { on, due: addDays(on, -1), sheets: SHEETS } });
  for (const { subject, matter_id } of await returnsOf(database, region_id, round)) if (subject === REPORTING) await play(matter_id, ['school_registrar', 'submit']);
}

export type Playing = ReturnType<typeof playing>;

/** Opens matters and takes their steps on a day, each as the account of its role. */
function playing(database: Database, region_id: number, today: PlainDate) {
  const given = { pack: DEFAULT_PACK, today };
  const as = <T>(role: Role, work: (tx: Transaction) => Promise<T>): Promise<T> => database.as({ ...programActor(region_id), account: sampleAccountName(role) }).write(work);
  const open = (role: Role, opening: Opening): Promise<number> => as(role, async (tx) => {
    const opened = await openMatter(tx, opening, given);
    if (opened.outcome !== 'done') throw new Error(`the sample's ${opening.kind}: ${opened.outcome}`);
    return opened.matter_id;
  });
  const play = async (matter_id: number, ...steps: readonly Step[]): Promise<void> => {
    for (const [role, act, more] of steps) {
      const stepped = await as(role, async (tx) => stepMatter(tx, { matter_id, act, version: (await loadMatter(tx, matter_id))?.version ?? 0, ...more }, given));
      if (stepped.outcome !== 'done') throw new Error(`the sample's ${act}: ${JSON.stringify(stepped)}`);
    }
  };
  return { as, given, open, play };
}

function returnsOf(database: Database, region_id: number, round: number): Promise<{ readonly matter_id: number; readonly subject: string }[]> {
  return database.as(programActor(region_id)).read(async (tx) => (await loadMatters(tx, { part_of: round })).map(({ matter_id, subject }) => ({ matter_id, subject })));
}
