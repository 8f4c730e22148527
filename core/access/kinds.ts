import { sheetNames, type SheetName } from '../exchange/sheets.ts';

/** What records are about: a person may see or do things with a kind of record, never with a table. */
export const REGISTER_KINDS = ['reference', 'conditions', 'staff', 'students', 'learning', 'fees', 'funds', 'planning'] as const;
export const OTHER_KINDS = ['verdicts', 'imports', 'snapshots', 'policy', 'region', 'accounts', 'grants', 'audit', 'operation', 'outbox', 'documents', 'partners', 'teams', 'duties', 'matters', 'agreements', 'employment', 'tests', 'appeals', 'posts', 'placements', 'policies', 'benefits', 'courses', 'supervision', 'coordination', 'work', 'daily', 'surveys'] as const;
export const KINDS = [...REGISTER_KINDS, ...OTHER_KINDS] as const;

export type RegisterKind = (typeof REGISTER_KINDS)[number];
export type Kind = (typeof KINDS)[number];

/** Whether records of this kind stand in registers. */
export function isRegisterKind(kind: Kind): kind is RegisterKind {
  return (REGISTER_KINDS as readonly Kind[]).includes(kind);
}

/** Records of minors: seen by appointment as registrar, class head or counsellor, else by a grant. */
export const MINOR_KINDS: readonly Kind[] = ['students', 'learning', 'fees'];

const SHEETS = {
  reference: ['region', 'organisations', 'parks', 'services', 'programmes', 'calendar', 'grant_standards', 'lecture_rates'],
  conditions: ['schools', 'campuses', 'land', 'rooms', 'facilities', 'bases', 'equipment', 'classes', 'headcounts'],
  staff: ['staff', 'teaching'],
  students: ['students', 'guardians', 'filings', 'agreements', 'insurance', 'internships'],
  learning: ['results', 'certificates', 'credits', 'destinations'],
  fees: ['charges', 'receipts', 'departures', 'custody_spending'],
  funds: ['shares', 'grant_headcounts', 'grant_receipts', 'payments', 'budgets', 'spending'],
  planning: ['intakes', 'options', 'limits'],
} as const satisfies Record<RegisterKind, readonly SheetName[]>;

const kinds = new Map<SheetName, RegisterKind>(
  REGISTER_KINDS.flatMap((kind) => SHEETS[kind].map((sheet): [SheetName, RegisterKind] => [sheet, kind])));

/** The kind of a sheet's records. */
export function kindOf(sheet: SheetName): RegisterKind {
  return kinds.get(sheet) as RegisterKind;
}

/** The sheets that have no kind; there are none, and a test holds that. */
export function sheetsWithoutKind(): SheetName[] {
  return sheetNames.filter((name) => !kinds.has(name));
}
