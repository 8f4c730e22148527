import type { Category } from '../../core/funding/allowed-spending.ts';
import { amountIn } from '../../core/funding/amount.ts';
import { answerFits, type NeedAnswer } from '../../core/funding/earmark-refusals.ts';
import { grantHeads, type GrantHeads } from '../../core/funding/grant-heads.ts';
import { grantRulesIn } from '../../core/funding/rules.ts';
import type { Row } from '../../core/exchange/sheets.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { loadRows } from '../campus-rows.ts';
import { lockRegion, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { campusMoney } from './campus-money.ts';
import { no, type EarmarkOutcome, type Given } from './outcome.ts';

export interface NeedEntry {
  readonly campus_id: string;
  readonly fiscal_year: number;
  readonly category: Category;
  readonly amount_yuan: string;
  readonly purpose: string;
}

/** M5-c: a campus says how much it needs and what for; the heads behind it are those of the registers, not typed. */
export async function stateNeed(tx: Transaction, { campus_id, fiscal_year, category, amount_yuan, purpose }: NeedEntry, given: Given): Promise<EarmarkOutcome> {
  const stamp = await lockRegion(tx);
  const [money] = await campusMoney(tx, campus_id);
  if (stamp === null || money === undefined || !money.spends) return no('unknown_campus');
  if (money.campus.payer_id === null) return no('no_payer');
  const amount = amountIn(amount_yuan);
  if ('fault' in amount) return no(amount.fault);
  if (purpose.trim() === '') return no('purpose_missing');
  const heads = await headsOf(tx, money.campus, fiscal_year, given);
  const value = (which: 'previous' | 'current'): number | null => (heads === null || heads[which].value === null ? null : Number(heads[which].value));
  const need_id = await takeNumbers(tx, 'next_number', 1);
  await tx.change(
    `insert into funding_needs (region_id, need_id, campus_id, payer_id, fiscal_year, category, fen, purpose, students, students_before, stated_on, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [tx.actor.region_id, need_id, campus_id, money.campus.payer_id, fiscal_year, category, amount.fen, purpose.trim(), value('current'), value('previous'), given.today, money.scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'funding_need.state', object: `funding_needs/${need_id}`, detail: { campus_id, fiscal_year, category } });
  return { outcome: 'done', id: String(need_id) };
}

async function headsOf(tx: Transaction, campus: Row<'campuses'>, fiscal_year: number, { pack, today }: Given): Promise<GrantHeads | null> {
  const rules = grantRulesIn(parametersOn(pack.parameters, today));
  if (rules === null) return null;
  const dataset = await tx.whole(async (whole) => ({
    students: await loadRows(whole, 'students', {}, 'r.campus_id = $2', campus.campus_id), grant_headcounts: await loadRows(whole, 'grant_headcounts', {}, 'r.campus_id = $2', campus.campus_id),
  }));
  return grantHeads(dataset, rules, { fiscal_year, as_of: today })(campus);
}

export interface AnswerEntry {
  readonly need_id: number;
  readonly answer: NeedAnswer;
  readonly amount_yuan: string;
  readonly note: string;
}

/** M5-c: the finance bureau that pays the campus answers once, and says why where it grants less. */
export async function answerNeed(tx: Transaction, { need_id, answer, amount_yuan, note }: AnswerEntry, { today }: Given): Promise<EarmarkOutcome> {
  const stamp = await lockRegion(tx);
  const [need] = await tx.query<{ campus_id: string; fen: string; recorded_by: string; answered: boolean }>(
    `select n.campus_id, n.fen::text, n.recorded_by, exists (select 1 from funding_need_answers a where a.region_id = n.region_id and a.need_id = n.need_id) as answered from funding_needs n where n.region_id = $1 and n.need_id = $2`,
    [tx.actor.region_id, need_id]);
  const [money] = need === undefined ? [] : await campusMoney(tx, need.campus_id);
  if (stamp === null || need === undefined || money === undefined || !money.pays) return no('unknown_need');
  if (need.recorded_by === tx.actor.account) return no('same_person');
  if (need.answered) return no('answered_already');
  const amount = answer === 'refused' ? { fen: 0n } : amountIn(amount_yuan);
  if ('fault' in amount) return no(amount.fault);
  if (!answerFits(answer, amount.fen, BigInt(need.fen))) return no('answer_amount');
  if (answer !== 'granted' && note.trim() === '') return no('reason_missing');
  await tx.change(
    `insert into funding_need_answers (region_id, need_id, answer, fen, note, answered_on, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.actor.region_id, need_id, answer, amount.fen, note.trim(), today, money.scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'funding_need.answer', object: `funding_needs/${need_id}`, detail: { answer } });
  return { outcome: 'done', id: String(need_id) };
}
