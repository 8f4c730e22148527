import { mayTouch, reachOf } from '../core/access/reach.ts';
import { decide, open, stateOf, type Ask, type Capacity, type Entry, type Refusal } from '../core/approvals/decide.ts';
import { TEAM_FUNCTIONS, type TeamFunction, type TeamMember } from '../core/teams/team.ts';
import { WAY_IN } from '../core/teams/ways-in.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { ActingPerson } from './acting-person.ts';
import { loadRows } from './campus-rows.ts';
import { lockRegion, takeNumbers } from './record-stamp.ts';
import { guardsOf } from './team-guards.ts';
import type { RecordedMember } from './team-members.ts';
import { listTeams, type RecordedTeam } from './teams.ts';
import type { Transaction } from './transaction.ts';

/** What the document says on which something is done. */
export interface OnPaper {
  readonly on: PlainDate;
  readonly document: string | null;
  readonly term_to: PlainDate | null;
}

export interface NamedMember extends OnPaper {
  readonly function: TeamFunction;
  readonly name: string;
  readonly staff_no: string | null;
  readonly employer_id: string;
  readonly main_post: string;
}

export type StepOutcome =
  | { readonly outcome: 'done'; readonly member_id: string }
  | { readonly outcome: 'unknown_team' | 'unknown_member' | 'not_allowed' | 'changed_meanwhile' | 'ends_before_it_begins' | 'function_of_other_team' | 'team_ended' | 'unknown_organisation' }
  /** A number that the staff of neither institution has, as far as the actor knows them. */
  | { readonly outcome: 'unknown_staff_no'; readonly staff_no: string; readonly clause: string }
  /** Dated before what was done before it. */
  | { readonly outcome: 'out_of_order'; readonly after: PlainDate; readonly clause: string }
  | { readonly outcome: 'step_refused'; readonly refusal: Refusal };

/** Puts somebody forward for a team; whoever takes a seat in the promotion team serves from that day. */
export async function nameMember(tx: Transaction, team_id: string, named: NamedMember, acting: ActingPerson): Promise<StepOutcome> {
  const stamp = await lockRegion(tx);
  const [found] = await listTeams(tx, { team_id });
  if (found === undefined || stamp === null) return { outcome: 'unknown_team' };
  const { team } = found;
  const kind = WAY_IN[named.function];
  if (!(TEAM_FUNCTIONS[team.kind] as readonly TeamFunction[]).includes(named.function)) return { outcome: 'function_of_other_team' };
  if (team.to !== null) return { outcome: 'team_ended' };
  if (named.on < team.from) return { outcome: 'out_of_order', after: team.from, clause: kind.clause };
  if (named.term_to !== null && named.term_to < named.on) return { outcome: 'ends_before_it_begins' };
  const first = open(kind, String(acting.person_id), capacitiesIn(team, acting, named));
  if (first === null) return { outcome: 'not_allowed' };
  const { function: fn, name, staff_no, employer_id, main_post } = named;
  if (!await isStaffOf(tx, team, staff_no)) return { outcome: 'unknown_staff_no', staff_no: staff_no ?? '', clause: kind.clause };
  if ((await loadRows(tx, 'organisations', {}, 'r.key = $2', employer_id)).length === 0) return { outcome: 'unknown_organisation' };
  const member_id = String(await takeNumbers(tx, 'next_number', 1));
  await tx.change(
    `insert into team_members (region_id, member_id, team_id, function, name, staff_no, employer_id, main_post, state, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [tx.actor.region_id, member_id, team_id, fn, name, staff_no, employer_id, main_post, first.to, team.scopes, stamp.at, tx.actor.account]);
  await addEntry(tx, { team, member_id, version: 1 }, first, named);
  return { outcome: 'done', member_id };
}

/** Whether a number is that of somebody of the team's college, school or their campuses, in reach of the actor; a member without one is known by name alone. */
async function isStaffOf(tx: Transaction, { college_id, school_id }: RecordedTeam, staff_no: string | null): Promise<boolean> {
  if (staff_no === null) return true;
  const campuses = await tx.whole((whole) => loadRows(whole, 'campuses', {}, 'r.school_id = $2', school_id));
  const places = [college_id, school_id, ...campuses.filter((one) => one.college_id === college_id).map(({ campus_id }) => campus_id)];
  const rows = await loadRows(tx, 'staff', {}, 'r.person_id = $2', staff_no);
  return rows.some((row) => [row.campus_id, row.school_id, row.employer_id].some((at) => at !== null && places.includes(at)));
}

/** A step on somebody's way into a team or out of it, on the version that was looked at. */
export interface TeamStep extends OnPaper {
  readonly act: string;
  readonly reason: string | null;
  readonly version: number;
}

/** Takes the step, or answers the first reason why not; of two at once the later gets a conflict. */
export async function stepMember(tx: Transaction, team_id: string, member_id: string, step: TeamStep, acting: ActingPerson): Promise<StepOutcome> {
  const stamp = await lockRegion(tx);
  const [found] = await listTeams(tx, { team_id });
  if (found === undefined || stamp === null) return { outcome: 'unknown_team' };
  const member = found.members.find((one) => one.member_id === member_id);
  if (member === undefined) return { outcome: 'unknown_member' };
  const { team } = found;
  if (member.version !== step.version) return { outcome: 'changed_meanwhile' };
  const { act, reason, on } = step;
  const ask: Ask = {
    act, person: String(acting.person_id), capacities: capacitiesIn(team, acting, member), ...(reason !== null && { reason }),
    guards: await guardsOf(tx, { team, member, act, on, acting }),
  };
  const decided = decide({ kind: WAY_IN[member.function], entries: member.entries }, ask);
  if (decided.outcome === 'refused') return decided.why === 'not_your_role' ? { outcome: 'not_allowed' } : { outcome: 'step_refused', refusal: decided };
  const before = member.entries.at(-1)?.on ?? team.from;
  if (on < before) return { outcome: 'out_of_order', after: before, clause: WAY_IN[member.function].clause };
  if (step.term_to !== null && step.term_to < on) return { outcome: 'ends_before_it_begins' };
  const version = member.version + 1;
  const many = await tx.change(
    'update team_members set state = $4, version = $5 where region_id = $1 and member_id = $2::bigint and state = $3 and version = $5 - 1',
    [tx.actor.region_id, member_id, decided.entry.from, decided.entry.to, version]);
  if (many === 0) return { outcome: 'changed_meanwhile' };
  await addEntry(tx, { team, member_id, version }, decided.entry, step);
  return { outcome: 'done', member_id };
}

/** The acts that somebody may take now on a member, as far as role and what they did before decide it. */
export function actsFor(team: RecordedTeam, member: RecordedMember, acting: ActingPerson): string[] {
  const kind = WAY_IN[member.function];
  const capacities = capacitiesIn(team, acting, member);
  const person = String(acting.person_id);
  return (kind.steps[stateOf({ kind, entries: member.entries })] ?? []).filter((next) =>
    capacities.some(({ role }) => next.by.includes(role)) && !member.entries.some((entry) => next.apart.includes(entry.act) && entry.person === person)).map(({ act }) => act);
}

/** The functions for which somebody may put another forward in this team. */
export function functionsFor(team: RecordedTeam, acting: ActingPerson): TeamFunction[] {
  if (team.to !== null) return [];
  return TEAM_FUNCTIONS[team.kind].filter((fn) => [team.college_id, team.school_id].some((employer_id) =>
    open(WAY_IN[fn], String(acting.person_id), capacitiesIn(team, acting, { function: fn, employer_id })) !== null));
}

/**
 * The roles of a person that reach this team: one held elsewhere does not count here. Its own head each school names
 * itself (M7-a).
 */
function capacitiesIn(team: RecordedTeam, { roles }: ActingPerson, { function: fn, employer_id }: Pick<TeamMember, 'function' | 'employer_id'>): Capacity[] {
  return roles.filter((held) => {
    const reach = reachOf({ roles: [held], student_id: null, wards: [], granted: [] });
    const own = fn !== 'head' || mayTouch(reach, 'teams', 'write', [`org:${employer_id}`]);
    return own && mayTouch(reach, 'teams', 'write', team.scopes);
  }).map(({ role }) => ({ role, in_stead_of: null }));
}

async function addEntry(
  tx: Transaction, { team, member_id, version }: { readonly team: RecordedTeam; readonly member_id: string; readonly version: number }, entry: Entry, { on, document, term_to }: OnPaper,
): Promise<void> {
  const { act, from, to, person, in_stead_of, role, reason } = entry;
  await tx.change(
    `insert into team_entries (region_id, member_id, version, act, from_state, to_state, on_day, document, term_to, person_id, in_stead_of, role, reason, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, clock_timestamp(), $15)`,
    [tx.actor.region_id, member_id, version, act, from, to, on, document, term_to, person, in_stead_of, role, reason, team.scopes, tx.actor.account]);
  await tx.audit({ action: `team_member.${act}`, object: `teams/${team.team_id}#${member_id}`, detail: { from, to, on, document, role, ...(reason !== null && { reason }) } });
}
