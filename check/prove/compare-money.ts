import type { LineJson, SettlementJson, StudentJson } from '../../core/funding/settlement-json.ts';
import { naiveClearing, type NaiveSettlement } from './naive-settle.ts';
import type { NaiveLine, NaiveStudent } from './naive-money.ts';

const SETTLING = new Set(['not_higher_stage', 'wrong_party', 'below_floor', 'headcount_differs', 'no_charge', 'missing_value']);

/** Every difference between the product's settlement and the second reading, in words; empty when they agree. */
export function moneyDifferences(json: SettlementJson, conserved: boolean, naive: NaiveSettlement, flaw: string | null): string[] {
  const problems = json.problems.filter(({ code }) => SETTLING.has(code)).map(({ sheet, row, column, code }) => `${sheet} ${row} ${column} ${code}`);
  const others = json.problems.filter(({ code, severity }) => severity === 'error' && !SETTLING.has(code));
  return [
    ...others.map((one) => `refused: ${JSON.stringify(one)}`),
    ...(flaw === null || json.problems.some(({ code }) => code === flaw) ? [] : [`${flaw} is not among the problems`]),
    ...unlike('problems', problems.toSorted(), naive.problems.toSorted()),
    ...unlike('lines', json.lines.map(lineText), [...naive.lines].sort(byColumns).map(naiveLineText)),
    ...unlike('students', json.students.map(studentText), naive.students.map(naiveStudentText)),
    ...books(json, conserved, naive),
  ];
}

function unlike(what: string, found: readonly string[], expected: readonly string[]): string[] {
  if (JSON.stringify(found) === JSON.stringify(expected)) return [];
  const [extra, lacking] = [found.filter((one) => !expected.includes(one)), expected.filter((one) => !found.includes(one))];
  return [...extra.map((one) => `${what}: product only ${one}`), ...lacking.map((one) => `${what}: second reading only ${one}`), ...(extra.length + lacking.length === 0 ? [`${what}: other order or number`] : [])];
}

const text = (fen: bigint | null): string => {
  if (fen === null) return '–';
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

const lineText = (one: LineJson): string => [
  one.clause, one.kind, one.from_id ?? '', one.to_id, one.campus_id ?? '', one.base_yuan ?? '–', one.due_yuan ?? '–', one.paid_yuan ?? '–', one.outstanding_yuan ?? '–', one.overdue_yuan ?? '–', one.outcome, one.reason ?? '',
].join(' ');

const naiveLineText = (one: NaiveLine): string =>
  [one.clause, one.kind, one.from_id, one.to_id, one.campus_id, ...[one.base, one.due, one.paid, one.outstanding, one.overdue].map(text), one.outcome, one.reason].join(' ');

const columns = (one: NaiveLine): string => [one.clause, one.kind, one.from_id, one.to_id, one.campus_id].join('\u0001');
const byColumns = (a: NaiveLine, b: NaiveLine): number => (columns(a) < columns(b) ? -1 : 1);

const studentText = (one: StudentJson): string => [
  one.student_id, one.kind, one.charged_yuan, one.received_yuan, one.refund_due_yuan, one.refunded_yuan, one.owed_yuan, one.custody_spent_yuan ?? '–', one.custody_balance_yuan ?? '–', one.settlement ?? '',
].join(' ');

const naiveStudentText = (one: NaiveStudent): string => [
  one.student_id, one.kind, ...[one.charged, one.received, one.refund_due, one.refunded, one.owed].map(text), ...(one.kind === 'custody' ? [text(one.spent), text(one.balance)] : ['–', '–']), one.settlement,
].join(' ');

/** Debits equal credits; each clearing account stands at the outstanding of its lines; custody adds up. */
function books({ trial_balance }: SettlementJson, conserved: boolean, naive: NaiveSettlement): string[] {
  const found = new Map(trial_balance.clearing.map(({ account, balance_yuan }) => [account, balance_yuan]));
  const expected = naiveClearing(naive.lines);
  const held = (campus: string): bigint => fenOf(found.get(`clearing:custody_held:${campus}`) ?? '0.00') + fenOf(found.get(`clearing:custody:${campus}`) ?? '0.00');
  const names = trial_balance.clearing.map(({ account }) => account);
  return [
    ...(conserved ? [] : ['the product says that its books do not agree']),
    ...(trial_balance.debit_yuan === trial_balance.credit_yuan ? [] : [`debits ${trial_balance.debit_yuan}, credits ${trial_balance.credit_yuan}`]),
    ...(JSON.stringify(names) === JSON.stringify(names.toSorted()) ? [] : ['accounts out of order']),
    ...Object.entries(expected).flatMap(([account, fen]) => (fen === null || (found.get(account) ?? '0.00') === text(fen) ? [] : [`${account}: product ${found.get(account)}, its lines ${text(fen)}`])),
    ...[...found].filter(([account, yuan]) => !account.includes('custody_held') && !(account in expected) && yuan !== '0.00').map(([account, yuan]) => `${account} ${yuan} has no line`),
    ...Object.entries(naive.custody).flatMap(([campus, fen]) => (held(campus) === fen ? [] : [`custody of ${campus}: books ${held(campus)}, second reading ${fen}`])),
  ];
}

const fenOf = (yuan: string): bigint => BigInt(yuan.replace('.', ''));
