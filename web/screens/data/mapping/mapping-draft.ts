import { proposeMapping } from '../../../../core/exchange/mapping.ts';
import { sheetNames, sheets } from '../../../../core/exchange/sheets.ts';
import type { SheetName } from '../../../../core/exchange/sheets.ts';
import type { Column } from '../../../../core/exchange/column.ts';
import type { Inspection } from '../import/answers.ts';

type Tab = Inspection['tabs'][number];

/** A mapping as the server takes it. */
export interface AgreedTab {
  readonly file: string;
  readonly tab: string;
  readonly sheet: SheetName;
  readonly heading_rows: readonly [first: number, last: number];
  readonly columns: readonly { readonly position: number; readonly column: string }[];
  readonly constants: Readonly<Record<string, string>>;
}

export interface DraftColumn {
  readonly position: number;
  readonly heading: string;
  readonly column: string | null;
  /** `chosen` once a person has said so. */
  readonly by: 'sure' | 'guess' | 'chosen';
}

/** A tab while its mapping is being agreed; without sheet it is left out. */
export interface TabDraft {
  readonly tab: Tab;
  readonly sheet: SheetName | null;
  readonly heading_rows: readonly [first: number, last: number];
  readonly columns: readonly DraftColumn[];
  readonly constants: Readonly<Record<string, string>>;
  readonly origin: 'proposed' | 'remembered';
}

/** Two headings that are known beyond doubt make a tab one of ours; fewer may be chance. */
const ENOUGH_SURE = 2;

/** The best proposal for a tab; left out where nothing speaks for any sheet. */
export function draftOf(tab: Tab): TabDraft {
  const best = tab.proposals[0];
  const fits = best !== undefined && (best.origin === 'remembered' || best.columns.filter(({ sure }) => sure).length >= ENOUGH_SURE);
  if (!fits) return bare(tab, null);
  const columns = best.columns.map(({ position, heading, column, sure }): DraftColumn => ({ position, heading, column, by: sure ? 'sure' : 'guess' }));
  return { tab, sheet: sheetNames.find((name) => name === best.sheet) ?? null, heading_rows: [best.heading_rows[0] ?? 1, best.heading_rows[1] ?? 1], columns, constants: {}, origin: best.origin };
}

function bare(tab: Tab, sheet: SheetName | null): TabDraft {
  const first = tab.first[0];
  return { tab, sheet, heading_rows: [first?.row ?? 1, first?.row ?? 1], columns: headings(first?.cells ?? []), constants: {}, origin: 'proposed' };
}

function headings(cells: readonly string[]): DraftColumn[] {
  return cells.flatMap((heading, position) => (heading.trim() === '' ? [] : [{ position, heading: heading.trim(), column: null, by: 'guess' as const }]));
}

/** The tab read as another sheet: proposed anew by the function that the server uses. */
export function withSheet({ tab }: TabDraft, sheet: SheetName | null): TabDraft {
  const proposal = sheet === null ? null : proposeMapping(tab.first, sheets[sheet]);
  if (sheet === null || proposal === null) return bare(tab, sheet);
  return { tab, sheet, heading_rows: proposal.heading_rows, columns: drafted(proposal.columns), constants: {}, origin: 'proposed' };
}

/** The heading in other rows: what stands in them is proposed anew. */
export function withHeading(draft: TabDraft, first: number, last: number): TabDraft {
  const { tab, sheet } = draft;
  const rows: readonly [number, number] = [first, Math.max(first, last)];
  const inside = tab.first.filter(({ row }) => row >= rows[0] && row <= rows[1]);
  const proposal = sheet === null ? null : proposeMapping(inside, sheets[sheet]);
  return { ...draft, heading_rows: rows, columns: proposal === null ? headings(inside.at(-1)?.cells ?? []) : drafted(proposal.columns), origin: 'proposed' };
}

function drafted(columns: readonly { readonly position: number; readonly heading: string; readonly column: string | null; readonly sure: boolean }[]): DraftColumn[] {
  return columns.map(({ sure, ...column }) => ({ ...column, by: sure ? 'sure' : 'guess' }));
}

/** A source column goes to a column, or nowhere; what went there before goes nowhere. */
export function withColumn(draft: TabDraft, position: number, column: string | null): TabDraft {
  const columns = draft.columns.map((one): DraftColumn => {
    if (one.position === position) return { ...one, column, by: 'chosen' };
    return column !== null && one.column === column ? { ...one, column: null, by: 'chosen' } : one;
  });
  return { ...draft, columns };
}

/** Whether a person has decided anything about the tab. */
function isTouched({ columns, constants }: TabDraft): boolean {
  return columns.some(({ by }) => by === 'chosen') || Object.values(constants).some((value) => value !== '');
}

/**
 * The tab as its organisation's last mapping reads it, where a heading stands in the same rows and every column
 * that was agreed has its place in it; the draft itself where none fits, or where a person has decided already.
 */
export function withRemembered(draft: TabDraft, mappings: readonly AgreedTab[]): TabDraft {
  if (isTouched(draft)) return draft;
  for (const mapping of mappings) {
    const now = withHeading({ ...draft, sheet: mapping.sheet }, ...mapping.heading_rows);
    const agreed = new Map(mapping.columns.map(({ position, column }) => [position, column]));
    const stands = [...agreed.keys()].every((position) => now.columns.some((one) => one.position === position));
    // A title or a record may stand where a heading stood; a heading has at least one name that is known.
    if (!stands || !now.columns.some(({ position, column }) => column !== null && agreed.get(position) === column)) continue;
    const columns = now.columns.map(({ position, heading }): DraftColumn => ({ position, heading, column: agreed.get(position) ?? null, by: 'sure' }));
    return { tab: draft.tab, sheet: mapping.sheet, heading_rows: now.heading_rows, columns, constants: mapping.constants, origin: 'remembered' };
  }
  return draft;
}

/** Required columns that have no source column; a value for the whole tab may stand in. */
export function unmapped(draft: TabDraft): readonly string[] {
  if (draft.sheet === null) return [];
  const mapped = new Set(draft.columns.map(({ column }) => column));
  return Object.entries<Column>(sheets[draft.sheet].columns).filter(([name, { optional }]) => !optional && !mapped.has(name)).map(([name]) => name);
}

/** What the server is asked; null for a tab that is left out. */
export function agreedOf(draft: TabDraft): AgreedTab | null {
  const { tab, sheet, heading_rows, columns, constants } = draft;
  if (sheet === null) return null;
  const wanted = new Set(unmapped(draft));
  return {
    file: tab.file, tab: tab.tab, sheet, heading_rows,
    columns: columns.flatMap(({ position, column }) => (column === null ? [] : [{ position, column }])),
    constants: Object.fromEntries(Object.entries(constants).filter(([name, value]) => wanted.has(name) && value.trim() !== '')),
  };
}

/** A, B, … Z, AA: what a spreadsheet calls the column at a position from 0. */
export function columnLetter(position: number): string {
  const LETTERS = 26;
  const letter = String.fromCharCode(65 + (position % LETTERS));
  return position < LETTERS ? letter : columnLetter(Math.floor(position / LETTERS) - 1) + letter;
}

/** The first values below the heading, to see what a column holds. */
export function examplesOf({ tab, heading_rows }: TabDraft, position: number): string {
  const MOST = 3;
  const values = tab.first.filter(({ row }) => row > heading_rows[1]).map(({ cells }) => cells[position]?.trim() ?? '').filter((text) => text !== '');
  return [...new Set(values)].slice(0, MOST).join('、');
}

/** Id of the field for a value that stands for a whole tab. */
export function constantId(index: number, column: string): string {
  return `tab-${index}-${column}`;
}
