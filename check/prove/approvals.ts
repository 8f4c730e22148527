import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPossible } from '../../core/approvals/parameter-draft.ts';
import { date } from '../../core/values/plain-date.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { openDatabase, type Database } from '../../store/database.ts';
import { memorySource } from '../../store/key-source.ts';
import { idOfOpened, madeScene, wordOf } from '../../store/matters/made-matters.ts';
import { startPostgres } from '../../store/postgres/start.ts';
import type { Proof } from './proof.ts';

/** What came of many who decide at once. */
export interface Race {
  readonly done: number;
  readonly conflicts: number;
  /** Other outcomes, by their words. */
  readonly others: readonly string[];
  /** Matters in which more or fewer than one approval stands. */
  readonly notOnce: number;
}

/** Every approver approves every matter at the same moment, each having seen it waiting: of each matter one is in time. */
export async function raceApprovals(db: Database, { matters, approvers }: { readonly matters: number; readonly approvers: number }): Promise<Race> {
  const scene = await madeScene(db);
  const drafter = await scene.somebody('office');
  const people = await Promise.all(Array.from({ length: approvers }, () => scene.somebody('office')));
  const ids: number[] = [];
  for (const { key, value } of proposals().slice(0, matters)) {
    const id = idOfOpened(await scene.open(drafter, 'parameter_change', key, { value, from: FROM }));
    await scene.step(drafter, id, 'propose', { reason: '依据会议决定' });
    ids.push(id);
  }
  const words = await Promise.all(ids.flatMap((id) => people.map(async (person) => wordOf(await scene.step(person, id, 'approve', { version: 2 })))));
  const approved = await Promise.all(ids.map(async (id) => (await scene.see(id)).entries.filter(({ act }) => act === 'approve').length));
  return {
    done: words.filter((word) => word === 'done').length, conflicts: words.filter((word) => word === 'changed_meanwhile').length,
    others: [...new Set(words.filter((word) => word !== 'done' && word !== 'changed_meanwhile'))], notOnce: approved.filter((many) => many !== 1).length,
  };
}

const FROM = date('2025-11-01');

/** A value that each parameter could hold: a number, or one of its own readings. */
function proposals(): { readonly key: string; readonly value: string }[] {
  return quzhou2024.parameters.flatMap(({ key, value, reading }) => {
    const one = [...(reading?.options ?? []).map((option) => option.value), '1', String(value)].find((text) => isPossible(quzhou2024, key, { value: text, from: FROM }));
    return one === undefined ? [] : [{ key, value: one }];
  });
}

const APPROVERS = 20;
const MATTERS = 100;

/** Of each matter one decision stands, however many decide at once. `count` is how many matters. */
export const approvals: Proof = {
  name: 'approvals',
  run: async ({ count }) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'guantong-approvals-'));
    const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
    const db = await openDatabase(postgres.connection, memorySource());
    try {
      const matters = count ?? MATTERS;
      const { done, conflicts, others, notOnce } = await raceApprovals(db, { matters, approvers: APPROVERS });
      return {
        holds: done === matters && conflicts === matters * (APPROVERS - 1) && others.length + notOnce === 0,
        figures: `${matters} matters × ${APPROVERS} approvers: ${done} decided, ${conflicts} conflicts, ${notOnce} not decided just once${others.length === 0 ? '' : `, others: ${others.join()}`}`,
      };
    } finally {
      await db.close();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};
