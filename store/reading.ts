import type { Pool, PoolClient } from 'pg';
import { newCourse, sendAtOnce, sendUnheard } from './transaction-course.ts';
import { contextOf, prepared, transactionOn, type Actor, type Transaction } from './transaction.ts';

/**
 * Transactions for reading, on connections that send a statement before the last one is answered: the beginning goes
 * out with the first question, and nobody waits for the end.
 */

const BEGIN = 'begin isolation level repeatable read read only';

/** Runs the work in one transaction; all its statements see one state of the data. */
export async function read<T>(pool: Pool, { actor, ...means }: { readonly actor: Actor } & Pick<Transaction, 'keys' | 'press'>, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const course = newCourse();
  sendAtOnce(client);
  sendUnheard(course, client.query(`${BEGIN}; ${contextOf(actor)}`));
  try {
    return await work(transactionOn(client, actor, means, course));
  } finally {
    letGo(client, client.query('commit'));
    await Promise.all(course.unheard);
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

/** Gives the connection back once its transaction has ended; one that cannot end it is given up. */
function letGo(client: PoolClient, ended: Promise<unknown>): void {
  ended.then(() => client.release(), (failure: Error) => client.release(failure));
}
