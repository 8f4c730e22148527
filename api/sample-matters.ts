import type { Role } from '../core/access/roles.ts';
import { DEFAULT_PACK } from '../core/policy/packs.ts';
import { addDays, type PlainDate } from '../core/values/plain-date.ts';
import type { Database } from '../store/database.ts';
import { openMatter, type Opening } from '../store/matters/open-matter.ts';
import { stepMatter, type Stepping } from '../store/matters/step-matter.ts';
import { programActor } from '../store/program-actor.ts';
import type { Transaction } from '../store/transaction.ts';
import { sampleAccountName } from './sample-accounts.ts';

type Step = readonly [role: Role, act: string, more?: Omit<Stepping, 'matter_id' | 'act' | 'version'>];

/** Matters of the sample in different states, so that its pages show some: a proposal, a round with a return, a plan that was decided. */
export async function addSampleMatters(database: Database, region_id: number, on: PlainDate): Promise<void> {
  const given = { pack: DEFAULT_PACK, today: on };
  const as = <T>(role: Role, work: (tx: Transaction) => Promise<T>): Promise<T> => database.as({ ...programActor(region_id), account: sampleAccountName(role) }).write(work);
  const open = (role: Role, opening: Opening): Promise<number> => as(role, async (tx) => {
    const opened = await openMatter(tx, opening, given);
    if (opened.outcome !== 'done') throw new Error(`the sample's ${opening.kind}: ${opened.outcome}`);
    return opened.matter_id;
  });
  const play = async (matter_id: number, ...steps: readonly Step[]): Promise<void> => {
    for (const [at, [role, act, more]] of steps.entries()) {
      const stepped = await as(role, (tx) => stepMatter(tx, { matter_id, act, version: at + 1, ...more }, given));
      if (stepped.outcome !== 'done') throw new Error(`the sample's ${act}: ${JSON.stringify(stepped)}`);
    }
  };
  const change = await open('office', { kind: 'parameter_change', subject: 'rooms.min_m2', details: { value: '16', from: addDays(on, 1) } });
  await play(change, ['office', 'propose', { reason: '示例：拟提高生均用房标准' }]);
  const plan = await open('college_programme', { kind: 'enrolment_plan', subject: 'H1', details: { year: 2026 } });
  await play(plan, ['college_programme', 'table', { reason: '示例：提请审定' }],
    ['college_leadership', 'resolve', { documents: [{ name: '示例会议纪要.pdf', sha256: '0'.repeat(64) }], votes: { members: 9, present: 8, for: 7, against: 0, abstained: 1 } }]);
  await open('office', { kind: 'collection_round', subject: '示例：2025年秋季数据收集', details: { on, due: addDays(on, -1), sheets: ['campuses', 'rooms', 'staff'] } });
  await submitReturn(database, region_id, play);
}

/** The sample's own school has reported; the others are a day late. */
async function submitReturn(database: Database, region_id: number, play: (matter_id: number, ...steps: readonly Step[]) => Promise<void>): Promise<void> {
  const [row] = await database.as(programActor(region_id)).read((tx) => tx.query<{ matter_id: bigint }>(
    `select matter_id from matters where region_id = $1 and kind = 'collection_return' and subject = 'S1'`, [region_id]));
  if (row !== undefined) await play(Number(row.matter_id), ['school_registrar', 'submit']);
}
