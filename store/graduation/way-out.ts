import { auditStudent, type StudentAudit } from '../../core/graduation/audit.ts';
import { certificateRequirement } from '../../core/graduation/certificate.ts';
import { auditedRecords } from '../../core/graduation/records.ts';
import type { Requirement } from '../../core/graduation/requirement.ts';
import type { GraduationRules } from '../../core/graduation/rules.ts';
import type { Dataset, Row } from '../../core/exchange/sheets.ts';
import { lastRow } from '../../core/students/roll-rows.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { listDiplomas, type StoredDiploma } from '../diplomas/list-diplomas.ts';
import { reportedSheets } from '../import-check.ts';
import type { Transaction } from '../transaction.ts';
import { listGraduations, type StoredGraduation } from './list-graduations.ts';

/** One student's way to graduation. */
export interface WayOut {
  readonly student_id: string;
  readonly last: Row<'students'>;
  readonly certificates: readonly Row<'certificates'>[];
  /** What the certificate line answers; null outside of the higher stage. */
  readonly certificate: Requirement | null;
  /** Null outside of the final grade. */
  readonly audit: StudentAudit | null;
  readonly decided: StoredGraduation | null;
  readonly diplomas: readonly StoredDiploma[];
}

const SHEETS = ['credits', 'certificates', 'filings', 'charges', 'receipts'] as const;
const MOST = 50;

/** The ways of these students: whose they are is for the caller to say, the actor's own and their wards. */
export async function waysOut(tx: Transaction, students: readonly string[], on: PlainDate, rules: GraduationRules): Promise<WayOut[]> {
  const rolls = await loadRows(tx, 'students', {}, 'r.student_id = any($2::text[])', students);
  // Whether anything of a sheet was ever reported is a fact of the region.
  const reported = await tx.whole((whole) => reportedSheets(whole));
  const loaded = Object.fromEntries(await Promise.all(SHEETS.filter((sheet) => reported.has(sheet)).map(async (sheet) => [sheet, await loadRows(tx, sheet, {}, 'r.student_id = any($2::text[])', students)] as const)));
  const { diplomas } = await listDiplomas(tx, { students }, { limit: MOST, offset: 0 });
  const { graduations } = await listGraduations(tx, { students }, { limit: MOST, offset: 0 });
  const dataset: Dataset = { ...loaded, students: rolls };
  const audits = new Map(auditedRecords(dataset, on, rules).map((records) => [records.roll.student_id, auditStudent(records, on, rules)]));
  return [...new Set(students)].flatMap((student_id): WayOut[] => {
    const last = lastRow(rolls.filter((row) => row.student_id === student_id));
    if (last === null) return [];
    const own = <R extends { readonly student_id: string }>(rows: readonly R[] | undefined): R[] => (rows ?? []).filter((row) => row.student_id === student_id);
    const certificates = own(dataset.certificates);
    return [{
      student_id, last, certificates, audit: audits.get(student_id) ?? null,
      certificate: last.stage === 'higher' ? certificateRequirement(reported.has('certificates') ? certificates : null, own(dataset.credits)[0] ?? null, on, rules) : null,
      decided: graduations.findLast((one) => one.student_id === student_id && !one.undone) ?? null, diplomas: own(diplomas),
    }];
  });
}
