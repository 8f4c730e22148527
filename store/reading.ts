import type { Client, Pool, PoolClient } from 'pg';
import { contextOf, prepared, transactionOn, type Actor, type Transaction } from './transaction.ts';

/**
 * Transactions for reading, on connections that send a statement before the last one is answered: the beginning goes
 * out with the first question, and nobody waits for the end.
 */

const BEGIN = 'begin isolation level repeatable read read only';

/** Runs the work in one transaction; all its statements see one state of the data. */
export async function read<T>(pool: Pool, { actor, ...means }: { readonly actor: Actor } & Pick<Transaction, 'keys' | 'press'>, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  sendAtOnce(client);
  const begun = client.query(`${BEGIN}; ${contextOf(actor)}`);
  // Whether it began is asked when the work is over: until then a transaction that did not begin refuses every statement.
  begun.catch(() => undefined);
  try {
    return await work(transactionOn(client, actor, means, { discarded: false, changed: false, audited: false }));
  } finally {
    letGo(client, client.query('commit'));
    await begun;
  }
}

/** One question in a transaction of its own, in one round trip. */
export async function ask<R>(pool: Pool, actor: Actor, sql: string, values: readonly unknown[]): Promise<R[]> {
  const client = await pool.connect();
  sendAtOnce(client);
  const begun = client.query(`${BEGIN}; ${contextOf(actor)}`);
  const asked = client.query(prepared(sql, values));
  letGo(client, client.query('commit'));
  const [, { rows }] = await Promise.all([begun, asked]);
  return rows as R[];
}

/** What is sent in this turn of the program goes out as one packet. */
function sendAtOnce(client: PoolClient): void {
  const { stream } = (client as unknown as Client).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** Gives the connection back once its transaction has ended; one that cannot end it is given up. */
function letGo(client: PoolClient, ended: Promise<unknown>): void {
  ended.then(() => client.release(), (failure: Error) => client.release(failure));
}
