import { ceilOf, daysFrom, distinctOf, fen, naiveLine, paymentsOf, positive, sheetOf, sumBy, total } from './naive-money.ts';
import type { Asked, NaiveLine } from './naive-money.ts';
import { cell } from './naive-rows.ts';
import type { NaiveRow, NaiveRows } from './naive-rows.ts';

const COUNTED = ['enrolled', 'repeating', 'internship'];

interface Part { readonly campus: string; readonly fen: bigint; readonly on: string }

/** Students of the roll on a day; null where the campus had no row of stage higher by then. */
function enrolled(all: NaiveRows, campus: string, day: string): bigint | null {
  const rows = sheetOf(all, 'students').filter((row) => cell(row, 'campus_id') === campus && cell(row, 'stage') === 'higher' && cell(row, 'from') <= day);
  if (rows.length === 0) return null;
  return BigInt(new Set(rows.filter((row) => (cell(row, 'to') === '' || cell(row, 'to') >= day) && COUNTED.includes(cell(row, 'status'))).map((row) => cell(row, 'student_id'))).size);
}

const signedRow = (all: NaiveRows, campus: string, day: string): NaiveRow | undefined =>
  sheetOf(all, 'grant_headcounts').find((row) => cell(row, 'campus_id') === campus && cell(row, 'on') === day);

function heads(all: NaiveRows, campus: NaiveRow, day: string): bigint | null {
  const signed = signedRow(all, cell(campus, 'campus_id'), day);
  if (signed !== undefined) return BigInt(cell(signed, 'students'));
  const roll = enrolled(all, cell(campus, 'campus_id'), day);
  if (roll !== null) return roll;
  return cell(campus, 'opened_on') > day ? 0n : null;
}

const headDays = ({ fiscal, day }: Asked): string[] => [`${fiscal - 1}-10-31`, ...(day < `${fiscal}-10-31` ? [] : [`${fiscal}-10-31`])];

/** 8 × last year's heads + 4 × this year's. */
function weight(all: NaiveRows, campus: NaiveRow, asked: Asked): bigint | null {
  const [before = null, now = before] = headDays(asked).map((day) => heads(all, campus, day));
  return before === null || now === null ? null : 8n * before + 4n * now;
}

/** Rows of the signed sheet that say another number than the roll. */
export function differingHeads(all: NaiveRows, asked: Asked): NaiveRow[] {
  return sheetOf(all, 'campuses').flatMap((campus) => headDays(asked).flatMap((day) => {
    const signed = signedRow(all, cell(campus, 'campus_id'), day);
    const roll = enrolled(all, cell(campus, 'campus_id'), day);
    return signed === undefined || roll === null || roll === BigInt(cell(signed, 'students')) ? [] : [signed];
  }));
}

const receiptsOf = (all: NaiveRows, asked: Asked): readonly NaiveRow[] =>
  sheetOf(all, 'grant_receipts').filter((row) => cell(row, 'fiscal_year') === String(asked.fiscal) && cell(row, 'received_on') <= asked.day);

/** Parts by campus, and the campuses of a receipt that nobody can split. */
function split(all: NaiveRows, asked: Asked): { readonly parts: readonly Part[]; readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  const parts = receiptsOf(all, asked).flatMap((row): Part[] => {
    const [amount, on] = [fen(cell(row, 'amount_yuan')), cell(row, 'received_on')];
    if (cell(row, 'campus_id') !== '') return [{ campus: cell(row, 'campus_id'), fen: amount, on }];
    const without = sheetOf(all, 'campuses').filter((campus) => cell(campus, 'payer_id') === '').map((campus) => cell(campus, 'campus_id'));
    const own = sheetOf(all, 'campuses').filter((campus) => cell(campus, 'payer_id') === cell(row, 'payer_id'))
      .map((campus) => ({ campus: cell(campus, 'campus_id'), weight: weight(all, campus, asked) }));
    const whole = sumBy(own, (one) => one.weight ?? 0n);
    if (whole === 0n || own.some((one) => one.weight === null)) {
      unknown.push(...(own.length === 0 ? without : own.map((one) => one.campus)));
      return [];
    }
    const shares = own.map((one) => ({ campus: one.campus, fen: (amount * (one.weight ?? 0n)) / whole, rest: (amount * (one.weight ?? 0n)) % whole }));
    let left = amount - sumBy(shares, (one) => one.fen);
    for (const one of [...shares].sort((a, b) => (a.rest === b.rest ? (a.campus < b.campus ? -1 : 1) : a.rest > b.rest ? -1 : 1))) {
      if (left === 0n) break;
      one.fen += 1n;
      left -= 1n;
    }
    return shares.map((one) => ({ campus: one.campus, fen: one.fen, on }));
  });
  return { parts, unknown: distinctOf(unknown) };
}

/** How many quarters of the grant have fallen due. */
function quarters({ fiscal, day }: Asked): bigint {
  if (day <= `${fiscal}-03-31`) return 0n;
  if (day <= `${fiscal}-06-30`) return 1n;
  if (day <= `${fiscal}-09-30`) return 2n;
  return day <= `${fiscal}-12-20` ? 3n : 4n;
}

/** Grant and its passing on, a line each for every campus. */
export function naiveGrants(all: NaiveRows, asked: Asked): NaiveLine[] {
  const { parts, unknown } = split(all, asked);
  return sheetOf(all, 'campuses').flatMap((campus) => {
    const [campus_id, college, payer] = [cell(campus, 'campus_id'), cell(campus, 'college_id'), cell(campus, 'payer_id')];
    const own = parts.filter((part) => part.campus === campus_id);
    const open = unknown.includes(campus_id);
    const standard = sheetOf(all, 'grant_standards').find((row) => cell(row, 'fiscal_year') === String(asked.fiscal) && cell(row, 'college_id') === college);
    const base = standard === undefined ? null : fen(cell(standard, 'yuan_per_student'));
    const heavy = weight(all, campus, asked);
    const due = base === null || heavy === null ? null : ceilOf(base * heavy, 12n);
    const received = sumBy(own, (part) => part.fen);
    const paid = open ? null : received;
    const passed = total(paymentsOf(all, 'grant', asked).filter((row) => cell(row, 'to_id') === campus_id));
    const late = sumBy(own.filter((part) => asked.day > daysFrom(part.on, 30)), (part) => part.fen);
    return [
      ...naiveLine({
        clause: 'M5-d', kind: 'grant', from_id: payer, to_id: college, campus_id, base, due, paid,
        overdue: due === null || paid === null ? null : positive(ceilOf(due * quarters(asked), 4n) - paid),
        missing: [...(payer === '' ? ['payer_id'] : []), ...(base === null ? ['grant_standards'] : []), ...(heavy === null || (open && payer !== '') ? ['grant_headcounts'] : [])],
        provisional: headDays(asked).length === 1,
      }),
      ...naiveLine({
        clause: 'M5-f', kind: 'grant_pass', from_id: college, to_id: campus_id, base: open ? null : received, due: open ? null : received, paid: passed,
        overdue: open ? null : positive(late - passed), missing: open ? [payer === '' ? 'payer_id' : 'grant_headcounts'] : [],
      }),
    ];
  });
}
