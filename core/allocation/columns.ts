import type { Parts } from './blocks.ts';

/** One way to decide for a block: what it costs, and what it adds to each link. */
export interface Column {
  readonly block: number;
  /** By choice of the block. */
  readonly values: readonly number[];
  readonly cost: number;
  /** By link; none where it adds nothing. */
  readonly shares: ReadonlyMap<number, number>;
}

/** The ways found so far, each once. */
export interface Columns {
  readonly all: readonly Column[];
  /** False: it was known already. */
  readonly add: (block: number, values: readonly number[]) => boolean;
}

export function createColumns(parts: Parts, costs: readonly Float64Array[]): Columns {
  const all: Column[] = [];
  const known = new Set<string>();
  return {
    all,
    add: (block, values) => {
      const key = `${block}:${values.join()}`;
      if (known.has(key)) return false;
      known.add(key);
      all.push(columnOf(parts, costs, block, values));
      return true;
    },
  };
}

export function columnOf({ blocks }: Parts, costs: readonly Float64Array[], block: number, values: readonly number[]): Column {
  const shares = new Map<number, number>();
  for (const { link, choice, factor } of blocks[block]?.shares ?? []) {
    const share = factor * (values[choice] ?? 0);
    if (share !== 0) shares.set(link, (shares.get(link) ?? 0) + share);
  }
  return { block, values, shares, cost: values.reduce((sum, value, choice) => sum + value * (costs[block]?.[choice] ?? 0), 0) };
}

export function costOfAll(columns: readonly Column[]): number {
  return columns.reduce((sum, { cost }) => sum + cost, 0);
}
