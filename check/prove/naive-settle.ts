import { naiveFees } from './naive-fees.ts';
import { differingHeads, naiveGrants } from './naive-grants.ts';
import { ceilOf, counted, firstDayOf, naiveLine, paymentsOf, placeOf, positive, shareOf, sheetOf, sumBy, total } from './naive-money.ts';
import type { Asked, NaiveLine, NaiveStudent } from './naive-money.ts';
import { cell, rowNumber } from './naive-rows.ts';
import type { NaiveRow, NaiveRows } from './naive-rows.ts';

export interface NaiveSettlement {
  readonly lines: readonly NaiveLine[];
  readonly students: readonly NaiveStudent[];
  /** received − spent − refunded of the custody money of each campus. */
  readonly custody: Readonly<Record<string, bigint>>;
  /** `sheet row column code`, in no order. */
  readonly problems: readonly string[];
}

/** The money of a year by the contract's own words, in the slow and obvious way. */
export function naiveSettle(all: NaiveRows, asked: Asked): NaiveSettlement {
  const errors = [...notHigher(all, asked), ...belowFloor(all, asked), ...wrongParties(all, asked), ...wrongGrants(all, asked)];
  const differing = differingHeads(all, asked).map((row) => at('grant_headcounts', row, 'students', 'headcount_differs'));
  if (errors.length > 0) return { lines: [], students: [], custody: {}, problems: [...errors, ...differing] };
  const { lines, students, custody } = naiveFees(all, asked);
  return { lines: [...lines, ...lectures(all, asked), ...naiveGrants(all, asked)], students, custody, problems: [...differing, ...withoutCharge(all, asked)] };
}

const at = (sheet: string, row: NaiveRow, column: string, code: string): string => `${sheet} ${rowNumber(row)} ${column} ${code}`;

const MONEY = [['charges', 'due_on'], ['receipts', 'received_on'], ['custody_spending', 'spent_on']] as const;

const notHigher = (all: NaiveRows, asked: Asked): string[] => MONEY.flatMap(([sheet, day]) =>
  counted(all, sheet, day, asked).filter((row) => placeOf(all, cell(row, 'student_id'), asked) === null).map((row) => at(sheet, row, 'student_id', 'not_higher_stage')));

function belowFloor(all: NaiveRows, asked: Asked): string[] {
  return sheetOf(all, 'shares').filter((row) => {
    const first = firstDayOf(all, cell(row, 'college_id'), asked);
    const [top, bottom] = shareOf(cell(row, 'tuition_share'));
    return cell(row, 'from') <= first && (cell(row, 'to') === '' || cell(row, 'to') >= first) && top * 10n < bottom * 6n;
  }).map((row) => at('shares', row, 'tuition_share', 'below_floor'));
}

/** Receipts of a student and kind that has no charge. */
function withoutCharge(all: NaiveRows, asked: Asked): string[] {
  const charges = counted(all, 'charges', 'due_on', asked);
  return counted(all, 'receipts', 'received_on', asked)
    .filter((row) => !charges.some((one) => cell(one, 'student_id') === cell(row, 'student_id') && cell(one, 'kind') === cell(row, 'kind')))
    .map((row) => at('receipts', row, 'kind', 'no_charge'));
}

function wrongParties(all: NaiveRows, asked: Asked): string[] {
  const kindOf = (id: string): string => cell(sheetOf(all, 'organisations').find((row) => cell(row, 'org_id') === id) ?? {}, 'kind');
  const campus = (id: string): NaiveRow | undefined => sheetOf(all, 'campuses').find((row) => cell(row, 'campus_id') === id);
  const collegeOf = (id: string): string => cell(campus(id) ?? {}, 'college_id');
  const isStudent = (id: string): boolean => placeOf(all, id, asked) !== null;
  // A student who moved may have been refunded by either side.
  const stays = (id: string): string[] => sheetOf(all, 'students').filter((row) => cell(row, 'student_id') === id && cell(row, 'stage') === 'higher' && cell(row, 'from') <= asked.day
    && cell(row, 'from') <= `${asked.year + 1}-08-31` && (cell(row, 'to') === '' || cell(row, 'to') >= `${asked.year}-09-01`)).map((row) => cell(row, 'campus_id'));
  const kinds = ['tuition_share', 'dorm', 'other_fee', 'custody', 'grant', 'fee_refund', 'custody_refund', 'lecture_fee', 'forwarded'];
  return kinds.flatMap((kind) => paymentsOf(all, kind, asked).flatMap((row) => {
    const [from, to] = [cell(row, 'from_id'), cell(row, 'to_id')];
    const college = kindOf(from) === 'college';
    const toCampus = campus(to) !== undefined && (!college || collegeOf(to) === from);
    const [fromFits, toFits] = {
      tuition_share: [college, kindOf(to) === 'school'],
      dorm: [college, toCampus], other_fee: [college, toCampus], custody: [college, toCampus], grant: [college, toCampus],
      fee_refund: [college && (!isStudent(to) || stays(to).some((id) => collegeOf(id) === from)), isStudent(to)],
      custody_refund: [campus(from) !== undefined && (!isStudent(to) || stays(to).includes(from)), isStudent(to)],
      lecture_fee: [campus(from) !== undefined, sheetOf(all, 'staff').some((one) => cell(one, 'person_id') === to)],
      forwarded: [kindOf(from) !== '' && from !== to, kindOf(to) === 'college'],
    }[kind] ?? [false, false];
    return [...(fromFits ? [] : [at('payments', row, 'from_id', 'wrong_party')]), ...(toFits ? [] : [at('payments', row, 'to_id', 'wrong_party')])];
  }));
}

function wrongGrants(all: NaiveRows, asked: Asked): string[] {
  const campuses = sheetOf(all, 'campuses');
  return sheetOf(all, 'grant_receipts').filter((row) => cell(row, 'fiscal_year') === String(asked.fiscal) && cell(row, 'received_on') <= asked.day).flatMap((row) => {
    const [campus_id, payer] = [cell(row, 'campus_id'), cell(row, 'payer_id')];
    if (campus_id === '' && payer === '') return [at('grant_receipts', row, 'campus_id', 'missing_value')];
    const payers = campuses.filter((campus) => campus_id === '' || cell(campus, 'campus_id') === campus_id).map((campus) => cell(campus, 'payer_id'));
    const fits = payer === '' || payers.includes(payer) || payers.includes('');
    return fits ? [] : [at('grant_receipts', row, 'payer_id', 'wrong_party')];
  });
}

/** Hours × rate of the title, of persons whose staff row at the campus has the college as employer. */
function lectures(all: NaiveRows, asked: Asked): NaiveLine[] {
  const terms = [[`${asked.year}-1`, `${asked.year}-09-01`, `${asked.year + 1}-01-31`], [`${asked.year}-2`, `${asked.year + 1}-02-01`, `${asked.year + 1}-08-31`]] as const;
  const lessons = terms.filter(([, begins]) => begins <= asked.day).flatMap(([name, begins, ends]) => sheetOf(all, 'teaching').filter((row) => cell(row, 'term') === name).flatMap((row) => {
    const college = cell(sheetOf(all, 'campuses').find((campus) => cell(campus, 'campus_id') === cell(row, 'campus_id')) ?? {}, 'college_id');
    const posts = sheetOf(all, 'staff').filter((one) => cell(one, 'person_id') === cell(row, 'person_id') && cell(one, 'stage') === 'higher' && cell(one, 'campus_id') === cell(row, 'campus_id') && cell(one, 'employer_id') === college)
      .sort((a, b) => (cell(a, 'from') < cell(b, 'from') ? -1 : 1));
    const post = posts.filter((one) => cell(one, 'from') <= ends).at(-1) ?? posts[0];
    if (post === undefined) return [];
    const rate = sheetOf(all, 'lecture_rates').filter((one) => cell(one, 'title') === cell(post, 'title') && cell(one, 'from') <= begins && (cell(one, 'to') === '' || cell(one, 'to') >= begins))
      .sort((a, b) => (cell(a, 'from') < cell(b, 'from') ? -1 : 1)).at(-1);
    return [{ campus: cell(row, 'campus_id'), person: cell(row, 'person_id'), ends, hours: shareOf(cell(row, 'hours')), rate: rate === undefined ? null : total([{ amount_yuan: cell(rate, 'yuan_per_hour') }]) }];
  }));
  const payments = paymentsOf(all, 'lecture_fee', asked);
  const pairs = new Set([...lessons.map((one) => `${one.campus}|${one.person}`), ...payments.map((row) => `${cell(row, 'from_id')}|${cell(row, 'to_id')}`)]);
  return [...pairs].flatMap((pair) => {
    const [campus = '', person = ''] = pair.split('|');
    const own = lessons.filter((one) => one.campus === campus && one.person === person);
    // Every part over 10 000, so that a part of an hour stays exact.
    const price = (list: typeof own): bigint => ceilOf(sumBy(list, ({ hours: [top, bottom], rate }) => (top * (rate ?? 0n) * 10_000n) / bottom), 10_000n);
    const missing = own.some((one) => one.rate === null) ? ['lecture_rates'] : [];
    const due = missing.length > 0 ? null : price(own);
    const paid = total(payments.filter((row) => cell(row, 'from_id') === campus && cell(row, 'to_id') === person));
    const dated = price(own.filter((one) => asked.day > one.ends));
    const hundredths = sumBy(own, ({ hours: [top, bottom] }) => (top * 10_000n) / bottom) / 100n;
    return naiveLine({ clause: 'R4-h', kind: 'lecture_fee', from_id: campus, to_id: person, base: hundredths, due, paid, overdue: due === null ? null : positive(dated - paid), missing });
  });
}

/** What the clearing accounts must stand at: the outstanding of their lines. */
export function naiveClearing(lines: readonly NaiveLine[]): Record<string, bigint | null> {
  const words: Readonly<Record<string, string>> = { tuition_share: 'tuition_share', dorm: 'dorm', other_fee: 'other', custody: 'custody', grant_pass: 'grant' };
  const accounts: Record<string, bigint | null> = {};
  for (const { kind, to_id, outstanding } of lines) {
    const word = words[kind];
    if (word === undefined) continue;
    const account = `clearing:${word}:${to_id}`;
    const before = accounts[account];
    accounts[account] = before === null || outstanding === null ? null : (before ?? 0n) + outstanding;
  }
  return accounts;
}
