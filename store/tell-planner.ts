import type { SheetName } from '../core/exchange/sheets.ts';
import type { Transaction } from './transaction.ts';

/** From so many records on, whatever there is besides. */
const LARGE = 1000;
/** Fewer than these do no harm, and as many only where the register grows by a fifth. */
const FEW = 100;
const GROWN_BY = 5;

/**
 * Has the planner look at a register that many records went into: it would otherwise go through a region once for each of
 * its records until the server looks by itself. At once: what the same act reads next is found among them.
 */
export async function tellPlanner(tx: Transaction, name: SheetName, changed: number): Promise<void> {
  if (changed < FEW) return;
  if (changed < LARGE) {
    const [row] = await tx.query<{ known: number }>('select reltuples::double precision as known from pg_class where oid = $1::regclass', [`register_${name}`]);
    if (changed * GROWN_BY < (row?.known ?? 0)) return;
  }
  await tx.query('select analyze_register($1)', [name]);
}
