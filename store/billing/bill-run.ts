import { createHash } from 'node:crypto';
import { billList, type Bill } from '../../core/billing/bill-list.ts';
import type { Details } from '../../core/approvals/details.ts';
import { fundingRules } from '../../core/funding/rules.ts';
import { scopeOf } from '../../core/funding/scope.ts';
import type { Pack } from '../../core/policy/pack.ts';
import { sumOf, yuanText, type Fen } from '../../core/values/fen.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { post } from '../ledger/post.ts';
import { lockFacts } from '../record-stamp.ts';
import { answerRows } from '../register-answers.ts';
import { keyOf, registerNamed } from '../register-columns.ts';
import type { Transaction } from '../transaction.ts';
import { ratesOf } from './rates.ts';

/** Which students of a college are billed, for what year, due when. */
export interface AskedRun {
  readonly college_id: string;
  readonly year: number;
  readonly due_on: PlainDate;
  readonly classes: readonly string[];
}

export interface BillRun {
  readonly entries: readonly Bill[];
  /** Of those that are billed. */
  readonly many: number;
  readonly total: Fen;
  readonly digest: string;
}

/** The bills as they stand on a day, with the digest by which whoever approves knows them again. To be called within `tx.whole`; null on a day without rules. */
export async function billRunOf(whole: Transaction, { college_id, year, due_on, classes }: AskedRun, { pack, today }: { readonly pack: Pack; readonly today: PlainDate }): Promise<BillRun | null> {
  const scope = scopeOf(year, today);
  const rules = fundingRules(pack.parameters, scope);
  if ('no_rule_on' in rules) return null;
  const campuses = await loadRows(whole, 'campuses', {}, 'r.college_id = $2', college_id);
  const students = await loadRows(whole, 'students', {}, `r.stage = 'higher' and r.student_id in (select s.student_id from register_students s where s.region_id = r.region_id and s.campus_id = any($2::text[]))`,
    campuses.map(({ campus_id }) => campus_id));
  const charges = await loadRows(whole, 'charges', {}, 'r.academic_year = $2', year);
  const entries = billList({ campuses, students, charges }, await ratesOf(whole, college_id, year), { college_id, classes, scope, in_school: rules.fees.in_school });
  const billed = entries.filter(({ why }) => why === null);
  const digest = createHash('sha256').update([college_id, year, due_on, ...billed.map(({ student_id, kind, fen }) => `${student_id}\t${kind}\t${fen}`)].join('\n')).digest('hex');
  return { entries, many: billed.length, total: sumOf(billed, ({ fen }) => fen ?? 0n), digest };
}

/** What the details of a matter ask for; null while one of them is missing. */
export function askedRun(college_id: string, { year, on, classes }: Details): AskedRun | null {
  return year === undefined || on === undefined ? null : { college_id, year, due_on: on, classes: classes ?? [] };
}

/** Writes the charges of a run into the register, and posts them, in the transaction of the decision. */
export async function enterBills(tx: Transaction, run: BillRun, { year, due_on }: AskedRun, matter_id: number): Promise<void> {
  const stamp = await lockFacts(tx);
  if (stamp === null) throw new Error('bills of a region that is not there');
  const billed = run.entries.flatMap((bill) => (bill.fen === null ? [] : [{ ...bill, fen: bill.fen }]));
  const rows = billed.map(({ student_id, kind, fen }) => ({ student_id, academic_year: year, kind, amount_yuan: yuanText(fen), due_on }));
  await tx.decided(['fees', 'funds'], async (deciding) => {
    await answerRows(deciding, 'charges', rows, { action: 'bill.enter', object: `matters/${matter_id}`, reason: `事项 ${matter_id}` }, stamp);
    const register = registerNamed('charges');
    const standing = await deciding.whole((whole) => whole.query<{ key: string; record_id: bigint }>(
      `select key, record_id from ${register.table} r where r.region_id = $1 and r.key = any($2::text[]) and r.superseded_at is null`, [whole.actor.region_id, rows.map((row) => keyOf(register, row))]));
    const sources = new Map(standing.map(({ key, record_id }) => [key, BigInt(record_id)]));
    const posted = await post(deciding, billed.map(({ student_id, kind, fen, place }, at) => ({
      source: sources.get(keyOf(register, rows[at] ?? {})) ?? 0n, event: `billed_${kind}` as const, holders: { college: place.college_id }, amount_yuan: yuanText(fen), student_id, year, valid_on: due_on,
    })), stamp.at);
    if (posted.outcome !== 'posted') throw new Error(`bills that were approved are refused: ${posted.refusal}`);
  });
}
