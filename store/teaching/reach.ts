import { mayTouch } from '../../core/access/reach.ts';
import type { Action } from '../../core/access/policy-table.ts';
import type { Transaction } from '../transaction.ts';

/** Whether labels are in reach. */
export type Touches = (labels: readonly string[]) => boolean;

const EVERYTHING = '*';
const SEPARATOR = '\u001f';

/**
 * Whether courses that carry labels are in the actor's reach, for what is told of classes before any course of theirs is
 * open: by the application's own account, and by what the database was told of this transaction.
 */
export async function touching(tx: Transaction, action: Extract<Action, 'read' | 'write' | 'approve'>): Promise<Touches> {
  const [row] = await tx.query<{ held: string | null }>(`select current_setting('app.${action}_courses', true) as held`);
  const held = row?.held ?? '';
  const own = new Set(held.split(SEPARATOR));
  return (labels) => mayTouch(tx.actor.reach, 'courses', action, labels) && (held === EVERYTHING || labels.some((label) => own.has(label)));
}
