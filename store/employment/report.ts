import { groupRates, rateRules } from '../../core/employment/rates.ts';
import { sheetOf } from '../../core/documents/kinds.ts';
import type { Sheet } from '../../core/documents/sheet.ts';
import { reportContent, type DestinationReport, type ReportLine } from '../../core/employment/report.ts';
import { groupBy } from '../../core/facts/campus-rows.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { printDocument } from '../../paper/print-document.ts';
import { loadRows } from '../campus-rows.ts';
import { readRegion } from '../regions.ts';
import type { Transaction } from '../transaction.ts';
import { loadCohort } from './cohort.ts';
import { destinationsOf, graduatesOf, type DestinationRow, type GraduateRow } from './graduates.ts';
import { partnership, type AgreedWith } from '../../core/employment/partners.ts';
import { agreementsOf } from './partners.ts';

/** Document 24 of a school and year, as far as the actor may see its graduates; null where there is nobody, or no rule. */
export async function destinationReport(tx: Transaction, { school_id, year, on, pack }: { readonly school_id: string; readonly year: number; readonly on: PlainDate; readonly pack: Pack }): Promise<DestinationReport | null> {
  const graduates = await graduatesOf(tx, { school_id, year, on });
  const rules = rateRules(parametersOn(pack.parameters, on), year);
  if (graduates.length === 0 || rules === null) return null;
  const latest = new Map([...groupBy(await destinationsOf(tx, graduates.map(({ student_id }) => student_id), on), ({ student_id }) => student_id)].map(([id, rows]) => [id, rows.at(-1)]));
  const [organisations, programmes] = [await loadRows(tx, 'organisations', {}), await loadRows(tx, 'programmes', {})];
  const { cohort, agreements } = await tx.whole(async (whole) => ({ cohort: await loadCohort(whole, year, on), agreements: await agreementsOf(whole) }));
  const own = new Set(graduates.map(({ student_id }) => student_id));
  const [rates] = groupRates({ graduates: cohort.graduates?.filter(({ student_id }) => own.has(student_id)) ?? [], destinations: cohort.destinations }, on, rules);
  const names = { employer: new Map(organisations.map((one) => [one.org_id, one])), programme: new Map(programmes.map(({ programme_id, name }) => [programme_id, name])), agreements };
  return { school_id, school: names.employer.get(school_id)?.name ?? school_id, year, on, rates: rates?.days ?? [], lines: graduates.map((one) => lineOf(one, latest.get(one.student_id), names)) };
}

interface Names {
  readonly employer: ReadonlyMap<string, { readonly name: string; readonly credit_code: string | null }>;
  readonly programme: ReadonlyMap<string, string>;
  readonly agreements: readonly AgreedWith[];
}

function lineOf({ student_id, name, class_id, programme_id, school_id }: GraduateRow, row: DestinationRow | undefined, { employer, programme, agreements }: Names): ReportLine {
  const firm = row?.employer_id ?? null;
  const known = firm === null ? undefined : employer.get(firm);
  return {
    student_id, name, class_id: class_id ?? '', programme: programme.get(programme_id) ?? programme_id, code: row?.code ?? null,
    employer: known?.name ?? firm ?? '', credit_code: known?.credit_code ?? row?.employer_credit_code ?? '', workplace: row?.workplace_division ?? '',
    partner: firm === null || row === undefined ? null : partnership(agreements, firm, { programme_id, school_id }, row.agreed_on ?? row.recorded_on) !== null,
    contract_kind: row?.contract_kind ?? null, wage_fen: row?.wage_fen ?? null, match: row?.match ?? null, recorded_on: row?.recorded_on ?? null,
  };
}

/** The statistics as they stand, to be looked at before they are given a number. */
export const unnumbered = (report: DestinationReport): Sheet => sheetOf('destination_report', reportContent(report, { dated: report.on, filled_by: '' }));

/** The same as a PDF of A4 pages. */
export async function reportPaper(tx: Transaction, report: DestinationReport): Promise<Uint8Array> {
  const region = await readRegion(tx);
  const [now] = await tx.query<{ at: string }>('select clock_timestamp() as at');
  const sheet = unnumbered(report);
  return printDocument(sheet, {
    issuer: report.school, number: sheet.title, version: 1, code: '', verify_page: null, replaces: null, sample: region?.sample ?? false, issued_at: now?.at ?? '', wide: true,
  });
}
