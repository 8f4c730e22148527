import type { Transaction } from '../transaction.ts';

/** More names than these are met everywhere in the order of names, and are looked for there. */
const FEW = 400;

/** As a relation of names `n`, by the parameter that holds the characters. */
export const namesThatHold = (characters: string): string => `(select n.name from roll_names n where n.region_id = $1 and strpos(n.name, ${characters}) > 0) n`;

/** The names of the region's students that hold these characters; null where they are many. For whoever reads all students. */
export async function fewNames(tx: Transaction, characters: string): Promise<readonly string[] | null> {
  const rows = await tx.arrays(`select n.name from ${namesThatHold('$2')} limit ${FEW + 1}`, [tx.actor.region_id, characters]);
  return rows.length > FEW ? null : rows.map(([name]) => name as string);
}
