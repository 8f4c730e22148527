import { changedParameters } from '../../core/policy/changed-pack.ts';
import { DEFAULT_PACK, packs } from '../../core/policy/packs.ts';
import { fundingRules, type FundingRules } from '../../core/funding/rules.ts';
import { scopeOf } from '../../core/funding/scope.ts';
import { yuanText } from '../../core/values/fen.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Findings } from '../audit-finding.ts';
import { loadParameterChanges } from '../changed-parameters.ts';
import type { Database } from '../database.ts';
import { compareEarmarks } from '../earmarks/verify-earmarks.ts';
import { comparePremiums } from '../insurance/premiums.ts';
import type { Instant } from '../known-time.ts';
import { programActor } from '../program-actor.ts';
import { readRegion } from '../regions.ts';
import type { Transaction } from '../transaction.ts';
import type { AskedYear } from './year/asked.ts';
import { resultKey, standingResults } from './year/results.ts';
import { standingEntries } from './year/standing.ts';
import { keepWorkedOut, wantedEntries } from './year/wanted.ts';
import { workOutYear } from './year/work-out.ts';

/** How many entries of the books were looked at, and how many settlements were worked out again. */
export interface LedgerProof {
  readonly entries: number;
  readonly settlements: number;
}

/**
 * Recomputes the books: the total of every account from its entries, and of the last settlement of every year each entry and
 * each result of a rule, from the records as they were known then. Nothing of it is kept.
 */
export function verifyLedger(db: Database, region_id: number, findings: Findings): Promise<LedgerProof> {
  return db.as(programActor(region_id)).disclose((tx) => {
    tx.discard();
    return tx.whole(async (whole) => {
      await compareTotals(whole, findings);
      await findTwice(whole, findings);
      const runs = await lastRuns(whole);
      for (const run of runs) await compareRun(whole, run, findings);
      await compareEarmarks(whole, findings);
      await comparePremiums(whole, findings);
      const [row] = await whole.query<{ entries: bigint }>('select count(*) as entries from ledger_lines where region_id = $1', [region_id]);
      return { entries: Number(row?.entries), settlements: runs.length };
    });
  });
}

/** The number of a finding is no entry's of the chain: what differs is named. */
const NOWHERE = { seq: null };

async function compareTotals(whole: Transaction, findings: Findings): Promise<void> {
  const rows = await whole.query<{ account: string; year: number; kept: string; found: string }>(
    `with moved as (select debit, credit, year, sum(fen) as fen from ledger_lines where region_id = $1 group by 1, 2, 3),
     found as (select account, year, sum(taken) as debit, sum(given) as credit from moved
       cross join lateral (values (moved.debit, moved.fen, 0), (moved.credit, 0, moved.fen)) as side(account, taken, given) group by 1, 2),
     kept as (select account, year, sum(debit_fen) as debit, sum(credit_fen) as credit from ledger_totals where region_id = $1 group by 1, 2)
     select account, year, coalesce(kept.credit - kept.debit, 0) as kept, coalesce(found.credit - found.debit, 0) as found
     from found full join kept using (account, year) where (kept.debit, kept.credit) is distinct from (found.debit, found.credit) order by 1, 2`, [whole.actor.region_id]);
  for (const { account, year, kept, found } of rows) findings.add('balance_differs', NOWHERE, `${account} ${year}: ${yuanText(BigInt(kept))} ≠ ${yuanText(BigInt(found))}`);
}

/** A record that is posted more than once: on cards, or on a card and by itself. */
async function findTwice(whole: Transaction, findings: Findings): Promise<void> {
  const rows = await whole.query<{ source: bigint; part: number }>(
    'select source, part from ledger_lines where region_id = $1 and turn = 0 group by 1, 2 having count(*) > 1 order by 1, 2', [whole.actor.region_id]);
  for (const { source, part } of rows) findings.add('posting_differs', NOWHERE, `stands twice ${source}/${part}`);
}

interface Run {
  readonly run_id: bigint;
  readonly academic_year: number;
  readonly fiscal_year: number;
  readonly as_of: PlainDate;
  readonly recorded_at: Instant;
}

/** The last settlement of each pair of years, none of whose years was settled beside another year since. */
async function lastRuns(whole: Transaction): Promise<Run[]> {
  const runs = await whole.query<Run>('select run_id, academic_year, fiscal_year, as_of, recorded_at from ledger_runs where region_id = $1 order by run_id desc', [whole.actor.region_id]);
  const seen = new Set<string>();
  return runs.filter(({ academic_year, fiscal_year }) => {
    const years = [`academic ${academic_year}`, `fiscal ${fiscal_year}`];
    const last = years.every((year) => !seen.has(year));
    for (const year of years) seen.add(year);
    return last;
  });
}

async function rulesThen(whole: Transaction, { academic_year, fiscal_year, as_of, recorded_at }: Run): Promise<FundingRules | null> {
  const region = await readRegion(whole);
  const { parameters } = packs.get(region?.pack ?? '') ?? DEFAULT_PACK;
  const rules = fundingRules(changedParameters(parameters, await loadParameterChanges(whole, recorded_at)), scopeOf(academic_year, as_of, fiscal_year));
  return 'no_rule_on' in rules ? null : rules;
}

async function compareRun(whole: Transaction, run: Run, findings: Findings): Promise<void> {
  const name = `ledger/${run.run_id}`;
  const asked: AskedYear = { scope: scopeOf(run.academic_year, run.as_of, run.fiscal_year), region_id: whole.actor.region_id, known_on: run.recorded_at };
  const rules = await rulesThen(whole, run);
  if (rules === null) return findings.add('result_differs', NOWHERE, name);
  await whole.change('drop table if exists ledger_paid, ledger_worked');
  const { results, movements } = await workOutYear(whole, asked, rules);
  const kept = new Map((await standingResults(whole, run.academic_year, run.recorded_at)).map((one) => [resultKey(one), one]));
  const due = results.flatMap((one) => {
    const stored = kept.get(resultKey(one));
    kept.delete(resultKey(one));
    if (stored?.fen !== one.fen) findings.add('result_differs', NOWHERE, `${name} ${resultKey(one)}: ${stored === undefined ? '–' : yuanText(stored.fen)} ≠ ${yuanText(one.fen)}`);
    return stored === undefined ? [] : [{ ...one, source: stored.result_id }];
  });
  for (const one of kept.values()) findings.add('result_differs', NOWHERE, `${name} ${resultKey(one)}: ${yuanText(one.fen)} ≠ –`);
  await keepWorkedOut(whole, [...movements, ...due], run.recorded_at);
  const rows = await whole.query<{ source: bigint; part: number; event: string; found: string | null; wanted: string | null }>(
    `select source, part, event, s.fen as found, w.fen as wanted from (${standingEntries(asked)}) s full join (${wantedEntries(asked)}) w using (source, part, event)
     where (s.debit, s.credit, s.fen) is distinct from (w.debit, w.credit, w.fen) order by 1, 2 limit ${MOST}`);
  for (const { source, part, event, found, wanted } of rows) {
    findings.add('posting_differs', NOWHERE, `${name} ${event} ${source}/${part}: ${found === null ? '–' : yuanText(BigInt(found))} ≠ ${wanted === null ? '–' : yuanText(BigInt(wanted))}`);
  }
}

const MOST = 1000;
