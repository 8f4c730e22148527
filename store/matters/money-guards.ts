import type { Details } from '../../core/approvals/details.ts';
import type { MatterKind } from '../../core/approvals/matter-kind.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { askedRun, billRunOf } from '../billing/bill-run.ts';
import { loadRows } from '../campus-rows.ts';
import type { Transaction } from '../transaction.ts';
import { held, holds, type AskGuard } from './guard-answer.ts';

/** Why a matter of money is not opened. */
export type NoMoneyMatter = { readonly outcome: 'unknown_subject' | 'no_rules' | 'nothing_to_bill' | 'list_changed' };

interface About {
  readonly kind: MatterKind;
  readonly subject: string;
  readonly details: Details;
}

/** The list as whoever proposes it saw it. To be called within `tx.whole`. */
export async function refusalOfMoney(whole: Transaction, { kind, subject, details }: About, given: { readonly pack: Pack; readonly today: PlainDate }): Promise<NoMoneyMatter | null> {
  if (kind.about !== 'payer') return null;
  const [payer] = await loadRows(whole, 'organisations', {}, 'r.key = $2', subject);
  if (payer?.kind !== 'college') return { outcome: 'unknown_subject' };
  const asked = askedRun(subject, details);
  const run = asked === null ? null : await billRunOf(whole, asked, given);
  if (run === null) return { outcome: 'no_rules' };
  if (run.many === 0) return { outcome: 'nothing_to_bill' };
  return run.digest === details.list ? null : { outcome: 'list_changed' };
}

export const billsSame: AskGuard = async (whole, { matter, details, pack, today }) => {
  const asked = askedRun(matter.subject, details);
  const run = asked === null ? null : await billRunOf(whole, asked, { pack, today });
  return run?.digest === details.list ? holds : held('学生、标准或已开账单有变动，请撤回后重新提出', 'Students, rates or bills have changed since: take it back and propose it anew');
};
