import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Instant } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';

interface DiplomaAct {
  readonly act: 'handed_over' | 'lost' | 'withdrawn';
  readonly on: PlainDate;
  readonly taken_by: string | null;
  readonly reason: string | null;
  readonly person: string;
  readonly at: Instant;
}

/** Writes down what was done with certificates; each act is done with one of them once. */
export async function noteActs(tx: Transaction, diplomas: readonly number[], { act, on, taken_by, reason, person, at }: DiplomaAct): Promise<void> {
  await tx.change(
    `insert into diploma_acts (region_id, diploma_id, act_no, act, on_date, taken_by, reason, person_id, scopes, recorded_at, recorded_by)
     select $1::integer, d.diploma_id, 1 + (select count(*)::integer from diploma_acts a where a.region_id = $1 and a.diploma_id = d.diploma_id), $3::text, $4::date, $5::text, $6::text, $7::bigint,
       d.scopes, $8::timestamptz, $9::text
     from diplomas d where d.region_id = $1 and d.diploma_id = any($2::bigint[])`,
    [tx.actor.region_id, diplomas, act, on, taken_by, reason, person, at, tx.actor.account]);
}

/**
 * Certificates that rest on a change of the roll which is undone hold no more. They keep their numbers. To be called
 * within `tx.whole` by the decision that undoes it.
 */
export async function withdrawDiplomas(whole: Transaction, change_id: number, { on, reason, person, at }: Pick<DiplomaAct, 'on' | 'reason' | 'person' | 'at'>): Promise<number> {
  const rows = await whole.query<{ diploma_id: bigint }>(
    `select d.diploma_id from diplomas d where d.region_id = $1 and d.change_id = $2
       and not exists (select 1 from diploma_acts a where a.region_id = $1 and a.diploma_id = d.diploma_id and a.act = 'withdrawn')`, [whole.actor.region_id, change_id]);
  if (rows.length > 0) await noteActs(whole, rows.map(({ diploma_id }) => Number(diploma_id)), { act: 'withdrawn', on, taken_by: null, reason, person, at });
  return rows.length;
}
