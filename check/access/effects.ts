import { AsyncLocalStorage } from 'node:async_hooks';
import { EVERYTHING, type Reach } from '../../core/access/reach.ts';
import type { Context, Database } from '../../store/database.ts';
import type { Actor, Transaction } from '../../store/transaction.ts';

/** What a request would have kept: rows by table, and the labels of every row of a register that it touched. */
export interface Effect {
  readonly tables: Record<string, number>;
  readonly touched: { readonly table: string; readonly scopes: readonly string[]; readonly canaries: string }[];
}

const effects = new AsyncLocalStorage<Effect>();

/** Runs a request and answers what it would have kept. */
export async function withEffect<T>(work: () => Promise<T>): Promise<{ readonly answer: T; readonly effect: Effect }> {
  const effect: Effect = { tables: {}, touched: [] };
  return { answer: await effects.run(effect, work), effect };
}

/** How the application is to see its actors: as they are, or each as somebody to whom everything is open. */
export type Belief = 'as it is' | 'everything is open';

/**
 * A database in which nothing lasts: every change is looked at when it is done, and let go. Where the application is
 * to believe that everything is open, the database still hears from each transaction who really acts.
 */
export function passing(database: Database, belief: () => Belief, really: ReadonlyMap<string, Reach>): Database {
  return {
    ...database,
    as: (actor) => {
      const true_ = really.get(actor.account);
      const acting = belief() === 'as it is' || true_ === undefined ? actor : { ...actor, reach: true_ };
      const believed = (own: Actor): Actor => (belief() === 'as it is' || true_ === undefined ? own : { ...own, reach: EVERYTHING });
      const context: Context = database.as(acting);
      return {
        ...context,
        read: (work) => context.read((tx) => work(shown(tx, believed, () => undefined))),
        write: (work) => context.write((tx) => lettingGo(tx, believed, work)),
        disclose: (work) => context.disclose((tx) => lettingGo(tx, believed, work)),
      };
    },
  };
}

function shown(tx: Transaction, believed: (actor: Actor) => Actor, discarded: () => void): Transaction {
  return {
    ...tx, actor: believed(tx.actor),
    discard: () => {
      discarded();
      tx.discard();
    },
    whole: (work) => tx.whole((raised) => work(shown(raised, believed, discarded))),
    decided: (kinds, work) => tx.decided(kinds, (raised) => work(shown(raised, believed, discarded))),
  };
}

async function lettingGo<T>(tx: Transaction, believed: (actor: Actor) => Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
  let kept = true;
  const before = await touchedRows(tx);
  const answer = await work(shown(tx, believed, () => { kept = false; }));
  const effect = effects.getStore();
  if (kept && effect !== undefined) await note(tx, before, effect);
  tx.discard();
  return answer;
}

/** Counts of rows by table that this connection has changed, this transaction's among them. */
async function touchedRows(tx: Transaction): Promise<Map<string, number>> {
  const rows = await tx.query<{ name: string; many: bigint }>(
    `select relname::text as name, n_tup_ins + n_tup_upd + n_tup_del as many from pg_stat_xact_user_tables
     where schemaname = 'public' and n_tup_ins + n_tup_upd + n_tup_del > 0`);
  return new Map(rows.map(({ name, many }) => [name, Number(many)]));
}

/** Numbers and times that are handed out, and what is written down of the act. */
const BESIDE = /^(regions|idempotency_keys|audit_\w+)$/;

async function note(tx: Transaction, before: ReadonlyMap<string, number>, effect: Effect): Promise<void> {
  const after = await touchedRows(tx);
  for (const [table, many] of after) {
    const more = many - (before.get(table) ?? 0);
    if (more <= 0 || BESIDE.test(table)) continue;
    effect.tables[table] = (effect.tables[table] ?? 0) + more;
    if (!table.startsWith('register_')) continue;
    const rows = await tx.whole((whole) => whole.query<{ scopes: string[]; text: string }>(
      `select scopes, r::text as text from ${table} r where xmin::text = (pg_current_xact_id()::text::bigint % 4294967296)::text`));
    effect.touched.push(...rows.map(({ scopes, text }) => ({ table, scopes, canaries: text })));
  }
}
