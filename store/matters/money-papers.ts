import { exactText, type Line } from '../../core/funding/line.ts';
import { orderOfMatter } from '../../core/orders/order-kinds.ts';
import { amountOf } from '../../core/funding/student-accounts.ts';
import { sumOf, yuanText, type Fen } from '../../core/values/fen.ts';
import { daysBetween } from '../../core/values/plain-date.ts';
import { orderLines, settledOrder } from '../orders/order.ts';
import { pricedIn } from '../billing/custody-lists.ts';
import { listOfferings } from '../teaching/offering.ts';
import type { Transaction } from '../transaction.ts';
import type { Decided } from './decided.ts';
import { custodyPaper, lecturePaper } from './money-papers-of-school.ts';
import type { PaidOrder, Taught } from './paid-order.ts';
import { paper, type Draft, type Paper } from './papers.ts';

/** M5-f, R4-c, R4-g, R4-h: the paper of an order, issued with the bank's confirmation. */
export const orderOnPaper: Draft = async (whole, decided) => {
  const { year, number, on } = decided.details;
  const order = orderOfMatter(decided.matter.kind.id);
  if (order === null || year === undefined || number === undefined || on === undefined) throw new Error('an order that is paid without kind, year, number and day');
  const settled = await settledNow(whole, { kind: order, year }, decided);
  const lines = await orderLines(whole, decided.matter.matter_id);
  const paid: PaidOrder = {
    ...settled, lines, taught: order === 'lecture_fee' ? await taughtIn(whole, year) : [], priced: await pricedIn(whole, year), payer: settled.name(decided.matter.subject), head: { dated: decided.today, voucher: number, paid_on: on, total: yuanText(sumOf(lines, ({ fen }) => fen)) },
  };
  switch (order) {
    case 'grant': return distributionPaper(paid, decided);
    case 'tuition_share': return tuitionPaper(paid, year);
    case 'custody_refund': return custodyPaper(paid, year);
    case 'lecture_fee': return lecturePaper(paid, year);
    default: return null;
  }
};

async function taughtIn(whole: Transaction, year: number): Promise<Taught[]> {
  const offerings = await listOfferings(whole, {});
  return offerings.flatMap(({ campus_id, staff_no, term, course, class_id, taught_hours }) => (
    campus_id === null || staff_no === null || taught_hours === null || !term.startsWith(`${year}-`) ? [] : [{ campus_id, person_id: staff_no, term, course, class_id, hours: taught_hours }]));
}

async function settledNow(whole: Transaction, asked: Parameters<typeof settledOrder>[1], given: Decided) {
  const settled = await settledOrder(whole, asked, given);
  if (settled === null) throw new Error('money of a year without rules');
  const { dataset, settlement, rules } = settled;
  const names = new Map([
    ...(dataset.organisations ?? []).map(({ org_id, name }) => [org_id, name] as const), ...(dataset.campuses ?? []).map(({ campus_id, name }) => [campus_id, name] as const),
    ...(dataset.staff ?? []).map(({ person_id, name }) => [person_id, name] as const), ...(dataset.students ?? []).map(({ student_id, name }) => [student_id, name] as const),
  ]);
  return { dataset, settlement, rules, name: (id: string): string => names.get(id) ?? id };
}

const yuan = (fen: Fen | null): string => (fen === null ? '' : yuanText(fen));
const dueFormula = ({ trace }: Line): string => trace.find(({ figure }) => figure === 'due')?.formula ?? '';

function distributionPaper({ dataset, lines, head, payer, name, settlement }: PaidOrder, { details: { year = 0 } }: Decided): Paper {
  const weights = new Map(settlement.lines.filter(({ kind }) => kind === 'grant').map(({ campus_id, ratio }) => [campus_id, ratio ?? '']));
  const paid_to = new Set(lines.map(({ to_id }) => to_id));
  const payers = new Set((dataset.campuses ?? []).filter(({ campus_id }) => paid_to.has(campus_id)).map(({ payer_id }) => payer_id));
  const receipts = (dataset.grant_receipts ?? []).filter((row) => row.fiscal_year === year && (row.campus_id === null ? payers.has(row.payer_id) : paid_to.has(row.campus_id)));
  return paper('grant_distribution', {
    ...head, college: payer, fiscal_year: year,
    lines: lines.map(({ to_id, fen, formula }) => ({ campus: name(to_id), weight: weights.get(to_id) || '不详', amount: yuanText(fen), formula })),
    receipts: receipts.map((row) => ({ receipt: row.receipt_id, received_on: row.received_on, campus: row.campus_id === null ? '' : name(row.campus_id), amount: yuanText(amountOf(row)), days: Math.max(0, daysBetween(row.received_on, head.paid_on)) })),
  });
}

function tuitionPaper({ settlement, lines, head, payer, name }: PaidOrder, year: number): Paper {
  const paid_to = new Set(lines.map(({ to_id }) => to_id));
  const shares = settlement.lines.filter(({ kind, to_id }) => kind === 'tuition_share' && paid_to.has(to_id));
  return paper('tuition_settlement', {
    ...head, college: payer, year,
    schools: shares.map((line) => {
      const own = settlement.students.filter(({ kind, place }) => kind === 'tuition' && place.school_id === line.to_id && place.college_id === line.from_id);
      const [billed, collected, refunds, net] = [sumOf(own, (a) => a.charged), sumOf(own, (a) => a.received), sumOf(own, (a) => a.refund_due), sumOf(own, (a) => a.net)];
      return {
        school: name(line.to_id), billed: yuanText(billed), collected: yuanText(collected), refunds: yuanText(refunds), net: yuanText(net), ratio: line.ratio ?? '', due: yuan(line.due), paid: yuan(line.paid), difference: yuan(line.outstanding),
      };
    }),
  });
}

/** M5-d: issued as it was signed, by heads and standard of the day. */
export const grantRequested: Draft = async (whole, decided) => {
  const { matter, details: { year = 0 }, today } = decided;
  const { settlement, name } = await settledNow(whole, { kind: 'grant', year }, decided);
  const lines = settlement.lines.filter(({ kind, to_id }) => kind === 'grant' && to_id === matter.subject);
  const known = (fen: Fen | null): string => (fen === null ? '不详' : yuanText(fen));
  const sum = (of: (line: Line) => Fen | null): string => yuanText(sumOf(lines, (line) => of(line) ?? 0n));
  return paper('grant_request', {
    dated: today, college: name(matter.subject), fiscal_year: year, payers: [...new Set(lines.map(({ from_id }) => (from_id === null ? '拨款单位' : name(from_id))))].join('、'),
    due: sum(({ due }) => due), received: sum(({ paid }) => paid), arrears: sum(({ outstanding }) => outstanding), overdue: sum(({ overdue }) => overdue),
    campuses: lines.map((line) => ({
      campus: name(line.campus_id ?? ''), payer: line.from_id === null ? '未登记' : name(line.from_id), standard: line.base === null ? '不详' : exactText(line.base), weight: line.ratio ?? '不详', formula: dueFormula(line),
      due: known(line.due), received: known(line.paid), arrears: known(line.outstanding), overdue: known(line.overdue),
    })),
  });
};
