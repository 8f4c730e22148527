import type { Role } from '../core/access/roles.ts';
import { DEFAULT_PACK } from '../core/policy/packs.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { Database } from '../store/database.ts';
import { loadMatter } from '../store/matters/matter.ts';
import { openMatter, type Opening } from '../store/matters/open-matter.ts';
import { stepMatter, type Stepping } from '../store/matters/step-matter.ts';
import { programActor } from '../store/program-actor.ts';
import type { Transaction } from '../store/transaction.ts';
import { sampleAccountName } from './sample-accounts.ts';

type Step = readonly [role: Role, act: string, more?: Omit<Stepping, 'matter_id' | 'act' | 'version'>];

export type Playing = ReturnType<typeof playing>;

/** Opens matters and takes their steps on a day, each as the account of its role. */
export function playing(database: Database, region_id: number, today: PlainDate) {
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
