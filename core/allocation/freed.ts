import type { Parts } from './blocks.ts';
import { columnOf, type Column } from './columns.ts';
import type { Mixed } from './master.ts';
import { sparseRows, type SparseRow } from './sparse.ts';
import type { Solvers } from './solver.ts';

const SETTLED = 0.999;

/** Of each block the column that is mixed in most. */
export function mostMixed({ blocks }: Parts, columns: readonly Column[], { weights }: Mixed): { readonly columns: readonly Column[]; readonly unsettled: readonly number[] } {
  const most = new Map<number, { readonly column: Column; readonly weight: number }>();
  columns.forEach((column, at) => {
    const weight = weights[at] ?? 0;
    if (weight > (most.get(column.block)?.weight ?? -1)) most.set(column.block, { column, weight });
  });
  return { columns: blocks.flatMap((_, at) => most.get(at)?.column ?? []), unsettled: blocks.flatMap((_, at) => ((most.get(at)?.weight ?? 0) < SETTLED ? [at] : [])) };
}

/** Decides some blocks anew, all their choices open, while the others stay as they are; null: that keeps no links. */
export async function freed(parts: Parts, costs: readonly Float64Array[], fixed: readonly Column[], free: readonly number[], whole: Solvers['whole'], limits: { readonly seconds: number; readonly gap: number }): Promise<readonly Column[] | null> {
  const { blocks, links } = parts;
  const open = new Set(free);
  const stay = fixed.filter(({ block }) => !open.has(block));
  const start = new Map<number, number>();
  let count = 0;
  for (const at of free) {
    start.set(at, count);
    count += blocks[at]?.choices.length ?? 0;
  }
  const linked = links.map(({ least }, link): { least: number; terms: SparseRow['terms'][number][] } => ({ least: Number(least) - stay.reduce((sum, { shares }) => sum + (shares.get(link) ?? 0), 0), terms: [] }));
  const rows: SparseRow[] = free.flatMap((at) => (blocks[at]?.rules ?? []).map(({ least, factors }) => ({
    least: Number(least), terms: factors.map(({ choice, factor }) => ({ choice: choice + (start.get(at) ?? 0), value: Number(factor) })),
  })));
  for (const at of free) for (const { link, choice, factor } of blocks[at]?.shares ?? []) linked[link]?.terms.push({ choice: choice + (start.get(at) ?? 0), value: factor });
  const most = free.flatMap((at) => [...(blocks[at]?.model.most ?? [])]);
  const { values } = await whole({ model: sparseRows([...rows, ...linked], most), costs: Float64Array.from(free.flatMap((at) => [...(costs[at] ?? [])])), ...limits });
  if (values === null) return null;
  return [...stay, ...free.map((at) => columnOf(parts, costs, at, values.slice(start.get(at) ?? 0, (start.get(at) ?? 0) + (blocks[at]?.choices.length ?? 0))))];
}
