/** What can be wrong with a region's audit, and with what its entries prove. */
export const FINDING_KINDS = [
  'entry_changed', 'entry_missing', 'entry_outside', 'entry_waits', 'link_missing', 'link_changed', 'head_differs',
  'checkpoint_differs', 'checkpoint_missing', 'checkpoint_forged', 'chain_short', 'no_key',
  'records_changed', 'records_missing', 'record_outside', 'answer_differs',
  'snapshot_changed', 'snapshot_missing', 'snapshot_outside', 'text_changed', 'text_missing', 'text_outside',
  'file_changed', 'file_missing', 'file_outside', 'document_changed', 'document_missing', 'document_outside', 'region_missing',
  'balance_differs', 'posting_differs', 'result_differs',
] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

/** One thing that is wrong, and the entry that it is wrong with. */
export interface Finding {
  readonly what: FindingKind;
  /** Number in the chain; null for what has none. */
  readonly seq: number | null;
  readonly entry_id: string | null;
  readonly at: string | null;
  readonly action: string | null;
  readonly object: string | null;
  /** Which thing exactly, where it is not the entry itself: `rooms/12`, `rooms/1..40`. */
  readonly about: string | null;
}

/** The entry that a finding names. */
export interface Named {
  readonly seq: number | null;
  readonly entry_id?: string | null | undefined;
  readonly at?: string | null | undefined;
  readonly action?: string | null | undefined;
  readonly object?: string | null | undefined;
}

/** Collects findings; the first of them in the order of the chain is the one to look at. */
export interface Findings {
  readonly add: (what: FindingKind, named: Named, about?: string) => void;
  /** In the order of the chain; those without a number last. At most `MOST_KEPT`. */
  readonly list: () => readonly Finding[];
  readonly count: () => number;
}

const MOST_KEPT = 1000;

export function openFindings(): Findings {
  const kept: Finding[] = [];
  let count = 0;
  return {
    add: (what, { seq, entry_id = null, at = null, action = null, object = null }, about) => {
      count += 1;
      if (kept.length < MOST_KEPT) kept.push({ what, seq, entry_id, at, action, object, about: about ?? null });
    },
    list: () => [...kept].sort((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity) || 0),
    count: () => count,
  };
}
