import { randomUUID } from 'node:crypto';
import { entryHash } from './audit-hash.ts';
import type { AuditDetail, AuditEntry, ChainAlgorithm } from './audit-hash.ts';
import type { Instant } from './known-time.ts';

/** What somebody does, as the one who writes the act says it. */
export interface AuditedAct {
  /** `import.commit`, `record.correct`, `sign_in.done`. */
  readonly action: string;
  /** What it is done to: `imports/12`, `students/123#id_number`. */
  readonly object: string;
  /** Whatever tells more. Never names, ids of citizens, phones, passwords or tokens. */
  readonly detail?: AuditDetail;
}

/** Asks the database by a named prepared statement, as `Transaction.query` does. */
type Ask = <R>(sql: string, values: readonly unknown[]) => Promise<R[]>;

/** Text that comes back from the database as it went in: whole characters, and none that it cannot keep. */
function kept(text: string): string {
  return Buffer.from(text).toString().replaceAll('\0', '\ufffd');
}

/** Detail as it comes back from the database, so that it is hashed as it will be read. */
export function keptDetail(detail: unknown): AuditDetail {
  return JSON.parse(JSON.stringify(detail), (_, value: unknown) => {
    if (typeof value === 'string') return kept(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [kept(name), inner]));
  }) as AuditDetail;
}

/**
 * The statement that writes the entry of an act in the act's own transaction, and puts it on the way into the region's chain.
 * @throws Error when the region has no chain: a region's first act is to begin one.
 */
export async function entryOf(ask: Ask, actor: { readonly region_id: number; readonly account: string }, act: AuditedAct): Promise<{ readonly sql: string; readonly values: readonly unknown[] }> {
  const { region_id } = actor;
  const [now] = await ask<{ at: Instant; algorithm: ChainAlgorithm }>(
    'select clock_timestamp() as at, algorithm from audit_heads where region_id = $1', [region_id]);
  if (now === undefined) throw new Error(`region ${region_id} has no audit chain`);
  const object = kept(act.object);
  const entry: AuditEntry = {
    region_id, entry_id: randomUUID(), at: now.at, actor: kept(actor.account), action: kept(act.action),
    kind: object.split('/', 1)[0] as string, object, detail: keptDetail(act.detail ?? {}),
  };
  return {
    sql: WRITE,
    values: [region_id, entry.entry_id, entry.at, entry.actor, entry.action, entry.kind, object, JSON.stringify(entry.detail), entryHash(now.algorithm, entry)],
  };
}

const WRITE = `with entry as (
    insert into audit_entries (region_id, entry_id, at, actor, action, kind, object, detail, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9))
  insert into audit_unsealed (region_id, at, entry_id) values ($1, $3, $2)`;

export const ENTRY_COLUMNS = 'region_id, entry_id, at, actor, action, kind, object, detail';
