import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Who acts, in which region. Every record says so, and row security shows nothing of any other region. */
export interface Actor {
  readonly region_id: number;
  /** The account's name; `recorded_by` of what is written. */
  readonly account: string;
}

/** One transaction of one actor. Everything that reads or writes the store takes one. */
export interface Transaction {
  readonly actor: Actor;
  /** Rows as objects, by a named prepared statement. */
  readonly query: <R>(sql: string, values?: readonly unknown[]) => Promise<R[]>;
  /** Rows as arrays in the order of the select list, by a named prepared statement. */
  readonly arrays: (sql: string, values?: readonly unknown[]) => Promise<unknown[][]>;
  /** A statement that is used once; answers how many rows it touched. */
  readonly change: (sql: string, values?: readonly unknown[]) => Promise<number>;
  /** COPY … FROM STDIN; each chunk holds whole lines in text format. */
  readonly copy: (sql: string, chunks: Iterable<string>) => Promise<void>;
  /** Lets everything that was written go when the work is over; what the work answers is still answered. */
  readonly discard: () => void;
}

/** Names of prepared statements by their text; the texts come from code, so there is a bounded number of them. */
const names = new Map<string, string>();

function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = `s${names.size + 1}`;
  names.set(sql, name);
  return name;
}

/** A transaction on a client that has begun one. Statements asked for at the same time take turns. */
export function transactionOn(client: pg.PoolClient, actor: Actor, discard: () => void): Transaction {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  return {
    actor,
    discard,
    query: async <R>(sql: string, values: readonly unknown[] = []) =>
      (await inTurn(() => client.query({ name: nameOf(sql), text: sql, values: [...values] }))).rows as R[],
    arrays: async (sql, values = []) =>
      (await inTurn(() => client.query<unknown[]>({ name: nameOf(sql), text: sql, values: [...values], rowMode: 'array' }))).rows,
    change: async (sql, values = []) => (await inTurn(() => client.query(sql, [...values]))).rowCount ?? 0,
    copy: (sql, chunks) => inTurn(() => pipeline(Readable.from(chunks, { objectMode: true }), client.query(copyFrom(sql)))),
  };
}
