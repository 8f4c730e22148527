import type { Details } from '../../core/approvals/details.ts';
import type { MatterKind } from '../../core/approvals/matter-kind.ts';
import { matterOfOrder, ORDER_KIND_NAMES, ORDER_KINDS, orderOfMatter } from '../../core/orders/order-kinds.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { askedRun, billRunOf } from '../billing/bill-run.ts';
import { loadRows } from '../campus-rows.ts';
import { askedProposal, noLongerDue, orderLines, proposalOf, rulesOfOrder, settledOrder } from '../orders/order.ts';
import type { Transaction } from '../transaction.ts';
import { held, holds, type AskGuard } from './guard-answer.ts';

/** Why a matter of money is not opened. */
export type NoMoneyMatter = { readonly outcome: 'unknown_subject' | 'no_rules' | 'nothing_to_bill' | 'nothing_to_pay' | 'register_errors' | 'list_changed' };

interface About {
  readonly kind: MatterKind;
  readonly subject: string;
  readonly details: Details;
}
type Given = { readonly pack: Pack; readonly today: PlainDate };

/** The list as whoever proposes it saw it. To be called within `tx.whole`. */
export async function refusalOfMoney(whole: Transaction, about: About, given: Given): Promise<NoMoneyMatter | null> {
  const { kind, subject } = about;
  if (kind.about !== 'payer') return null;
  const [payer] = await loadRows(whole, 'organisations', {}, 'r.key = $2', subject);
  if (orderOfMatter(kind.id) !== null) return refusalOfOrder(whole, payer?.kind ?? null, about, given);
  if (payer?.kind !== 'college') return { outcome: 'unknown_subject' };
  if (kind.id === 'grant_request') return rulesOfOrder({ kind: 'grant', year: about.details.year ?? 0 }, given) === null ? { outcome: 'no_rules' } : null;
  return refusalOfBills(whole, about, given);
}

async function refusalOfBills(whole: Transaction, { subject, details }: About, given: Given): Promise<NoMoneyMatter | null> {
  const asked = askedRun(subject, details);
  const run = asked === null ? null : await billRunOf(whole, asked, given);
  if (run === null) return { outcome: 'no_rules' };
  if (run.many === 0) return { outcome: 'nothing_to_bill' };
  return run.digest === details.list ? null : { outcome: 'list_changed' };
}

async function refusalOfOrder(whole: Transaction, payer: string | null, about: About, given: Given): Promise<NoMoneyMatter | null> {
  const asked = askedProposal(about, about.details);
  if (asked === null || payer !== ORDER_KINDS[asked.kind].payer) return { outcome: 'unknown_subject' };
  const proposal = await proposalOf(whole, asked, given);
  if (proposal.outcome !== 'proposed') return { outcome: proposal.outcome === 'errors' ? 'register_errors' : 'no_rules' };
  if (proposal.lines.length === 0) return { outcome: 'nothing_to_pay' };
  return proposal.digest === about.details.list ? null : { outcome: 'list_changed' };
}

export const billsSame: AskGuard = async (whole, { matter, details, pack, today }) => {
  const asked = askedRun(matter.subject, details);
  const run = asked === null ? null : await billRunOf(whole, asked, { pack, today });
  return run?.digest === details.list ? holds : held('学生、标准或已开账单有变动，请撤回后重新提出', 'Students, rates or bills have changed since: take it back and propose it anew');
};

export const orderSame: AskGuard = async (whole, { matter, details, pack, today }) => {
  const asked = askedProposal(matter, details);
  const now = asked === null ? null : await proposalOf(whole, asked, { pack, today });
  return now?.outcome === 'proposed' && now.digest === details.list ? holds : held('应付款有变动，请撤回后重新制单', 'What is due has changed since: take it back and make it anew');
};

/** Paid no earlier than it was checked, no later than today, and nobody more than is due. */
export const orderPayable: AskGuard = async (whole, { matter, details, pack, today }) => {
  const { on } = details;
  const checked = matter.entries.find(({ act }) => act === 'check')?.on ?? null;
  if (on === undefined || checked === null || on > today) return held('付款日期还没有到', 'The day of payment is still to come');
  if (on < checked) return held('付款日期早于复核日期', 'It was paid before it was checked');
  const asked = askedProposal(matter, details);
  const now = asked === null ? null : await proposalOf(whole, asked, { pack, today });
  if (now?.outcome !== 'proposed') return held('台账有差错，暂不能登记', 'The registers have errors');
  const over = noLongerDue(await orderLines(whole, matter.matter_id), now.lines);
  return over.length === 0 ? holds : held(`超过现在应付：${over.join('、')}`, `More than is due now: ${over.join(', ')}`);
};

/** One confirmation of the bank stands for one order. */
export const referenceNew: AskGuard = async (whole, { matter, details: { number } }) => {
  const [row] = await whole.query<{ used: boolean }>(
    `select exists(select 1 from matter_entries e join matters m on m.region_id = e.region_id and m.matter_id = e.matter_id
       where e.region_id = $1 and m.kind = any($4::text[]) and m.subject = $2 and e.act = 'confirm' and e.details ->> 'number' = $3) as used`,
    [whole.actor.region_id, matter.subject, number ?? '', ORDER_KIND_NAMES.map(matterOfOrder)]);
  return row?.used === true ? held('这个回单号已经用于另一份付款指令', 'Another order was confirmed by this reference') : holds;
};

/** M5-d: with heads and standard of every campus, and something still to come. */
export const grantRequestDue: AskGuard = async (whole, { matter, details: { year = 0 }, pack, today }) => {
  const settled = await settledOrder(whole, { kind: 'grant', year }, { pack, today });
  const lines = settled?.settlement.lines.filter(({ kind, to_id }) => kind === 'grant' && to_id === matter.subject) ?? [];
  const unknown = lines.filter(({ outstanding, from_id }) => outstanding === null || from_id === null);
  if (unknown.length > 0) return held(`还不能测算：${unknown.map(({ campus_id, reason }) => `${campus_id} ${reason}`).join('、')}`, `Not known yet: ${unknown.map(({ campus_id, reason }) => `${campus_id} ${reason}`).join(', ')}`);
  return lines.some(({ outstanding }) => (outstanding ?? 0n) > 0n) ? holds : held('没有应拨未拨的款项', 'Nothing is still to come');
};
