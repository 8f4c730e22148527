import { landingOf } from '../core/access/landing.ts';
import { ROLES, ROLE_NAMES } from '../core/access/roles.ts';
import { programActor } from '../store/program-actor.ts';
import { listRegions, type Region } from '../store/regions.ts';
import { allowed } from './access.ts';
import type { Deps } from './deps.ts';
import type { Asker } from './environment.ts';
import { sampleAccountName } from './sample-accounts.ts';

/** Whoever a session is about: on the way in, in, or nobody. */
export type Known = Pick<Asker, 'actor' | 'name' | 'holder' | 'level' | 'expires_at'> & { readonly region: Pick<Asker['region'], 'sample'> };

/** What the pages are told about the session that asks. */
export async function sessionView(deps: Deps, known: Known | null) {
  // Nobody has signed in yet: what is asked for is the way into the region that is here.
  const here = known === null ? (await listRegions(deps.database))[0] : undefined;
  const full = known?.level === 'full' ? known : null;
  const roles = (full?.holder.roles ?? []).map(({ role, org_id, organisation }) => ({ role, name: ROLES[role].name, org_id, organisation }));
  return {
    account: known === null ? null : { account: known.actor.account, name: known.name },
    level: known?.level ?? null,
    roles,
    landing: full === null ? null : landingOf(roles.map(({ role }) => role)),
    may: full === null ? [] : allowed(full.actor.reach),
    expires_at: known?.expires_at ?? null,
    sample: known?.region.sample ?? here?.sample ?? false,
    sample_accounts: here?.sample === true ? await sampleAccounts(deps, here) : [],
    single_sign_on: deps.signOn !== undefined,
  };
}

/** The accounts that the sample came with, for the page of signing in; its passwords are told elsewhere. */
async function sampleAccounts({ database }: Deps, { region_id }: Region) {
  const names = new Map(ROLE_NAMES.map((role) => [sampleAccountName(role), role]));
  const rows = await database.as(programActor(region_id)).read((tx) => tx.arrays(
    'select account from accounts where region_id = $1 and account = any($2::text[]) and closed_at is null', [region_id, [...names.keys()]]));
  const there = new Set(rows.map(([account]) => account as string));
  return [...names].filter(([account]) => there.has(account)).map(([account, role]) => ({ account, role }));
}
