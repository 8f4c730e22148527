import type { z } from '@hono/zod-openapi';
import { OPENED } from '../core/approvals/matter-kind.ts';
import type { Pack } from '../core/policy/pack.ts';
import { holdsPost, servedBy, servingOn, sideOf } from '../core/teams/team.ts';
import { WAY_IN } from '../core/teams/ways-in.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { ActingPerson } from '../store/acting-person.ts';
import type { RecordedMember } from '../store/team-members.ts';
import { actsFor, functionsFor } from '../store/team-steps.ts';
import { verdictsOfTeam, type RecordedTeam, type TeamWithMembers } from '../store/teams.ts';
import type { readTeam, teamHead } from './contract/teams.ts';
import { parametersOf, shownCooperation } from './cooperation-verdicts.ts';

export type TeamHeadView = z.infer<typeof teamHead>;
export type TeamView = z.infer<(typeof readTeam.responses)[200]['content']['application/json']['schema']>;
type MemberView = TeamView['members'][number];

/** What gives names to a team's ids, and the day it is asked about. */
export interface TeamNames {
  readonly organisations: ReadonlyMap<string, { readonly name: string }>;
  readonly campuses: ReadonlyMap<string, { readonly name: string }>;
  readonly on: PlainDate;
  readonly pack: Pack;
}

export function teamHeadView({ team, members }: TeamWithMembers, { organisations, campuses, on, pack }: TeamNames): TeamHeadView {
  const { team_id, kind, college_id, school_id, campus_id, from, to, document, document_sha256 } = team;
  const nameOf = (id: string): string => organisations.get(id)?.name ?? id;
  return {
    team_id, kind, college_id, college: nameOf(college_id), school_id, school: nameOf(school_id), campus_id, campus: campus_id === null ? null : campuses.get(campus_id)?.name ?? campus_id,
    from, to, document, document_sha256, serving: servingOn({ team, members }, on).length,
    verdicts: verdictsOfTeam(kind, { team, members }, on, parametersOf(pack, on)).map((verdict) => shownCooperation(verdict, pack)),
  };
}

export function teamView(found: TeamWithMembers, names: TeamNames, acting: ActingPerson, may_end: boolean): TeamView {
  const { team, members } = found;
  const serving = new Set(servingOn(found, names.on));
  return {
    ...teamHeadView(found, names), on: names.on, end_reason: team.end_reason, recorded_at: team.recorded_at, recorded_by: team.recorded_by,
    members: members.map((member) => memberView(team, member, { names, acting, serving: serving.has(member) })),
    functions: functionsFor(team, acting), may_end: may_end && team.to === null,
  };
}

const NAMED: Bilingual = { zh: '提名', en: 'Put forward' };

function memberView(team: RecordedTeam, member: RecordedMember, { names, acting, serving }: { readonly names: TeamNames; readonly acting: ActingPerson; readonly serving: boolean }): MemberView {
  const { member_id, function: fn, name, staff_no, employer_id, main_post, state, version, entries } = member;
  const { states, steps } = WAY_IN[fn];
  const every = Object.values(steps).flat();
  const open = new Set(actsFor(team, member, acting));
  return {
    member_id, function: fn, name, staff_no, employer_id, employer: names.organisations.get(employer_id)?.name ?? employer_id, side: sideOf(team, employer_id), main_post,
    holds_post: holdsPost(team, member, names.on), state, state_label: states[state]?.label ?? { zh: state, en: state }, version, served: servedBy(member), serving,
    entries: entries.map(({ act, on, document, term_to, by, role, reason, recorded_at, recorded_by }) => ({
      act, label: act === OPENED ? NAMED : every.find((one) => one.act === act)?.label ?? { zh: act, en: act }, on, document, term_to, by, role, reason, recorded_at, recorded_by,
    })),
    acts: (steps[state] ?? []).filter(({ act }) => open.has(act)).map(({ act, label, clause, reason }) => ({ act, label, clause, reason })),
  };
}
