import type { Kind } from '../access/kinds.ts';
import type { Role } from '../access/roles.ts';
import type { MatterKind } from '../approvals/matter-kind.ts';
import type { Bilingual } from '../values/bilingual.ts';
import type { Fields } from './field.ts';

/** What journals are about; each has its page, and its kind of records in the table of who may do what. */
export const AREAS = ['teachers', 'bases', 'daily'] as const;
export type Area = (typeof AREAS)[number];

/** Which kind of record the entries of an area are, for who may do what with them. */
export const KIND_OF_AREA = { teachers: 'work', bases: 'work', daily: 'daily' } as const satisfies Readonly<Record<Area, Kind>>;

/** From which day of an entry a state is due: so many days after it as the parameter of a code says, or so many before it. */
export interface DatedState {
  readonly state: string;
  readonly field: string;
  readonly days: { readonly by: string; readonly parameters: Readonly<Record<string, string>> } | { readonly before: string };
}

/** One kind of record of daily work at a campus: what an entry says, who keeps it, what becomes of it. Entries are added and never changed. */
export interface JournalKind {
  readonly id: string;
  readonly area: Area;
  readonly clause: string;
  readonly label: Bilingual;
  /** What it is for, in a sentence. */
  readonly help: Bilingual;
  readonly fields: Fields;
  /** The fields that name an entry in a list. */
  readonly heading: readonly string[];
  /** Who records one. */
  readonly by: readonly Role[];
  /** What becomes of an entry, step by step; null where it stands as it was recorded. */
  readonly way: MatterKind | null;
  /** What a step takes beside its reason, by act. */
  readonly takes: Readonly<Record<string, Fields>>;
  /** States that are due by a day of the entry; others go by the working days of their table. */
  readonly dated: readonly DatedState[];
}

type Declared = Omit<JournalKind, 'takes' | 'dated' | 'way' | 'by'> & Partial<Pick<JournalKind, 'takes' | 'dated'>>;

/** A kind whose entries stand as they were recorded. */
export function journal(by: readonly Role[], declared: Declared): JournalKind {
  return { takes: {}, dated: [], ...declared, by, way: null };
}

/** A kind whose entries go from state to state. */
export function journalWithWay(way: MatterKind, declared: Omit<Declared, 'id' | 'clause' | 'label'>): JournalKind {
  const { id, clause, label } = way;
  return { takes: {}, dated: [], ...declared, id, clause, label, by: way.opens.by, way };
}
