import { hasErrors, type Problem } from '../../../core/exchange/problem.ts';
import type { FundingRules } from '../../../core/funding/rules.ts';
import { CARD_EVENTS } from '../../../core/funding/events.ts';
import type { Scope } from '../../../core/funding/scope.ts';
import type { Instant } from '../../known-time.ts';
import { lockFacts, takeNumbers } from '../../record-stamp.ts';
import type { Transaction } from '../../transaction.ts';
import { POSTED_IN } from '../append.ts';
import { keepTotalsOf, type MovedPair } from '../totals.ts';
import type { AskedYear } from './asked.ts';
import { postCards } from './cards.ts';
import { keepResults } from './results.ts';
import { standingEntries } from './standing.ts';
import type { PaidAt } from './students.ts';
import { keepWorkedOut, wantedEntries, WORKED_OUT } from './wanted.ts';
import { workOutYear } from './work-out.ts';

export type SettleOutcome =
  | { readonly outcome: 'settled'; readonly run_id: number; readonly at: Instant; readonly posted: number; readonly reversed: number }
  /** The books stand as they should. */
  | { readonly outcome: 'unchanged' }
  /** With any error nothing is posted. */
  | { readonly outcome: 'problems'; readonly problems: readonly Problem[] }
  | { readonly outcome: 'no_region' };

/**
 * R4-a: posts the money of a year as the registers stand, in one transaction: what is missing in the books is posted, what
 * stands there and should not is reversed. Settling twice is settling once; in whatever order records came in, the books end the same.
 */
export async function settleYear(tx: Transaction, scope: Scope, rules: FundingRules): Promise<SettleOutcome> {
  const stamp = await lockFacts(tx);
  if (stamp === null) return { outcome: 'no_region' };
  const reply = await tx.whole((whole) => settleWithin(whole, { scope, region_id: tx.actor.region_id }, rules, stamp.at));
  if (reply.outcome !== 'settled') tx.discard();
  return reply;
}

/**
 * Each who puts rows of a million students in order stays within this, and goes to disk beyond it; what they are joined with may take five times as much. The one who writes
 * puts none in order itself, since all would wait for it, and of tables of one run a few hundred rows tell enough.
 */
const SETTINGS = `set local work_mem = '24MB'; set local hash_mem_multiplier = 5; set local parallel_tuple_cost = 0.005; set local parallel_leader_participation = off; set local default_statistics_target = 1`;

async function settleWithin(whole: Transaction, asked: AskedYear, rules: FundingRules, at: Instant): Promise<SettleOutcome> {
  await whole.change(SETTINGS);
  const { academic_year, fiscal_year, as_of } = asked.scope;
  const { problems, movements, results, paid } = await workOutYear(whole, asked, rules);
  if (hasErrors(problems)) return { outcome: 'problems', problems };
  const run_id = await takeNumbers(whole, 'next_number', 1);
  const due = await keepResults(whole, results, academic_year, { run_id, at });
  await keepWorkedOut(whole, [...movements, ...due], at);
  const { posted, reversed, moved } = await postYear(whole, asked, paid, at);
  if (posted + reversed === 0) return { outcome: 'unchanged' };
  await keepTotalsOf(whole, at, moved);
  await whole.query('insert into ledger_runs (region_id, run_id, academic_year, fiscal_year, as_of, posted, reversed, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [asked.region_id, run_id, academic_year, fiscal_year, as_of, posted, reversed, at, whole.actor.account]);
  await whole.audit({ action: 'ledger.settle', object: `ledger/${run_id}`, detail: { academic_year, fiscal_year, as_of, posted, reversed } });
  return { outcome: 'settled', run_id, at, posted, reversed };
}

interface Done { readonly posted: number; readonly reversed: number; readonly moved: readonly MovedPair[] }

/** Where nothing stands that a card could hold, each student's money is posted on a card, and only the rest compared with what stands. */
async function postYear(whole: Transaction, asked: AskedYear, paid: readonly PaidAt[], at: Instant): Promise<Done> {
  if (await standsOn(whole, asked, ON_CARDS)) return postDifference(whole, asked, at, { wanted: wantedEntries(asked), standing: standingEntries(asked) });
  const cards = await postCards(whole, asked, paid, at);
  const rest = await (await standsOn(whole, asked, '') ? postDifference(whole, asked, at, { wanted: WORKED_OUT, standing: `select * from (${standingEntries(asked)}) s where ${OFF_CARDS}` }) : postWorked(whole, asked, at));
  return { posted: cards.posted + rest.posted, reversed: rest.reversed, moved: cards.moved };
}

/** Accounts that lines of cards are on, as the trigger knows them. */
const ON_CARDS = '^(tuition|clearing:(dorm|custody|custody_held|other)):';
const OFF_CARDS = `event not in (${CARD_EVENTS.map((event) => `'${event}'`).join(', ')})`;

/** Whether something of the years stands on an account of these names. */
async function standsOn(whole: Transaction, { region_id, scope }: AskedYear, names: string): Promise<boolean> {
  const [row] = await whole.query<{ there: boolean }>(
    'select exists(select 1 from ledger_totals where region_id = $1 and year = any($2::integer[]) and account ~ $3) as there', [region_id, [scope.academic_year, scope.fiscal_year], names]);
  return row?.there === true;
}

const COLUMNS = '(region_id, source, part, turn, event, clause, debit, credit, fen, student_id, year, valid_on, period, recorded_at, recorded_by, scopes)';

async function postWorked(whole: Transaction, asked: AskedYear, at: Instant): Promise<Done> {
  const posted = await whole.change(
    `insert into ledger_entries ${COLUMNS}
     select ${asked.region_id}, source, part, 0, event, clause, debit, credit, fen, student_id, year, valid_on, ${POSTED_IN('valid_on')}, $1, $2, scopes from ledger_worked`,
    [at, whole.actor.account]);
  return { posted, reversed: 0, moved: [] };
}

/** What stands of the years and is not wanted as it stands is taken back; what is wanted and does not stand is posted. */
async function postDifference(whole: Transaction, asked: AskedYear, at: Instant, { wanted, standing }: { readonly wanted: string; readonly standing: string }): Promise<Done> {
  await whole.change(`create temp table ledger_wanted on commit drop as ${wanted}`);
  await whole.change(`create temp table ledger_standing on commit drop as ${standing}`);
  await whole.change('analyze ledger_wanted, ledger_standing');
  const same = '(w.source, w.part, w.event, w.debit, w.credit, w.fen) = (s.source, s.part, s.event, s.debit, s.credit, s.fen)';
  const reversed = await whole.change(
    `insert into ledger_entries ${COLUMNS}
     select ${asked.region_id}, s.source, s.part, s.turn + 1, s.event, s.clause, s.credit, s.debit, s.fen, s.student_id, s.year, s.valid_on, ${POSTED_IN('s.valid_on')}, $1, $2, s.scopes
     from ledger_standing s where not exists (select 1 from ledger_wanted w where ${same})`, [at, whole.actor.account]);
  const posted = await whole.change(
    `insert into ledger_entries ${COLUMNS}
     select ${asked.region_id}, w.source, w.part, coalesce((select max(e.turn) + 1 from ledger_entries e where e.region_id = ${asked.region_id} and e.source = w.source and e.part = w.part), 0),
       w.event, w.clause, w.debit, w.credit, w.fen, w.student_id, w.year, w.valid_on, ${POSTED_IN('w.valid_on')}, $1, $2, w.scopes
     from ledger_wanted w where not exists (select 1 from ledger_standing s where ${same})`, [at, whole.actor.account]);
  return { posted, reversed, moved: [] };
}
