import { addDays, date, type PlainDate } from '../core/values/plain-date.ts';
import type { Database } from '../store/database.ts';
import { loadMatters } from '../store/matters/matter.ts';
import { programActor } from '../store/program-actor.ts';
import { enterChange } from '../store/students/enter-change.ts';
import { knownRoll } from '../store/students/known-roll.ts';
import { addFiledPlan, addSamplePlan, PLAN_DAY } from './sample-plan.ts';
import { playing, type Playing } from './sample-playing.ts';

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

/** A student of the sample's own school who went into another class. */
async function addSampleRollChange({ as, given }: Playing): Promise<void> {
  const entered = await as('school_registrar', async (tx) => {
    const row = String((await knownRoll(tx, CHANGED))?.last.row);
    return enterChange(tx, CHANGED, { name: 'change_class', on: CHANGE_DAY, reason: '示例：按兴趣分班', ground: 'other', papers: [], row, class_id: '机电2402' }, given);
  });
  if (entered.outcome !== 'done') throw new Error(`the sample's change of the roll: ${JSON.stringify(entered)}`);
}

const CHANGE_DAY = date('2025-09-15');
const CHANGED = '20241002';

/** Matters of the sample in different states, so that its pages show some: a proposal, a round with a return, a plan that is being signed. */
export async function addSampleMatters(database: Database, region_id: number, on: PlainDate): Promise<void> {
  const { open, play } = playing(database, region_id, on);
  const change = await open('office', { kind: 'parameter_change', subject: 'rooms.min_m2', details: { value: '16', from: addDays(on, 1) } });
  await play(change, ['office', 'propose', { reason: '示例：拟提高生均用房标准' }]);
  const planners = { college: 'H1', school: REPORTING, department: 'D2' };
  await addFiledPlan(playing(database, region_id, PLAN_DAY), planners);
  await addSamplePlan(playing(database, region_id, on), planners);
  await addSampleRollChange(playing(database, region_id, CHANGE_DAY));
  // The sample's own school has reported; the others are a day late.
  const round = await open('office', { kind: 'collection_round', subject: '示例：2025年秋季数据收集', details: { on, due: addDays(on, -1), sheets: SHEETS } });
  for (const { subject, matter_id } of await returnsOf(database, region_id, round)) if (subject === REPORTING) await play(matter_id, ['school_registrar', 'submit']);
}

function returnsOf(database: Database, region_id: number, round: number): Promise<{ readonly matter_id: number; readonly subject: string }[]> {
  return database.as(programActor(region_id)).read(async (tx) => (await loadMatters(tx, { part_of: round })).map(({ matter_id, subject }) => ({ matter_id, subject })));
}
