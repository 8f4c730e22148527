import { ceilOf, counted, daysApart, daysFrom, distinctOf, firstDayOf, inYear, naiveLine, paymentsOf, placeOf, positive, shareOf, sheetOf, smaller, sumBy, total } from './naive-money.ts';
import type { Asked, NaiveLine, NaiveStudent, Place } from './naive-money.ts';
import { cell } from './naive-rows.ts';
import type { NaiveRow, NaiveRows } from './naive-rows.ts';

const IN_SCHOOL = ['enrolled', 'repeating', 'internship'];
const KINDS = ['tuition', 'dorm', 'custody', 'other'];

/** A student of the year and one kind, with the rows. */
interface Held extends NaiveStudent {
  readonly place: Place; readonly left: string | null;
  readonly charges: readonly NaiveRow[]; readonly receipts: readonly NaiveRow[];
}

function held(all: NaiveRows, student_id: string, kind: string, place: Place, asked: Asked): Held[] {
  const own = (row: NaiveRow): boolean => cell(row, 'student_id') === student_id;
  const charges = counted(all, 'charges', 'due_on', asked).filter((row) => own(row) && cell(row, 'kind') === kind);
  const receipts = counted(all, 'receipts', 'received_on', asked).filter((row) => own(row) && cell(row, 'kind') === kind);
  const spending = kind === 'custody' ? counted(all, 'custody_spending', 'spent_on', asked).filter(own) : [];
  const refunds = paymentsOf(all, kind === 'custody' ? 'custody_refund' : 'fee_refund', asked)
    .filter((row) => cell(row, 'to_id') === student_id && (kind === 'custody' || cell(row, 'of') === kind));
  if (charges.length + receipts.length + spending.length + refunds.length === 0) return [];
  const left = sheetOf(all, 'departures').filter((row) => own(row) && cell(row, 'on') <= asked.day && inYear(asked, cell(row, 'on'))).map((row) => cell(row, 'on')).sort()[0] ?? null;
  const charged = total(charges);
  const kept = left === null || !['tuition', 'dorm'].includes(kind) ? charged : keptOf(all, student_id, charges, left, place, asked);
  const [received, spent, refunded] = [total(receipts), total(spending), total(refunds)];
  const balance = received - spent;
  const refund_due = kind === 'custody' ? positive(balance) : positive(received - kept);
  const owed = kind === 'custody' ? positive(-balance) : positive(kept - received);
  const settlement = kind !== 'custody' ? '' : balance > 0n ? 'refund' : balance < 0n ? 'claim' : 'zero';
  return [{ student_id, kind, place, left, charges, receipts, charged, kept, received, spent, refunded, refund_due, owed, balance, settlement, net: received - refund_due }];
}

function keptOf(all: NaiveRows, student_id: string, charges: readonly NaiveRow[], left: string, place: Place, asked: Asked): bigint {
  const days = daysApart(firstDayOf(all, place.college, asked), left) + 1;
  const months = days < 1 ? 0 : Math.min(10, Math.ceil(days / 30));
  const back = sheetOf(all, 'students').filter((row) => cell(row, 'student_id') === student_id && cell(row, 'from') > left && IN_SCHOOL.includes(cell(row, 'status')))
    .map((row) => cell(row, 'from')).sort()[0] ?? '9999-12-31';
  const reduced = charges.filter((row) => cell(row, 'due_on') < back);
  const others = charges.filter((row) => cell(row, 'due_on') >= back);
  return (total(reduced) * BigInt(months)) / 10n + total(others);
}

/** Every account with a row, in order. */
function accounts(all: NaiveRows, asked: Asked): Held[] {
  return distinctOf(sheetOf(all, 'students').map((row) => cell(row, 'student_id'))).flatMap((student_id) => {
    const place = placeOf(all, student_id, asked);
    return place === null ? [] : KINDS.flatMap((kind) => held(all, student_id, kind, place, asked));
  });
}

export interface NaiveFees { readonly lines: readonly NaiveLine[]; readonly students: readonly NaiveStudent[]; readonly custody: Readonly<Record<string, bigint>> }

/** Bills, refunds, shares, passing on, custody and wrong payees of the academic year. */
export function naiveFees(all: NaiveRows, asked: Asked): NaiveFees {
  const every = accounts(all, asked);
  const campuses = distinctOf(every.map((one) => one.place.campus));
  return {
    lines: [...studentLines(every, asked), ...shareLines(all, every, asked), ...passLines(all, every, asked), ...wrongLines(all, every, asked)],
    students: every.filter((one) => one.charges.length + one.receipts.length > 0 || one.spent > 0n),
    custody: Object.fromEntries(campuses.map((campus) => [campus, sumBy(every.filter((one) => one.kind === 'custody' && one.place.campus === campus), (one) => one.received - one.spent - one.refunded)])),
  };
}

/** Summed per student, so that too much to one does not cover another. */
function lateOf(list: readonly Held[], dated: (one: Held) => bigint, paid: (one: Held) => bigint): bigint {
  return sumBy(distinctOf(list.map((one) => one.student_id)), (id) => {
    const own = list.filter((one) => one.student_id === id);
    return positive(sumBy(own, dated) - sumBy(own, paid));
  });
}

function studentLines(every: readonly Held[], asked: Asked): NaiveLine[] {
  const end = `${asked.year + 1}-08-31`;
  const bills = (['tuition', 'dorm', 'other'] as const).flatMap((kind) => distinctOf(every.map((one) => one.place.college)).flatMap((college) => {
    const own = every.filter((one) => one.kind === kind && one.place.college === college);
    return naiveLine({
      clause: kind === 'tuition' ? 'R4-b' : 'R4-d', kind: `bill_${kind}`, from_id: 'students', to_id: college,
      base: sumBy(own, (one) => one.charged), due: sumBy(own, (one) => one.kept), paid: sumBy(own, (one) => one.net),
      overdue: lateOf(own, (one) => smaller(one.kept, total(one.charges.filter((row) => cell(row, 'due_on') < asked.day))), (one) => one.net),
    });
  }));
  const refunds = distinctOf(every.map((one) => one.place.college)).flatMap((college) => {
    const own = every.filter((one) => one.kind !== 'custody' && one.place.college === college);
    const base = sumBy(own, (one) => one.refund_due);
    return naiveLine({
      clause: 'R4-b', kind: 'fee_refund', from_id: college, to_id: 'students', base, due: base, paid: sumBy(own, (one) => one.refunded),
      overdue: lateOf(own, (one) => (asked.day > (one.left === null ? end : daysFrom(one.left, 15)) ? one.refund_due : 0n), (one) => one.refunded),
    });
  });
  const custody = distinctOf(every.map((one) => one.place.campus)).flatMap((campus) => {
    const own = every.filter((one) => one.kind === 'custody' && one.place.campus === campus);
    const due = (one: Held): boolean => asked.day > (one.left ?? end);
    const [back, claim] = [sumBy(own, (one) => one.refund_due), sumBy(own, (one) => one.owed)];
    return [
      ...naiveLine({
        clause: 'R4-g', kind: 'custody_refund', from_id: campus, to_id: 'students', base: back, due: back, paid: sumBy(own, (one) => one.refunded),
        overdue: lateOf(own, (one) => (due(one) ? one.refund_due : 0n), (one) => one.refunded),
      }),
      ...naiveLine({ clause: 'R4-g', kind: 'custody_claim', from_id: 'students', to_id: campus, base: claim, due: claim, paid: 0n, overdue: lateOf(own, (one) => (due(one) ? one.owed : 0n), () => 0n) }),
    ];
  });
  return [...bills, ...refunds, ...custody];
}

function pairsOf(payments: readonly NaiveRow[], more: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  const texts = distinctOf([...payments.map((row) => `${cell(row, 'from_id')}|${cell(row, 'to_id')}`), ...more.map((pair) => pair.join('|'))]);
  return texts.map((text) => text.split('|') as [string, string]);
}
const between = (payments: readonly NaiveRow[], from: string, to: string): bigint => total(payments.filter((row) => cell(row, 'from_id') === from && cell(row, 'to_id') === to));

function shareLines(all: NaiveRows, every: readonly Held[], asked: Asked): NaiveLine[] {
  const tuition = every.filter((one) => one.kind === 'tuition');
  const payments = paymentsOf(all, 'tuition_share', asked);
  const batch = [`${asked.year + 1}-01-31`, `${asked.year + 1}-08-31`].filter((day) => day < asked.day).at(-1);
  return pairsOf(payments, tuition.map(({ place }) => [place.college, place.school])).flatMap(([college, school]) => {
    const own = tuition.filter(({ place }) => place.college === college && place.school === school);
    const first = firstDayOf(all, college, asked);
    const agreed = sheetOf(all, 'shares').filter((row) => cell(row, 'school_id') === school && cell(row, 'college_id') === college
      && cell(row, 'from') <= first && (cell(row, 'to') === '' || cell(row, 'to') >= first)).sort((a, b) => (cell(a, 'from') < cell(b, 'from') ? -1 : 1)).at(-1);
    const [top, bottom] = shareOf(agreed === undefined ? '0.60' : cell(agreed, 'tuition_share'));
    const base = sumBy(own, (one) => one.net);
    const early = (one: Held): bigint => smaller(one.kept, total(one.receipts.filter((row) => cell(row, 'received_on') <= (batch ?? ''))));
    const paid = between(payments, college, school);
    return naiveLine({
      clause: 'R4-c', kind: 'tuition_share', from_id: college, to_id: school, base, due: ceilOf(base * top, bottom), paid,
      overdue: positive(ceilOf(sumBy(own, early) * top, bottom) - paid), missing: agreed === undefined ? ['shares'] : [],
    });
  });
}

function passLines(all: NaiveRows, every: readonly Held[], asked: Asked): NaiveLine[] {
  const until = daysFrom(asked.day, -31);
  return ([['dorm', 'dorm'], ['other_fee', 'other'], ['custody', 'custody']] as const).flatMap(([kind, fee]) => {
    const fees = every.filter((one) => one.kind === fee);
    const payments = paymentsOf(all, kind, asked);
    return pairsOf(payments, fees.map(({ place }) => [place.college, place.campus])).flatMap(([college, campus]) => {
      const own = fees.filter(({ place }) => place.college === college && place.campus === campus);
      const base = sumBy(own, (one) => (fee === 'custody' ? one.received : one.net));
      const dated = sumBy(own, (one) => {
        const early = total(one.receipts.filter((row) => cell(row, 'received_on') <= until));
        return fee === 'custody' ? early : smaller(one.net, early);
      });
      const paid = between(payments, college, campus);
      return naiveLine({ clause: 'R4-e', kind, from_id: college, to_id: campus, base, due: base, paid, overdue: positive(dated - paid) });
    });
  });
}

function wrongLines(all: NaiveRows, every: readonly Held[], asked: Asked): NaiveLine[] {
  const taken = every.flatMap(({ receipts, place }) => receipts.filter((row) => !['', place.college].includes(cell(row, 'received_by'))).map((row) => ({ row, by: cell(row, 'received_by'), college: place.college })));
  const payments = paymentsOf(all, 'forwarded', asked);
  return pairsOf(payments, taken.map(({ by, college }) => [by, college])).flatMap(([by, college]) => {
    const base = total(taken.filter((one) => one.by === by && one.college === college).map(({ row }) => row));
    const paid = between(payments, by, college);
    return naiveLine({ clause: 'R4-b', kind: 'wrong_payee', from_id: by, to_id: college, base, due: base, paid, overdue: positive(base - paid) });
  });
}
