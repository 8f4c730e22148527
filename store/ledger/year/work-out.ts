import type { Problem } from '../../../core/exchange/problem.ts';
import type { Dataset } from '../../../core/exchange/sheets.ts';
import type { Movement } from '../../../core/funding/entry.ts';
import { apartStudents, institutionMoney, type NetTuition, type RuleResult } from '../../../core/funding/ledger-year.ts';
import type { FundingRules } from '../../../core/funding/rules.ts';
import type { AsKnown } from '../../campus-rows.ts';
import { loadRows } from '../../campus-rows.ts';
import { loadReportedRows } from '../../reported-rows.ts';
import type { Transaction } from '../../transaction.ts';
import type { AskedYear } from './asked.ts';
import { withHeads } from './heads.ts';
import { findApart, gatherPaid, paidByPlace, type PaidAt } from './students.ts';

/** What of a year the rules came to, beside the receipts and spending that are posted as they stand. */
export interface WorkedOut {
  readonly problems: readonly Problem[];
  readonly movements: readonly Movement[];
  readonly results: readonly RuleResult[];
  readonly paid: readonly PaidAt[];
}

const INSTITUTIONS = ['organisations', 'campuses', 'programmes', 'staff', 'teaching', 'lecture_rates', 'calendar', 'shares', 'grant_standards', 'grant_headcounts', 'grant_receipts'] as const;

/** Students at a time: what they take of memory is the same however many there are. */
const CHUNK = 1000;

/** Works out the rules of core over a year of the registers. Makes the temporary table of what was paid. To be called within `tx.whole`. */
export async function workOutYear(whole: Transaction, asked: AskedYear, rules: FundingRules): Promise<WorkedOut> {
  const known: AsKnown = asked.known_on === undefined ? {} : { known_on: asked.known_on };
  await gatherPaid(whole, asked);
  const paid = await paidByPlace(whole);
  const dataset = await loadReportedRows(whole, INSTITUTIONS, known);
  const parts = [];
  const apart = await findApart(whole, asked);
  for (let at = 0; at < apart.length; at += CHUNK) {
    const students = await loadApart(whole, apart.slice(at, at + CHUNK), known);
    parts.push(apartStudents({ ...dataset, ...students }, rules, asked.scope));
  }
  const refunds = parts.flatMap(({ results }) => results);
  const payments = await loadRows(whole, 'payments', known, 'r.kind <> all($2::text[])', REFUNDS);
  parts.push(institutionMoney(
    await withHeads(whole, { ...dataset, payments }, asked, rules.grant), netTuition(paid, refunds), rules, asked.scope));
  return { problems: parts.flatMap(({ problems }) => problems), movements: parts.flatMap(({ movements }) => movements), results: parts.flatMap(({ results }) => results), paid };
}

const REFUNDS = ['fee_refund', 'custody_refund'];

async function loadApart(whole: Transaction, ids: readonly string[], known: AsKnown): Promise<Dataset> {
  const own = 'r.student_id = any($2::text[])';
  const [students, departures, charges, receipts, custody_spending, payments] = await Promise.all([
    loadRows(whole, 'students', known, own, ids), loadRows(whole, 'departures', known, own, ids), loadRows(whole, 'charges', known, own, ids),
    loadRows(whole, 'receipts', known, own, ids), loadRows(whole, 'custody_spending', known, own, ids),
    loadRows(whole, 'payments', known, `r.to_id = any($2::text[]) and r.kind in ('fee_refund', 'custody_refund')`, ids)]);
  return { students, departures, charges, receipts, custody_spending, payments };
}

/** R4-c: tuition received less what is due back, by college and school. */
function netTuition(paid: readonly PaidAt[], refunds: readonly RuleResult[]): NetTuition[] {
  const net = new Map<string, { readonly college_id: string; readonly school_id: string; net: bigint }>();
  const add = (college_id: string | undefined, school_id: string | undefined, fen: bigint): void => {
    const key = JSON.stringify([college_id, school_id]);
    const known = net.get(key) ?? { college_id: college_id ?? '', school_id: school_id ?? '', net: 0n };
    known.net += fen;
    net.set(key, known);
  };
  for (const { college_id, school_id, receipt_tuition } of paid) if (receipt_tuition > 0n) add(college_id, school_id, receipt_tuition);
  for (const { event, holders, fen } of refunds) {
    if (event === 'refund_due_tuition' && net.has(JSON.stringify([holders.college, holders.school]))) add(holders.college, holders.school, -fen);
  }
  return [...net.values()];
}
