import type { Row } from '../exchange/sheets.ts';
import type { Fen } from '../values/fen.ts';
import { amountOf } from './student-accounts.ts';

/** What of a grant receipt belongs to a campus. */
export interface GrantPart {
  readonly campus_id: string;
  readonly fen: Fen;
  readonly receipt: Row<'grant_receipts'>;
}

/** A campus that takes part in receipts without a campus; its weight is null where its heads are not known. */
export interface Recipient {
  readonly campus_id: string;
  readonly payer_id: string | null;
  readonly weight: bigint | null;
}

/** What is missing for a receipt to be split. */
export type Unsplit = 'payer_id' | 'grant_headcounts';

export interface GrantParts {
  readonly parts: readonly GrantPart[];
  /** Campuses whose part of some receipt nobody can tell: no payer is registered, or heads are not known or all zero. */
  readonly unsplit: ReadonlyMap<string, Unsplit>;
}

/** M5-f: receipts by campus; one that names no campus is split over the campuses of its payer, by heads. */
export function grantParts(receipts: readonly Row<'grant_receipts'>[], recipients: readonly Recipient[]): GrantParts {
  const parts: GrantPart[] = [];
  const unsplit = new Map<string, Unsplit>();
  for (const receipt of receipts) {
    if (receipt.campus_id !== null) {
      parts.push({ campus_id: receipt.campus_id, fen: amountOf(receipt), receipt });
      continue;
    }
    const registered = recipients.filter(({ payer_id }) => payer_id === receipt.payer_id);
    const own = registered.length > 0 ? registered : recipients.filter(({ payer_id }) => payer_id === null);
    const weighed = own.flatMap(({ campus_id, weight }) => (weight === null ? [] : [{ campus_id, weight }]));
    if (registered.length > 0 && weighed.length === own.length && weighed.some(({ weight }) => weight > 0n)) {
      parts.push(...splitByWeight(amountOf(receipt), weighed).map((part) => ({ ...part, receipt })));
    } else {
      for (const { campus_id } of own) unsplit.set(campus_id, registered.length > 0 ? 'grant_headcounts' : 'payer_id');
    }
  }
  return { parts, unsplit };
}

/** Down to the fen, the rest one fen each by largest remainder, ties by campus id: the parts always sum to the amount. */
export function splitByWeight(amount: Fen, weighed: readonly { readonly campus_id: string; readonly weight: bigint }[]): { readonly campus_id: string; readonly fen: Fen }[] {
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0n);
  const parts = weighed.map(({ campus_id, weight }) => ({ campus_id, fen: (amount * weight) / total, remainder: (amount * weight) % total }));
  const rest = amount - parts.reduce((sum, { fen }) => sum + fen, 0n);
  const favoured = new Set(
    parts.toSorted((a, b) => (a.remainder !== b.remainder ? (a.remainder > b.remainder ? -1 : 1) : a.campus_id < b.campus_id ? -1 : 1))
      .slice(0, Number(rest)).map(({ campus_id }) => campus_id),
  );
  return parts.map(({ campus_id, fen }) => ({ campus_id, fen: favoured.has(campus_id) ? fen + 1n : fen }));
}
