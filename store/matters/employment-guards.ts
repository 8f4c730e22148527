import { SUPPORT_REFUSALS } from '../../core/employment/support.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import type { Details } from '../../core/approvals/details.ts';
import type { MatterKind } from '../../core/approvals/matter-kind.ts';
import type { SupportRefusal } from '../../core/employment/support.ts';
import { followUpsDue } from '../employment/follow-ups.ts';
import { moneyOfHeads, type SupportMoney } from '../employment/support-money.ts';
import { judgeHires, supportsOf } from '../employment/support.ts';
import type { Transaction } from '../transaction.ts';
import { held, holds, type AskGuard } from './guard-answer.ts';

export const followUpSame: AskGuard = async (whole, { matter, details: { year, list }, pack, today }) => {
  const now = year === undefined ? null : await followUpsDue(whole, { school_id: matter.subject, year }, today, parametersOn(pack.parameters, today));
  return now !== null && now.digest === list && now.students.length > 0 ? holds : held('提出以后名单有变动，请撤回后按新名单提出', 'The list is another one now; take it back and propose anew');
};

export const supportAllowed: AskGuard = async (whole, { matter, details: { heads = [], school = null }, pack, today }) => {
  const refused = (await judgeHires(whole, { firm_id: matter.subject, school_id: school, students: heads }, today, parametersOn(pack.parameters, today))).find(({ why }) => why !== null);
  if (refused === undefined) return heads.length > 0 ? holds : held('没有列出毕业生', 'Nobody is named');
  if (refused.why === null || refused.why === 'no_rules') return held('当日没有生效的补助规则', 'No rule on support is in force on that day');
  const { zh, en } = SUPPORT_REFUSALS[refused.why];
  return held(`学号 ${refused.student_id}：${zh}`, `Student ${refused.student_id} ${en}`);
};

export const supportGranted: AskGuard = async (whole, { matter, details: { heads = [] } }) => {
  const open = new Set((await supportsOf(whole, matter.subject)).filter(({ answered }) => !answered).map(({ student_id }) => student_id));
  return heads.length > 0 && heads.every((id) => open.has(id)) ? holds : held('所列毕业生有的没有补助，或已经收回', 'Somebody named was not supported, or it was taken back before');
};

/** What is on its way to the firm is not taken back before the bank has told what became of it. */
export const supportUnpaid: AskGuard = async (whole, { matter: { subject }, details: { heads = [] } }) => {
  const paid = (await moneyOfHeads(whole, subject, heads)).filter(({ moves }) => moves.includes('paid'));
  if (paid.length > 0) return held(`已经付款，应当收回：${idsOf(paid)}`, `Paid already, to be asked back: ${idsOf(paid)}`);
  const [row] = await whole.query<{ under_way: boolean }>(
    `select exists (select 1 from matters m join payment_order_lines l on l.region_id = m.region_id and l.matter_id = m.matter_id
       where m.region_id = $1 and m.kind = 'order_hiring_support' and m.state = 'checked' and l.to_id = $2) as under_way`, [whole.actor.region_id, subject]);
  return row?.under_way === true ? held('付款指令已经复核，请先登记付款回单或未付', 'An order was passed: enter first what the bank did') : holds;
};

export const supportPaid: AskGuard = async (whole, { matter: { subject }, details: { heads = [] } }) => {
  const unpaid = (await moneyOfHeads(whole, subject, heads)).filter(({ moves }) => !moves.includes('paid'));
  return unpaid.length === 0 ? holds : held(`还没有付款，应当另行收回：${idsOf(unpaid)}`, `Not paid yet, to be taken back apart: ${idsOf(unpaid)}`);
};

const idsOf = (money: readonly SupportMoney[]): string => money.map(({ student_id }) => student_id).join('、');

/** One confirmation of the bank stands for one taking back. */
export const supportReturnEntered: AskGuard = async (whole, { matter: { matter_id, entries }, details: { number = '', on }, today }) => {
  const decided = entries.find(({ act }) => act === 'reclaim')?.on ?? null;
  if (on === undefined || decided === null || on > today) return held('退款日期还没有到', 'The day on which it came back is still to come');
  if (on < decided) return held('退款日期早于收回决定', 'It came back before it was asked for');
  const [row] = await whole.query<{ used: boolean }>(
    `select exists (select 1 from support_movements where region_id = $1 and move = 'returned' and reference = $2 and matter_id <> $3) as used`, [whole.actor.region_id, number, matter_id]);
  return row?.used === true ? held('这个回单号已经用于另一笔退款', 'Another taking back was confirmed by this reference') : holds;
};

/** Why a matter of employment is not opened. */
export type NoEmploymentMatter = { readonly outcome: 'no_rules' | 'nobody_goes' | 'list_changed' | 'not_granted' } | { readonly outcome: 'support_refused'; readonly student_id: string; readonly why: SupportRefusal };

/** The list as whoever proposes it saw it; of a claim, everybody who is named. To be called within `tx.whole`. */
export async function refusalOfEmployment(whole: Transaction, { kind, subject, details }: { readonly kind: MatterKind; readonly subject: string; readonly details: Details }, { pack, today }: { readonly pack: Pack; readonly today: PlainDate }): Promise<NoEmploymentMatter | null> {
  const parameters = parametersOn(pack.parameters, today);
  if (kind.id === 'follow_up_list') {
    const list = await followUpsDue(whole, { school_id: subject, year: details.year ?? 0 }, today, parameters);
    if (list === null) return { outcome: 'no_rules' };
    if (list.students.length === 0) return { outcome: 'nobody_goes' };
    return list.digest === details.list ? null : { outcome: 'list_changed' };
  }
  const heads = details.heads ?? [];
  if (kind.id === 'support_clawback') {
    const open = new Set((await supportsOf(whole, subject)).filter(({ answered }) => !answered).map(({ student_id }) => student_id));
    return heads.length > 0 && heads.every((id) => open.has(id)) ? null : { outcome: 'not_granted' };
  }
  if (kind.id !== 'hiring_support') return null;
  if (heads.length === 0 || new Set(heads).size !== heads.length) return { outcome: 'nobody_goes' };
  const refused = (await judgeHires(whole, { firm_id: subject, school_id: details.school ?? null, students: heads }, today, parameters)).find(({ why }) => why !== null);
  if (refused === undefined || refused.why === null) return null;
  return refused.why === 'no_rules' ? { outcome: 'no_rules' } : { outcome: 'support_refused', student_id: refused.student_id, why: refused.why };
}
