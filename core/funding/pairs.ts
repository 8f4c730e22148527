import type { Row } from '../exchange/sheets.ts';

/** Two parties of a line, with what is due between them and what was paid. */
export interface Pair<Item> {
  readonly from_id: string;
  readonly to_id: string;
  readonly items: Item[];
  readonly payments: Row<'payments'>[];
}

/** Items and payments by their two parties, each pair once, whichever of the two it comes from. */
export function pairs<Item>(
  items: readonly Item[],
  partiesOf: (item: Item) => readonly [from_id: string, to_id: string],
  payments: readonly Row<'payments'>[] = [],
): Pair<Item>[] {
  const found = new Map<string, Map<string, Pair<Item>>>();
  const pairOf = (from_id: string, to_id: string): Pair<Item> => {
    let payees = found.get(from_id);
    if (payees === undefined) found.set(from_id, payees = new Map());
    let pair = payees.get(to_id);
    if (pair === undefined) payees.set(to_id, pair = { from_id, to_id, items: [], payments: [] });
    return pair;
  };
  for (const item of items) pairOf(...partiesOf(item)).items.push(item);
  for (const payment of payments) pairOf(payment.from_id, payment.to_id).payments.push(payment);
  return [...found.values()].flatMap((payees) => [...payees.values()]);
}
