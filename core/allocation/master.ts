import type { Parts } from './blocks.ts';
import type { Column } from './columns.ts';
import type { Solvers } from './solver.ts';
import { sparseRows, type Sparse, type SparseRow } from './sparse.ts';

/** The columns mixed at least cost. */
export interface Mixed {
  readonly cost: number;
  /** By link: what one more of it costs. */
  readonly prices: Float64Array;
  /** By column: how much of it is taken, from none to all. */
  readonly weights: Float64Array;
  /** True when some link is kept only by paying the penalty. */
  readonly short: boolean;
}

const NEGLIGIBLE = 1e-7;

/** The columns in parts of one; what is lacking at a link can be had at a penalty, so that there is always an answer. */
export async function mixed(parts: Parts, columns: readonly Column[], penalties: Float64Array, linear: Solvers['linear'], seconds: number): Promise<Mixed | null> {
  const costs = Float64Array.from([...columns.map(({ cost }) => cost), ...penalties]);
  const found = await linear({ model: masterOf(parts, columns, penalties.length), costs, seconds });
  if (found === null) return null;
  return {
    cost: found.cost, prices: found.prices.slice(0, parts.links.length).map((price) => Math.max(0, price)), weights: found.values.slice(0, columns.length),
    short: found.values.slice(columns.length).some((lacking) => lacking > NEGLIGIBLE),
  };
}

/** One column for each block, in whole numbers; null: none of these ways goes together. */
export async function together(parts: Parts, columns: readonly Column[], whole: Solvers['whole'], limits: { readonly seconds: number; readonly gap: number }): Promise<readonly Column[] | null> {
  const { values } = await whole({ model: masterOf(parts, columns, 0), costs: Float64Array.from(columns, ({ cost }) => cost), ...limits });
  return values === null ? null : columns.filter((_, at) => values[at] === 1);
}

/** Rows: the links, then for each block that it is decided once and not twice. */
function masterOf({ links, blocks }: Parts, columns: readonly Column[], penalties: number): Sparse {
  const terms = links.map((): { choice: number; value: number }[] => []);
  const once = blocks.map((): number[] => []);
  columns.forEach(({ block, shares }, choice) => {
    for (const [link, value] of shares) terms[link]?.push({ choice, value });
    once[block]?.push(choice);
  });
  const most = [...columns.map(() => 1), ...Array.from({ length: penalties }, () => Infinity)];
  const rows: SparseRow[] = links.map(({ least }, at) => ({ least: Number(least), terms: [...(terms[at] ?? []), ...(penalties === 0 ? [] : [{ choice: columns.length + at, value: 1 }])] }));
  for (const own of once) {
    rows.push({ least: 1, terms: own.map((choice) => ({ choice, value: 1 })) }, { least: -1, terms: own.map((choice) => ({ choice, value: -1 })) });
  }
  return sparseRows(rows, most);
}
