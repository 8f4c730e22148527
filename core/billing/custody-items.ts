import { problem, type Problem } from '../exchange/problem.ts';
import type { Row } from '../exchange/sheets.ts';
import { amountIn } from '../funding/amount.ts';
import { yuanText, type Fen } from '../values/fen.ts';

const BETWEEN = /[、，,；;\n]/;

/** `校服 120.00 元/套`: without 元 a figure is part of the name. */
const PRICED = /^(?<item>.*?[^\s:：\d.])[\s:：]*(?<yuan>\d+(?:\.\d{1,2})?)\s*元(?:\s*\/\s*(?<unit>\S+))?$/u;

/** An item that custody money may be spent for. */
export interface ApprovedItem {
  readonly item: string;
  /** What one piece costs and what a piece is, where the list says so. */
  readonly fen: Fen | null;
  readonly unit: string;
}

/** R4-f: the items of an approved list as it was entered: `教材、校服 120 元/套；体检`. */
export function itemsOf(list: string): ApprovedItem[] {
  return list.split(BETWEEN).map((text) => text.trim()).filter((text) => text !== '').map((text) => {
    const { item = text, yuan, unit = '' } = PRICED.exec(text)?.groups ?? {};
    const amount = yuan === undefined ? null : amountIn(yuan);
    return { item, fen: amount === null || 'fault' in amount ? null : amount.fen, unit };
  });
}

/** Items of several lists by name; one that costs this here and that there costs nothing that could be told. */
export function pricesOf(items: readonly ApprovedItem[]): ReadonlyMap<string, ApprovedItem> {
  const found = new Map<string, ApprovedItem>();
  for (const one of items) {
    const known = found.get(one.item);
    found.set(one.item, known === undefined || (known.fen === one.fen && known.unit === one.unit) ? one : { item: one.item, fen: null, unit: '' });
  }
  return found;
}

/** R4-g: what one piece cost and how many there were, as told on paper; how many only where the amount is that many times the price. */
export function piecesOf(fen: Fen, approved: ApprovedItem | undefined): { readonly unit_price: string; readonly quantity: string } {
  const { fen: price = null, unit = '' } = approved ?? {};
  if (price === null) return { unit_price: '', quantity: '' };
  return { unit_price: yuanText(price), quantity: fen % price === 0n ? `${fen / price}${unit === '' ? '' : ` ${unit}`}` : '' };
}

/** The lists that a college entered for custody money of an academic year, all programmes together; null where it entered none. */
export type ApprovedLists = (student_id: string, academic_year: number) => ReadonlySet<string> | null;

/**
 * R4-f: spending of custody money on what is on no approved list of the student's college and year. Where no list was entered nothing is
 * said. It is warned of and taken in: it happened, and what it was is for a person to look at.
 */
export function itemsOffList(spending: readonly Row<'custody_spending'>[], approved: ApprovedLists): Problem[] {
  return spending.flatMap(({ row, student_id, academic_year, item }) => {
    const items = approved(student_id, academic_year);
    return items === null || items.has(item.trim()) ? [] : [problem('custody_spending', row, 'item', 'item_not_approved', item)];
  });
}
