import type { PlainDate } from '../core/values/plain-date.ts';
import { takeNumbers } from './record-stamp.ts';
import type { Transaction } from './transaction.ts';

/** The day from which duties of the region are owed: as it was set last, else the day on which the region was made. */
export async function goLiveOf(tx: Transaction): Promise<PlainDate> {
  const [row] = await tx.query<{ go_live: PlainDate }>(
    `select coalesce((select s.go_live from duty_starts s where s.region_id = $1 order by s.start_id desc limit 1), (r.created_at at time zone 'Asia/Shanghai')::date) as go_live
     from regions r where r.region_id = $1`, [tx.actor.region_id]);
  if (row === undefined) throw new Error(`there is no region ${tx.actor.region_id}`);
  return row.go_live;
}

/** Sets the day from which duties are owed; what was set off before it counts as done with. */
export async function setGoLive(tx: Transaction, go_live: PlainDate): Promise<void> {
  const { region_id, account } = tx.actor;
  await tx.change('insert into duty_starts (region_id, start_id, go_live, recorded_at, recorded_by) values ($1, $2, $3, clock_timestamp(), $4)',
    [region_id, await takeNumbers(tx, 'next_number', 1), go_live, account]);
  await tx.audit({ action: 'duties.start', object: 'duties', detail: { go_live } });
}
