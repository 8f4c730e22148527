import { createHash } from 'node:crypto';
import type { Details } from '../../core/approvals/details.ts';
import { ORDER_KINDS, orderOfMatter, type OrderKind, type SettledOrder } from '../../core/orders/order-kinds.ts';
import { proposeOrder, type OrderLine } from '../../core/orders/propose.ts';
import { hasErrors } from '../../core/exchange/problem.ts';
import { fundingRules, type FundingRules } from '../../core/funding/rules.ts';
import { scopeOf, type Scope } from '../../core/funding/scope.ts';
import { settle } from '../../core/funding/settle.ts';
import type { Pack } from '../../core/policy/pack.ts';
import { sumOf, yuanText, type Fen } from '../../core/values/fen.ts';
import { academicYearOf, type PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { supportLines } from '../employment/support-money.ts';
import { loadSettlementRows } from '../settlement-rows.ts';
import type { Transaction } from '../transaction.ts';

/** Which payments of an institution are to be ordered: of an academic year, of grants of a fiscal year. */
export interface AskedProposal {
  readonly payer_id: string;
  readonly kind: OrderKind;
  readonly year: number;
}

export interface Given {
  readonly pack: Pack;
  readonly today: PlainDate;
}

export type Proposal =
  | { readonly outcome: 'proposed'; readonly lines: readonly OrderLine[]; readonly total: Fen; readonly digest: string; readonly names: ReadonlyMap<string, string> }
  /** The registers have errors, with which nothing of the year is settled. */
  | { readonly outcome: 'errors' | 'no_rules' };

/** The years of an order's settlement, and the rules in force in them. */
export function rulesOfOrder({ kind, year }: Pick<AskedProposal, 'kind' | 'year'>, { pack, today }: Given): { readonly scope: Scope; readonly rules: FundingRules } | null {
  const scope = ORDER_KINDS[kind].year === 'fiscal' ? scopeOf(academicYearOf(today), today, year) : scopeOf(year, today);
  const rules = fundingRules(pack.parameters, scope);
  return 'no_rule_on' in rules ? null : { scope, rules };
}

/** The settlement that an order goes by; null on a day without rules. To be called within `tx.whole`. */
export async function settledOrder(whole: Transaction, asked: Pick<AskedProposal, 'kind' | 'year'>, given: Given) {
  const years = rulesOfOrder(asked, given);
  if (years === null) return null;
  const dataset = await loadSettlementRows(whole);
  return { dataset, settlement: settle(dataset, [], years.rules, years.scope), rules: years.rules };
}

type Due = { readonly outcome: 'due'; readonly lines: readonly OrderLine[]; readonly names: ReadonlyMap<string, string> } | { readonly outcome: 'errors' | 'no_rules' };

/** What is to be paid now, with a digest by which whoever checks knows it again. To be called within `tx.whole`. */
export async function proposalOf(whole: Transaction, asked: AskedProposal, given: Given): Promise<Proposal> {
  const { kind } = asked;
  const due = await (kind === 'hiring_support' ? supportsDue(whole, asked) : settlementDue(whole, { ...asked, kind }, given));
  if (due.outcome !== 'due') return { outcome: due.outcome };
  const { lines, names } = due;
  const digest = createHash('sha256').update([asked.payer_id, kind, String(asked.year), ...lines.map(({ from_id, to_id, fee, fen }) => [from_id, to_id, fee ?? '', fen].join('\t'))].join('\n')).digest('hex');
  return { outcome: 'proposed', lines, total: sumOf(lines, ({ fen }) => fen), digest, names };
}

/** M10-d: what was granted to firms. */
async function supportsDue(whole: Transaction, asked: AskedProposal): Promise<Due> {
  const lines = await supportLines(whole, asked);
  const organisations = await loadRows(whole, 'organisations', {}, 'r.key = any($2::text[])', [asked.payer_id, ...lines.map(({ to_id }) => to_id)]);
  return { outcome: 'due', lines, names: new Map(organisations.map(({ org_id, name }) => [org_id, name])) };
}

/** What the settlement of the year says. */
async function settlementDue(whole: Transaction, asked: AskedProposal & { readonly kind: SettledOrder }, given: Given): Promise<Due> {
  const settled = await settledOrder(whole, asked, given);
  if (settled === null) return { outcome: 'no_rules' };
  const { dataset, settlement, rules } = settled;
  if (hasErrors(settlement.problems)) return { outcome: 'errors' };
  const campuses = (dataset.campuses ?? []).filter(({ school_id }) => school_id === asked.payer_id).map(({ campus_id }) => campus_id);
  const lines = proposeOrder(settlement, rules, { kind: asked.kind, payer_id: asked.payer_id, campuses });
  const names = new Map([
    ...(dataset.organisations ?? []).map(({ org_id, name }) => [org_id, name] as const), ...(dataset.campuses ?? []).map(({ campus_id, name }) => [campus_id, name] as const),
    ...(asked.kind === 'lecture_fee' ? dataset.staff ?? [] : []).map(({ person_id, name }) => [person_id, name] as const), ...(dataset.students ?? []).map(({ student_id, name }) => [student_id, name] as const),
  ]);
  return { outcome: 'due', lines, names };
}

/** What a matter asks to be paid; null where it is about something else. */
export function askedProposal({ kind, subject: payer_id }: { readonly kind: { readonly id: string }; readonly subject: string }, { year }: Details): AskedProposal | null {
  const order = orderOfMatter(kind.id);
  return order === null || year === undefined ? null : { payer_id, kind: order, year };
}

/** Keeps the lines of an order as they were checked. To be called with the authority over funds. */
export async function keepOrderLines(tx: Transaction, matter_id: number, lines: readonly OrderLine[], scopes: readonly string[]): Promise<void> {
  for (const [at, { kind, fee, from_id, to_id, student_id, year, fen, formula }] of lines.entries()) {
    const of = student_id === null ? [`org:${to_id}`, `campus:${to_id}`] : [`student:${student_id}`];
    await tx.query(
      `insert into payment_order_lines (region_id, matter_id, line_no, kind, fee, from_id, to_id, student_id, year, fen, formula, scopes, recorded_at, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, clock_timestamp(), $13)`,
      [tx.actor.region_id, matter_id, at + 1, kind, fee, from_id, to_id, student_id, year, fen, formula, [...new Set([...scopes, ...of])], tx.actor.account]);
  }
}

/** The lines of an order that was checked. */
export async function orderLines(tx: Transaction, matter_id: number): Promise<OrderLine[]> {
  const rows = await tx.query<Omit<OrderLine, 'fen'> & { readonly fen: string }>(
    'select kind, fee, from_id, to_id, student_id, year, fen::text, formula from payment_order_lines where region_id = $1 and matter_id = $2 order by line_no', [tx.actor.region_id, matter_id]);
  return rows.map((row) => ({ ...row, fen: BigInt(row.fen) }));
}

/** Which of the lines are not due any more as they stand, by payee. */
export function noLongerDue(lines: readonly OrderLine[], now: readonly OrderLine[]): string[] {
  const key = ({ from_id, to_id, fee }: OrderLine): string => JSON.stringify([from_id, to_id, fee]);
  const due = new Map(now.map((line) => [key(line), line.fen]));
  return lines.filter((line) => line.fen > (due.get(key(line)) ?? 0n)).map(({ to_id, fen }) => `${to_id} ${yuanText(fen)}`);
}
