import { EVENTS } from '../../core/funding/events.ts';
import type { Instant } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';

/** Names of accounts, each with what its holders are in the table of labels; a teacher is known by the staff register. */
const NAMES = [...new Map(Object.values(EVENTS).flatMap(({ debit, credit }) => [debit, credit]).map(([name, holder]) => [`${name} ${holder}`, { name, holder }])).values()];

/**
 * Opens those of the accounts that were never posted to, with the labels of whoever holds them, if that is somebody who is
 * registered. To be called within `tx.whole`. Answers the accounts that nobody registered could hold; of records that were
 * taken into the registers they are opened as well, since a campus may name a college that no sheet of its own tells of.
 */
export async function openAccounts(whole: Transaction, accounts: readonly string[], at: Instant, reported = false): Promise<string[]> {
  const rows = await whole.query<{ account: string; scopes: string[] | null }>(
    `select a.account, (${HELD_BY}) as scopes from unnest($2::text[]) as a(account)
     where not exists (select 1 from ledger_accounts o where o.region_id = $1 and o.account = a.account)`,
    [whole.actor.region_id, [...new Set(accounts)], NAMES.map(({ name }) => name), NAMES.map(({ holder }) => holder)]);
  const known = reported ? rows.map(({ account, scopes }) => ({ account, scopes: scopes ?? [] })) : rows.filter(({ scopes }) => scopes !== null);
  if (known.length > 0) {
    await whole.query(
      `insert into ledger_accounts (region_id, account, scopes, recorded_at, recorded_by)
       select $1, account, (select coalesce(array_agg(x), '{}') from jsonb_array_elements_text(scopes) x), $4, $5 from unnest($2::text[], $3::jsonb[]) as a(account, scopes) order by account
       on conflict do nothing`,
      [whole.actor.region_id, known.map(({ account }) => account), known.map(({ scopes }) => JSON.stringify(scopes)), at, whole.actor.account]);
  }
  return rows.filter(({ scopes }) => scopes === null).map(({ account }) => account);
}

/** Labels of the holder of `a.account`; null when there is none. An earmark is held by a campus, a purpose behind it. */
const HELD_BY = `select array_agg(distinct x) from unnest($3::text[], $4::text[]) as n(name, holder)
  cross join lateral (select substr(a.account, length(n.name) + 2) as id) as i
  cross join lateral (
    select unnest(l.scopes) from labels l where l.region_id = $1 and l.thing = case n.holder
      when 'campus' then 'campus:' || i.id when 'purpose' then 'campus:' || regexp_replace(i.id, ':[^:]*$', '') else 'org:' || i.id end
    union all select 'person:' || i.id where n.holder = 'person' and exists (select 1 from register_staff s where s.region_id = $1 and s.person_id = i.id and s.superseded_at is null)
  ) as l(x)
  where starts_with(a.account, n.name || ':')`;
