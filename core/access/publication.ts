import type { SheetName } from '../exchange/sheets.ts';
import { maskName } from '../values/mask.ts';

/** A public list: which columns of which sheet may stand in it, and how. Everything else stays in the register. */
export interface PublicList {
  readonly sheet: SheetName;
  /** Column → as it is, or as a masked name. In the order in which they are printed. */
  readonly columns: Readonly<Record<string, 'as_it_is' | 'masked_name'>>;
}

/**
 * The lists that a school or college hangs out. None has a birth date, an id, a phone, a guardian, a class or a place to
 * live: with a masked name these would name the minor again. The set is our default, for the office to confirm.
 */
export const PUBLIC_LISTS = {
  /** 新生名单: who was admitted to which programme of which school. */
  new_students: { sheet: 'students', columns: { name: 'masked_name', school_id: 'as_it_is', programme_id: 'as_it_is', cohort: 'as_it_is' } },
  /** 升段名单: who goes on to the higher stage at which campus. */
  upgraded_students: { sheet: 'students', columns: { name: 'masked_name', school_id: 'as_it_is', programme_id: 'as_it_is', campus_id: 'as_it_is', cohort: 'as_it_is' } },
  /** 毕业名单. */
  graduates: { sheet: 'students', columns: { name: 'masked_name', school_id: 'as_it_is', programme_id: 'as_it_is', cohort: 'as_it_is', status: 'as_it_is' } },
  /** 奖助公示: who is granted aid; the reason for aid is nobody's business. */
  scholarships: { sheet: 'students', columns: { name: 'masked_name', school_id: 'as_it_is', programme_id: 'as_it_is' } },
} as const satisfies Record<string, PublicList>;

export type PublicListName = keyof typeof PUBLIC_LISTS;

export type Publishable =
  | { readonly outcome: 'done'; readonly rows: readonly Readonly<Record<string, string>>[] }
  /** Columns that were asked for and may not be published in this list. */
  | { readonly outcome: 'not_for_publication'; readonly columns: readonly string[] };

/**
 * Rows as a public list may show them. Columns beyond the white-list refuse the list as a whole: nothing is left out in
 * silence. `columns`: those wanted; without it all that are allowed.
 */
export function publishable(
  name: PublicListName, rows: readonly Readonly<Record<string, unknown>>[], columns: readonly string[] = Object.keys(PUBLIC_LISTS[name].columns),
): Publishable {
  const allowed: PublicList['columns'] = PUBLIC_LISTS[name].columns;
  const refused = columns.filter((column) => !Object.hasOwn(allowed, column));
  if (refused.length > 0) return { outcome: 'not_for_publication', columns: refused };
  return { outcome: 'done', rows: rows.map((row) => Object.fromEntries(columns.map((column) => [column, shown(allowed[column], row[column])]))) };
}

function shown(how: PublicList['columns'][string] | undefined, value: unknown): string {
  if (value === null || value === undefined) return '';
  return how === 'masked_name' ? maskName(String(value)) : String(value);
}
