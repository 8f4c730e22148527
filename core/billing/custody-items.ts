import { problem, type Problem } from '../exchange/problem.ts';
import type { Row } from '../exchange/sheets.ts';

const BETWEEN = /[、，,；;\n]/;

/** R4-f: the items of an approved list as it was entered: `教材、校服；体检`. */
export function itemsOf(list: string): string[] {
  return list.split(BETWEEN).map((item) => item.trim()).filter((item) => item !== '');
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
