import { mayTouch } from '../../core/access/reach.ts';
import { maskOf, UNREADABLE } from '../../core/values/mask.ts';
import { kindOfToken } from '../key-ring.ts';
import { openTokens } from '../sealing.ts';
import type { Transaction } from '../transaction.ts';

/** A row with a value that is kept sealed, and whose it is. */
export interface SealedRow {
  readonly token: string | null;
  readonly scopes: readonly string[];
}

/** Shows sealed values whole where that was asked and may be, masked otherwise; counts both. */
export interface Opener {
  readonly open: <R extends SealedRow>(rows: readonly R[]) => Promise<(row: R) => string>;
  readonly counts: () => { readonly revealed: number; readonly masked: number };
}

/** `whole`: a purpose was given. Values of records that may be read and not revealed stay masked. */
export function openerOf(tx: Transaction, whole: boolean): Opener {
  let [revealed, masked] = [0, 0];
  return {
    open: async (rows) => {
      const values = await openTokens(tx, [...new Set(rows.flatMap(({ token }) => token ?? []))]);
      return ({ token, scopes }) => {
        const [kind, value] = [token === null ? null : kindOfToken(token), token === null ? null : values.get(token) ?? null];
        if (kind !== null && value !== null && whole && mayTouch(tx.actor.reach, 'students', 'reveal', scopes)) {
          revealed += 1;
          return value;
        }
        masked += 1;
        return kind === null || value === null ? UNREADABLE : maskOf(kind, value);
      };
    },
    counts: () => ({ revealed, masked }),
  };
}
