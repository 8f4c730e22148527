import { mayTouch } from '../core/access/reach.ts';
import { managementStandards, managementTeam } from '../core/teams/management-team.ts';
import { promotionTeam } from '../core/teams/promotion-team.ts';
import type { Team, TeamFacts, TeamKind } from '../core/teams/team.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { judgeComposites } from '../core/verdict/composite.ts';
import type { ParametersInForce } from '../core/verdict/parameter.ts';
import { bindStandards } from '../core/verdict/standard.ts';
import type { Outcome, Verdict } from '../core/verdict/verdict.ts';
import { loadRows } from './campus-rows.ts';
import { parametersOfRegion } from './changed-parameters.ts';
import { campusScopes, cooperationScopes } from './cooperation-labels.ts';
import type { Instant } from './known-time.ts';
import { lockRegion, takeNumbers } from './record-stamp.ts';
import { membersOfTeams, type RecordedMember } from './team-members.ts';
import type { Transaction } from './transaction.ts';

/** A team as it was set up, with whoever ended it. */
export interface RecordedTeam extends Team {
  readonly team_id: string;
  readonly document: string;
  readonly document_sha256: string | null;
  readonly end_reason: string | null;
  readonly scopes: readonly string[];
  readonly recorded_at: Instant;
  readonly recorded_by: string;
}

/** A team with everybody who was ever put forward for it. */
export interface TeamWithMembers {
  readonly team: RecordedTeam;
  readonly members: readonly RecordedMember[];
}

const COLUMNS = `team_id::text, kind, college_id, school_id, campus_id, set_up_on as "from", ended_on as "to", document, document_sha256, end_reason, scopes, recorded_at, recorded_by`;

export interface TeamFilter {
  readonly team_id?: string | undefined;
  readonly kind?: TeamKind | undefined;
  readonly school_id?: string | undefined;
  readonly campus_id?: string | undefined;
  /** College or school of the team. */
  readonly org_id?: string | undefined;
}

/** Teams in reach with their members, in the order in which they were set up; within `tx.whole` all of the region. */
export async function listTeams(tx: Transaction, { team_id, kind, school_id, campus_id, org_id }: TeamFilter = {}): Promise<TeamWithMembers[]> {
  const labels = tx.actor.reach.get('teams.read') ?? [];
  const teams = await tx.query<RecordedTeam>(
    `select ${COLUMNS} from teams where region_id = $1 and ($2::text[] is null or scopes && $2) and ($3::bigint is null or team_id = $3)
       and ($4::text is null or kind = $4) and ($5::text is null or school_id = $5) and ($6::text is null or campus_id = $6) and ($7::text is null or $7 in (college_id, school_id))
     order by teams.team_id`,
    [tx.actor.region_id, labels === '*' ? null : labels, team_id ?? null, kind ?? null, school_id ?? null, campus_id ?? null, org_id ?? null]);
  const members = await membersOfTeams(tx, teams.map((team) => team.team_id));
  return teams.map((team) => ({ team, members: members.filter((member) => member.team_id === team.team_id) }));
}

/** What the standards of a team say on a day: M7-a of a promotion team, else R6-a and R6-b under M7-b. */
export function verdictsOfTeam(kind: TeamKind, facts: TeamFacts, on: PlainDate, parameters: ParametersInForce): Verdict[] {
  if (kind === 'promotion') return bindStandards([promotionTeam], parameters)({ ...facts, on });
  const verdicts = bindStandards(managementStandards, parameters)({ ...facts, on });
  return [...judgeComposites([managementTeam], verdicts), ...verdicts];
}

const NO_TEAM: TeamFacts = { team: null, members: [] };
const ANSWERS: readonly Outcome[] = ['met', 'unmet', 'undetermined', 'not_applicable'];

/** Of several teams of a kind (one after another, or with several colleges) the answer of the one that answers best. */
async function bestOf(tx: Transaction, teams: readonly TeamWithMembers[], kind: TeamKind, on: PlainDate): Promise<Verdict> {
  const parameters = await parametersOfRegion(tx, on);
  const verdicts = [...teams, NO_TEAM].flatMap((facts) => verdictsOfTeam(kind, facts, on, parameters).slice(0, 1));
  return ANSWERS.flatMap((outcome) => verdicts.filter((verdict) => verdict.outcome === outcome))[0] as Verdict;
}

/** M7-a: whether the team that drives the pilot of a school stands on a day, led by both heads. Reads the whole region. */
export async function promotionTeamOf(tx: Transaction, school_id: string, on: PlainDate): Promise<Verdict> {
  return bestOf(tx, await tx.whole((whole) => listTeams(whole, { kind: 'promotion', school_id })), 'promotion', on);
}

/** M7-b, R6-a, R6-b: whether the team of a campus stands on a day, of both schools and led. Reads the whole region. */
export async function managementTeamOf(tx: Transaction, campus_id: string, on: PlainDate): Promise<Verdict> {
  return bestOf(tx, await tx.whole((whole) => listTeams(whole, { kind: 'management', campus_id })), 'management', on);
}

export interface TeamDraft {
  readonly kind: TeamKind;
  readonly college_id: string;
  readonly school_id: string;
  readonly campus_id: string | null;
  readonly on: PlainDate;
  readonly document: string;
  readonly document_sha256: string | null;
}

export type TeamOutcome =
  | { readonly outcome: 'done'; readonly team_id: string }
  | { readonly outcome: 'not_allowed' | 'unknown_organisation' | 'unknown_campus' | 'team_exists' };

/** Sets a team up, by the document that says so; what is said of college and school must be so in the registers. */
export async function setUpTeam(tx: Transaction, draft: TeamDraft): Promise<TeamOutcome> {
  const stamp = await lockRegion(tx);
  const placed = draft.campus_id === null ? await scopesOfPair(tx, draft) : await scopesOfCampus(tx, draft);
  if ('outcome' in placed) return placed;
  if (stamp === null || !mayTouch(tx.actor.reach, 'teams', 'write', placed.scopes)) return { outcome: draft.campus_id === null ? 'not_allowed' : 'unknown_campus' };
  const { kind, college_id, school_id, campus_id, on, document, document_sha256 } = draft;
  const there = await tx.query(
    `select team_id from teams where region_id = $1 and kind = $2 and college_id = $3 and school_id = $4 and coalesce(campus_id, '') = $5 and ended_at is null`,
    [tx.actor.region_id, kind, college_id, school_id, campus_id ?? '']);
  if (there.length > 0) return { outcome: 'team_exists' };
  const team_id = String(await takeNumbers(tx, 'next_number', 1));
  await tx.change(
    `insert into teams (region_id, team_id, kind, college_id, school_id, campus_id, set_up_on, document, document_sha256, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [tx.actor.region_id, team_id, kind, college_id, school_id, campus_id, on, document, document_sha256, placed.scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'team.set_up', object: `teams/${team_id}`, detail: { kind, college: college_id, school: school_id, campus: campus_id, on } });
  return { outcome: 'done', team_id };
}

type Placed = { readonly scopes: readonly string[] } | { readonly outcome: 'unknown_organisation' | 'unknown_campus' };

async function scopesOfPair(tx: Transaction, { college_id, school_id }: TeamDraft): Promise<Placed> {
  const rows = await loadRows(tx, 'organisations', {}, 'r.key = any($2::text[])', [college_id, school_id]);
  const is = (id: string, kind: string): boolean => rows.some((row) => row.org_id === id && row.kind === kind);
  if (!is(college_id, 'college') || !is(school_id, 'school')) return { outcome: 'unknown_organisation' };
  return { scopes: await cooperationScopes(tx, [college_id], [school_id]) };
}

async function scopesOfCampus(tx: Transaction, { campus_id, college_id, school_id }: TeamDraft): Promise<Placed> {
  const [campus] = await tx.whole((whole) => loadRows(whole, 'campuses', {}, 'r.key = $2', campus_id));
  if (campus === undefined || campus.college_id !== college_id || campus.school_id !== school_id) return { outcome: 'unknown_campus' };
  return { scopes: await campusScopes(tx, campus.campus_id) };
}

export type TeamEnded = { readonly outcome: 'done' } | { readonly outcome: 'unknown_team' | 'not_allowed' | 'already_ended' | 'ends_before_it_begins' };

/** Dissolves a team after its last day; its records stay. */
export async function endTeam(tx: Transaction, team_id: string, on: PlainDate, reason: string): Promise<TeamEnded> {
  const [found] = await listTeams(tx, { team_id });
  if (found === undefined) return { outcome: 'unknown_team' };
  if (!mayTouch(tx.actor.reach, 'teams', 'write', found.team.scopes)) return { outcome: 'not_allowed' };
  if (on < found.team.from) return { outcome: 'ends_before_it_begins' };
  const many = await tx.change(
    'update teams set ended_on = $3, end_reason = $4, ended_at = clock_timestamp(), ended_by = $5 where region_id = $1 and team_id = $2::bigint and ended_at is null',
    [tx.actor.region_id, team_id, on, reason, tx.actor.account]);
  if (many === 0) return { outcome: 'already_ended' };
  await tx.audit({ action: 'team.ended', object: `teams/${team_id}`, detail: { on, reason } });
  return { outcome: 'done' };
}
