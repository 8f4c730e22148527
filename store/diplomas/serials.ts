import type { DiplomaKindId } from '../../core/diplomas/diploma-kinds.ts';
import type { Transaction } from '../transaction.ts';

/** One run of numbers: an institution's certificates of a kind in a year. */
export interface SerialRun {
  readonly issuer_id: string;
  readonly kind: DiplomaKindId;
  readonly year: number;
}

/**
 * Takes so many serials; answers the first. The run stays locked until the transaction ends: others wait, and what is
 * rolled back is given to the next, so that none is left out.
 */
export async function takeSerials(tx: Transaction, { issuer_id, kind, year }: SerialRun, many: number): Promise<number> {
  const [row] = await tx.query<{ last_serial: number }>(
    `insert into diploma_series as s (region_id, issuer_id, kind, year, last_serial) values ($1, $2, $3, $4, $5)
     on conflict (region_id, issuer_id, kind, year) do update set last_serial = s.last_serial + $5 returning last_serial`,
    [tx.actor.region_id, issuer_id, kind, year, many]);
  if (row === undefined) throw new Error(`no serials of ${issuer_id} ${kind} ${year} were given`);
  return row.last_serial - many + 1;
}

/** How a run stands, counted from the certificates themselves. */
export interface SerialState extends SerialRun {
  readonly last_serial: number;
  readonly diplomas: number;
  /** Serials up to the last that no certificate bears; none, or something is wrong. */
  readonly missing: number;
}

/** Every run of the institutions that are asked about, the latest year first. To be asked within `tx.whole`. */
export async function serialStates(whole: Transaction, issuers: readonly string[]): Promise<SerialState[]> {
  const rows = await whole.query<SerialRun & { last_serial: number; diplomas: bigint }>(
    `select s.issuer_id, s.kind, s.year, s.last_serial, count(d.serial) as diplomas from diploma_series s
     left join diplomas d on d.region_id = s.region_id and d.issuer_id = s.issuer_id and d.kind = s.kind and d.year = s.year and d.serial <= s.last_serial
     where s.region_id = $1 and s.issuer_id = any($2::text[]) group by s.issuer_id, s.kind, s.year, s.last_serial order by s.year desc, s.issuer_id, s.kind`,
    [whole.actor.region_id, issuers]);
  return rows.map(({ diplomas, ...row }) => ({ ...row, diplomas: Number(diplomas), missing: row.last_serial - Number(diplomas) }));
}
