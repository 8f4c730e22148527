import type { Movement } from '../../../core/funding/entry.ts';
import type { RuleResult } from '../../../core/funding/ledger-year.ts';
import { accountsOf, type EventName } from '../../../core/funding/events.ts';
import { lastMoment, type Instant, type Known } from '../../known-time.ts';
import { takeNumbers } from '../../record-stamp.ts';
import type { Transaction } from '../../transaction.ts';
import { openAccounts } from '../accounts.ts';

interface StoredResult {
  readonly result_id: bigint;
  readonly event: EventName;
  readonly subject: string;
  readonly year: number;
  readonly fen: bigint;
}

/** The events that rules bring about. */
const DUE: readonly EventName[] = ['refund_due_tuition', 'refund_due_dorm', 'refund_due_other', 'share_due', 'lecture_due'];

/** Results that stand of a year, or stood at a moment. */
export function standingResults(whole: Transaction, year: number, known_on?: Known): Promise<StoredResult[]> {
  const moment = lastMoment(known_on);
  const held = moment === null ? 'r.superseded_at is null' : '$4::timestamptz >= r.recorded_at and (r.superseded_at is null or r.superseded_at > $4::timestamptz)';
  return whole.query<StoredResult>(
    `select result_id, event, subject, year, fen from ledger_results r where region_id = $1 and year = $2 and event = any($3::text[]) and ${held}`,
    [whole.actor.region_id, year, DUE, ...(moment === null ? [] : [moment])]);
}

/** What tells a result from every other. */
export const resultKey = ({ event, subject, year }: Pick<StoredResult, 'event' | 'subject' | 'year'>): string => `${event} ${year} ${subject}`;

/**
 * Keeps what the rules came to: what stands already stays, what came to something else is answered by another record,
 * what is due no more is answered by none. Answers what each of them moves, by its record.
 */
export async function keepResults(whole: Transaction, results: readonly RuleResult[], year: number, { run_id, at }: { readonly run_id: number; readonly at: Instant }): Promise<Movement[]> {
  const before = new Map((await standingResults(whole, year)).map((one) => [resultKey(one), one]));
  const wanted = new Map(results.map((one) => [resultKey(one), one]));
  const gone = [...before.values()].filter((one) => wanted.get(resultKey(one))?.fen !== one.fen);
  const fresh = results.filter((one) => before.get(resultKey(one))?.fen !== one.fen);
  if (gone.length > 0) {
    await whole.query('update ledger_results set superseded_at = $3 where region_id = $1 and result_id = any($2::bigint[])', [whole.actor.region_id, gone.map(({ result_id }) => result_id), at]);
  }
  const first = fresh.length === 0 ? 0 : await takeNumbers(whole, 'next_record_id', fresh.length);
  const ids = new Map(fresh.map((one, index) => [resultKey(one), BigInt(first + index)]));
  for (let from = 0; from < fresh.length; from += SLICE) await addResults(whole, fresh.slice(from, from + SLICE), { ids, run_id, at });
  return results.map((one) => ({ ...one, source: ids.get(resultKey(one)) ?? (before.get(resultKey(one)) as StoredResult).result_id }));
}

const SLICE = 5000;

async function addResults(whole: Transaction, results: readonly RuleResult[], { ids, run_id, at }: { readonly ids: ReadonlyMap<string, bigint>; readonly run_id: number; readonly at: Instant }): Promise<void> {
  const accounts = results.map(({ event, holders }) => accountsOf(event, holders));
  await openAccounts(whole, accounts.flatMap(({ debit, credit }) => [debit, credit]), at, true);
  await whole.query(
    `insert into ledger_results (region_id, result_id, event, subject, year, fen, student_id, run_id, trace, scopes, recorded_at, recorded_by)
     select $1, e.result_id, e.event, e.subject, e.year, e.fen, e.student_id, $2, jsonb_build_object('formula', e.formula),
       d.scopes || c.scopes || case when e.student_id is null then '{}' else array['student:' || e.student_id] end, $12, $13
     from unnest($3::bigint[], $4::text[], $5::text[], $6::smallint[], $7::bigint[], $8::text[], $9::text[], $10::text[], $11::text[]) as e(result_id, event, subject, year, fen, student_id, formula, debit, credit)
     join ledger_accounts d on d.region_id = $1 and d.account = e.debit join ledger_accounts c on c.region_id = $1 and c.account = e.credit`,
    [whole.actor.region_id, run_id, results.map((one) => ids.get(resultKey(one))), results.map(({ event }) => event), results.map(({ subject }) => subject), results.map(({ year }) => year),
      results.map(({ fen }) => fen), results.map(({ student_id }) => student_id), results.map(({ formula }) => formula), accounts.map(({ debit }) => debit), accounts.map(({ credit }) => credit), at, whole.actor.account]);
}
