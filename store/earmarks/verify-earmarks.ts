import type { Entry } from '../../core/funding/entry.ts';
import { EARMARKED } from '../../core/funding/events.ts';
import { FUND_EVENTS } from '../../core/funding/earmark-entries.ts';
import { groupBy } from '../../core/facts/campus-rows.ts';
import { yuanText } from '../../core/values/fen.ts';
import type { Findings } from '../audit-finding.ts';
import { loadRows } from '../campus-rows.ts';
import type { Instant } from '../known-time.ts';
import type { Turned } from '../ledger/bring-up.ts';
import type { Transaction } from '../transaction.ts';
import { entriesOfSchool } from './bring-up.ts';
import { standingEarmarks, touching } from './standing.ts';

const NOWHERE = { seq: null };

/**
 * M5-g: every earmark that was ever posted to, against the registers as they were known when it was last posted to, since what files say later
 * is posted by the next act. Returns are compared with their own records.
 */
export async function compareEarmarks(whole: Transaction, findings: Findings): Promise<void> {
  const posted = await lastPosted(whole);
  const standing = await standingEarmarks(whole);
  const schools = new Map((await loadRows(whole, 'campuses', {})).map(({ campus_id, school_id }) => [campus_id, school_id]));
  // The registers of a school are read once for all of its earmarks that were posted to in one moment.
  const groups = groupBy(posted, ({ account, at }) => `${schoolOf(account, schools)} ${at}`);
  for (const own of groups.values()) {
    const [first] = own;
    if (first === undefined) continue;
    const wanted = await entriesOfSchool(whole, schoolOf(first.account, schools), { known_on: first.at });
    for (const { account } of own) compareOne(account, { wanted: touching(account, wanted), standing: touching(account, standing) }, findings);
  }
  await compareReturns(whole, findings);
}

interface LastPosted {
  readonly account: string;
  readonly at: Instant;
}

function lastPosted(whole: Transaction): Promise<LastPosted[]> {
  return whole.query<LastPosted>(
    `select account, max(recorded_at) as at from ledger_entries e cross join lateral (values (e.debit), (e.credit)) as side(account)
     where e.region_id = $1 and e.student_id is null and e.event = any($2::text[]) and account like 'earmark:%' group by 1 order by 1`, [whole.actor.region_id, EARMARKED]);
}

/** `earmark:C1:equipment`, `earmark:dorm:C1`, `earmark:tuition_share:S1` → the school that it is of. */
function schoolOf(account: string, schools: ReadonlyMap<string, string>): string {
  const [, first = '', ...rest] = account.split(':');
  const holder = first in FUND_EVENTS ? rest.join(':') : [first, ...rest.slice(0, -1)].join(':');
  return schools.get(holder) ?? holder;
}

function compareOne(account: string, { wanted, standing }: { readonly wanted: readonly Entry[]; readonly standing: readonly Turned[] }, findings: Findings): void {
  const key = ({ source, part }: Pick<Entry, 'source' | 'part'>): string => `${source}/${part}`;
  const held = new Map(standing.filter(({ turn }) => turn % 2 === 0).map((one) => [key(one), one]));
  const told = (one: Entry | undefined): string => (one === undefined ? '–' : yuanText(one.fen));
  const differs = (one: Entry, found: Entry | undefined, want: Entry | undefined): void => findings.add('posting_differs', NOWHERE, `${account} ${one.event} ${key(one)}: ${told(found)} ≠ ${told(want)}`);
  for (const want of wanted) {
    const found = held.get(key(want));
    held.delete(key(want));
    if (found?.fen !== want.fen || found.debit !== want.debit || found.credit !== want.credit) differs(want, found, want);
  }
  for (const found of held.values()) differs(found, found, undefined);
}

async function compareReturns(whole: Transaction, findings: Findings): Promise<void> {
  const events = Object.values(FUND_EVENTS).map(({ returned }) => returned);
  const rows = await whole.query<{ source: string; found: string | null; wanted: string | null }>(
    `select source::text, found.fen::text as found, wanted.fen::text as wanted
     from (select source, fen from ledger_entries where region_id = $1 and event = any($2::text[])) found
     full join (select return_id as source, fen from spending_returns where region_id = $1) wanted using (source)
     where found.fen is distinct from wanted.fen order by 1`, [whole.actor.region_id, events]);
  for (const { source, found, wanted } of rows) {
    findings.add('posting_differs', NOWHERE, `spending_returns/${source}: ${found === null ? '–' : yuanText(BigInt(found))} ≠ ${wanted === null ? '–' : yuanText(BigInt(wanted))}`);
  }
}
