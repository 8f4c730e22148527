import { sheetNames, sheets, type SheetName } from '../core/exchange/sheets.ts';
import type { Sheet } from '../core/exchange/sheet.ts';
import { agreementsById, type Agreement } from './agreements/agreement.ts';
import { loadRows } from './campus-rows.ts';
import { maskRows, personalColumns } from './personal-rows.ts';
import { openTokens } from './sealing.ts';
import type { Transaction } from './transaction.ts';

export interface OwnRows {
  readonly sheet: SheetName;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** The sheets that speak of one student. */
const OF_STUDENTS: readonly SheetName[] = sheetNames.filter((name) => 'student_id' in (sheets[name] as Sheet).columns);

/**
 * Everything that the registers hold now about students: the person's own record with its values in full, the
 * records of the others (a guardian's children) masked. To be read in the person's own reach, and written down.
 */
export async function ownData(tx: Transaction, own: string | null, wards: readonly string[]): Promise<OwnRows[]> {
  const all: OwnRows[] = [];
  for (const sheet of OF_STUDENTS) {
    const rows = await loadRows(tx, sheet, {}, 'r.student_id = any($2::text[])', [...(own === null ? [] : [own]), ...wards]) as readonly Readonly<Record<string, unknown>>[];
    const [mine, others] = [rows.filter((row) => row['student_id'] === own), rows.filter((row) => row['student_id'] !== own)];
    // What the guardians' sheet holds is the guardians', also where it stands with the student.
    const shown = [...(sheet === 'students' ? await opened(tx, sheet, mine) : await maskRows(tx, sheet, mine)), ...await maskRows(tx, sheet, others)];
    if (shown.length > 0) all.push({ sheet, rows: shown });
  }
  await tx.audit({ action: 'personal.own', object: 'registers', detail: { rows: Object.fromEntries(all.map(({ sheet, rows }) => [sheet, rows.length])) } });
  return all;
}

/** The agreements of these students as they stand, in the person's own reach. */
export async function ownAgreements(tx: Transaction, own: string | null, wards: readonly string[]): Promise<Agreement[]> {
  const found = await tx.query<{ agreement_id: bigint }>(
    'select agreement_id from student_agreements where region_id = $1 and student_id = any($2::text[])', [tx.actor.region_id, [...(own === null ? [] : [own]), ...wards]]);
  return agreementsById(tx, found.map(({ agreement_id }) => Number(agreement_id)), 'read');
}

async function opened<S extends SheetName>(tx: Transaction, sheet: S, rows: readonly Readonly<Record<string, unknown>>[]): Promise<Readonly<Record<string, unknown>>[]> {
  const names = personalColumns(sheet).map(({ name }) => name);
  const tokens = rows.flatMap((row) => names.flatMap((name) => (row[name] === null ? [] : [row[name] as string])));
  const values = await openTokens(tx, tokens);
  return rows.map((row) => ({ ...row, ...Object.fromEntries(names.map((name) => [name, row[name] === null ? null : values.get(row[name] as string) ?? null])) }));
}

