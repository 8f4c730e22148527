import type { Transaction } from '../transaction.ts';

/** More names than these are met everywhere in the order of names, and are looked for there. */
const FEW = 400;

export interface NamesHolding {
  readonly names: readonly string[];
  readonly few: boolean;
}

/** The names of the region's students that hold these characters; for whoever reads all of them. */
export async function namesHolding(tx: Transaction, characters: string): Promise<NamesHolding> {
  const rows = await tx.arrays('select n.name from roll_names n where n.region_id = $1 and strpos(n.name, $2) > 0', [tx.actor.region_id, characters]);
  return { names: rows.map(([name]) => name as string), few: rows.length <= FEW };
}
