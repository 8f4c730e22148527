import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date, type PlainDate } from '../../core/values/plain-date.ts';
import type { Database } from '../database.ts';
import { madeAccount } from '../made-people.ts';
import { AS_OF } from '../made-store.ts';
import { programActor } from '../program-actor.ts';
import { openMatter } from './open-matter.ts';
import { stepMatter } from './step-matter.ts';

/** A value of law that a region changes, drafted by one and approved by another. For tests. */
export async function madeChange(db: Database, region_id: number, { key, value, from }: { readonly key: string; readonly value: string; readonly from: string }, today: PlainDate = AS_OF): Promise<void> {
  const as = db.as(programActor(region_id));
  const [drafter, approver] = [await madeAccount(as, 'office'), await madeAccount(as, 'office')];
  const given = { pack: quzhou2024, today };
  const of = ({ account }: typeof drafter) => db.as({ ...programActor(region_id), account });
  const opened = await of(drafter).write((tx) => openMatter(tx, { kind: 'parameter_change', subject: key, details: { value, from: date(from) } }, given));
  if (opened.outcome !== 'done') throw new Error(opened.outcome);
  for (const [who, act, version] of [[drafter, 'propose', 1], [approver, 'approve', 2]] as const) {
    const stepped = await of(who).write((tx) => stepMatter(tx, { matter_id: opened.matter_id, act, version, reason: '理由' }, given));
    if (stepped.outcome !== 'done') throw new Error(stepped.outcome);
  }
}
