import { landingOf } from '../core/access/landing.ts';
import { ROLES, ROLE_NAMES } from '../core/access/roles.ts';
import { programActor } from '../store/program-actor.ts';
import { listRegions, type Region } from '../store/regions.ts';
import { allowed } from './access.ts';
import type { Deps } from './deps.ts';
import type { Asker } from './environment.ts';
import { sampleAccountName } from './sample-accounts.ts';

/** Whoever a session is about: on the way in, in, or nobody. */
export type Known = Pick<Asker, 'actor' | 'name' | 'holder' | 'level' | 'expires_at'>;

/** What the pages are told about the session that asks. */
export async function sessionView(deps: Deps, known: Known | null) {
  const regions = await listRegions(deps.database);
  const own = regions.find(({ region_id }) => region_id === known?.actor.region_id) ?? regions[0];
  const full = known?.level === 'full' ? known : null;
  const roles = (full?.holder.roles ?? []).map(({ role, org_id, organisation }) => ({ role, name: ROLES[role].name, org_id, organisation }));
  return {
    account: known === null ? null : { account: known.actor.account, name: known.name },
    level: known?.level ?? null,
    roles,
    landing: full === null ? null : landingOf(roles.map(({ role }) => role)),
    may: full === null ? [] : allowed(full.actor.reach),
    expires_at: known?.expires_at ?? null,
    sample: own?.sample ?? false,
    sample_accounts: own?.sample === true && known === null ? await sampleAccounts(deps, own) : [],
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
