import type { Kind } from '../access/kinds.ts';
import { mayTouch, type Reach } from '../access/reach.ts';
import type { OrganisationKind } from '../access/roles.ts';
import type { Bilingual } from '../values/bilingual.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { RowKind } from './facts.ts';

/** National systems into which schools and colleges of the pilot report by file. */
export const NATIONAL_SYSTEMS = ['secondary_roll', 'higher_roll', 'college_state', 'internships'] as const;
export type NationalSystem = (typeof NATIONAL_SYSTEMS)[number];

/** Why a column stays empty: nothing in the registers says it, or its value is a code of the operator's own list. */
export type BlankReason = 'not_recorded' | 'operator_code';

/** One column of an operator's table. */
export interface NationalColumn {
  readonly heading: string;
  /** The field of the rows that fills it; null where the product has no such fact. */
  readonly field: string | null;
  readonly blank: BlankReason | null;
  /** A row without a value in it is not taken, as far as is known. */
  readonly required: boolean;
  /** What has to be known about how it is filled. */
  readonly remark?: Bilingual;
}

export interface NationalTable {
  readonly id: string;
  readonly name: string;
  readonly rows: RowKind;
  readonly columns: readonly NationalColumn[];
}

/** The columns that a system takes, as far as they are known. */
export interface NationalLayout {
  readonly system: NationalSystem;
  /** From when on the operator asks for these columns; null where no paper says so. */
  readonly valid_from: PlainDate | null;
  /** The day of the copy that they were taken from; null where it bears none. */
  readonly copied_on: PlainDate | null;
  /** The day on which the copy was read. */
  readonly read_on: PlainDate;
  readonly source: Bilingual;
  /** Whether the operator's own paper says so. */
  readonly confirmed: boolean;
  readonly tables: readonly NationalTable[];
}

interface SystemHead {
  readonly name: Bilingual;
  readonly clauses: readonly string[];
  /** Who reports: an organisation of one of these kinds. */
  readonly by: readonly OrganisationKind[];
  /** Records of these kinds are taken out. */
  readonly kinds: readonly Kind[];
}

export const SYSTEM_HEADS: Readonly<Record<NationalSystem, SystemHead>> = {
  secondary_roll: { name: { zh: '全国中等职业学校学生管理信息系统', en: 'National system of secondary vocational students' }, clauses: ['R3-b'], by: ['school'], kinds: ['students'] },
  higher_roll: { name: { zh: '学信网学籍注册', en: 'Electronic registration of higher students' }, clauses: ['R3-c'], by: ['college'], kinds: ['students'] },
  college_state: { name: { zh: '高职人才培养工作状态数据平台', en: 'State data of higher vocational colleges' }, clauses: ['M4-b', 'M6-a'], by: ['college'], kinds: ['staff', 'conditions'] },
  internships: { name: { zh: '岗位实习备案', en: 'Filing of internships' }, clauses: ['S2-i'], by: ['school', 'college'], kinds: ['students'] },
};

export interface Reporter {
  readonly org_id: string;
  readonly kind: string;
}

/** Whether somebody with this reach may take out what an organisation reports to a system. */
export function mayReport(reach: Reach, system: NationalSystem, { org_id, kind }: Reporter): boolean {
  const { by, kinds } = SYSTEM_HEADS[system];
  return by.some((one) => one === kind) && kinds.every((one) => mayTouch(reach, one, 'export', [`org:${org_id}`]));
}

/** The layout of a system that holds on the day of reporting: the latest to begin, else the latest that was read; null where there is none. */
export function layoutOn(layouts: readonly NationalLayout[], system: NationalSystem, on: PlainDate): NationalLayout | null {
  const since = ({ valid_from, read_on }: NationalLayout): string => `${valid_from ?? ''} ${read_on}`;
  return layouts.filter((one) => one.system === system && (one.valid_from === null || one.valid_from <= on)).toSorted((a, b) => (since(a) < since(b) ? 1 : -1))[0] ?? null;
}

type Given = Partial<Pick<NationalColumn, 'remark'>>;

/** A column that the registers fill. */
export const held = (heading: string, field: string, given: Given = {}): NationalColumn => ({ heading, field, blank: null, required: false, ...given });
/** The same, and no row is taken without it. */
export const must = (heading: string, field: string, given: Given = {}): NationalColumn => ({ ...held(heading, field, given), required: true });
/** Columns of which no register says anything. */
export const blanks = (...headings: readonly string[]): NationalColumn[] => headings.map((heading) => ({ heading, field: null, blank: 'not_recorded', required: false }));
/** Columns whose values are codes that only the operator's own list holds. */
export const coded = (...headings: readonly string[]): NationalColumn[] => headings.map((heading) => ({ heading, field: null, blank: 'operator_code', required: false }));
export const required = (columns: readonly NationalColumn[]): NationalColumn[] => columns.map((one) => ({ ...one, required: true }));
