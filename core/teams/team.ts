import type { Role } from '../access/roles.ts';
import { inForce, type Period } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** Drives the pilot of a college and a school (M7-a), or runs a campus day by day (M7-b, R6). */
export type TeamKind = 'promotion' | 'management';

/** As what somebody is in a team. */
export type TeamFunction = 'head' | 'member' | 'leader' | 'staff';

export const TEAM_FUNCTIONS = {
  promotion: ['head', 'member'],
  management: ['leader', 'staff'],
} as const satisfies Record<TeamKind, readonly TeamFunction[]>;

/** Whose cooperation a team belongs to, and from when to when it stands. */
export interface Team extends Period {
  readonly kind: TeamKind;
  readonly college_id: string;
  readonly school_id: string;
  /** Of a management team only. */
  readonly campus_id: string | null;
}

/** What was done about somebody's place in a team, on the day that the document bears. Nothing of it is ever changed. */
export interface TeamEntry {
  readonly act: string;
  readonly from: string | null;
  readonly to: string;
  readonly on: PlainDate;
  /** The last day of the term that was given; null where none was. */
  readonly term_to: PlainDate | null;
  readonly person: string;
  readonly in_stead_of: string | null;
  readonly role: Role;
  readonly reason: string | null;
}

/** Somebody proposed for a team or serving in it. */
export interface TeamMember {
  readonly member_id: string;
  readonly function: TeamFunction;
  readonly name: string;
  /** Where their main post is. */
  readonly employer_id: string;
  /** The post they hold there; empty where none was named. */
  readonly main_post: string;
  /** Posts that the staff register knows of this person; null where it does not know the person. */
  readonly posts: readonly Post[] | null;
  readonly entries: readonly TeamEntry[];
}

export interface Post extends Period {
  readonly employer_id: string;
}

/** A team with everybody who was ever put forward for it; no team where none was set up. */
export interface TeamFacts {
  readonly team: Team | null;
  readonly members: readonly TeamMember[];
}

/** In this state somebody serves: appointed, hired by both, or seated. */
export const SERVING = 'serving';

/** The days on which somebody serves; null for whoever never came so far. */
export function servedBy({ entries }: Pick<TeamMember, 'entries'>): Period | null {
  const began = entries.find(({ to }) => to === SERVING);
  if (began === undefined) return null;
  const ended = entries.find(({ from, to }) => from === SERVING && to !== SERVING);
  const ends = [began.term_to, ended?.on ?? null].filter((day) => day !== null).sort();
  return { from: began.on, to: ends[0] ?? null };
}

/** Those who serve on a day, in a team that stands on it. */
export function servingOn({ team, members }: TeamFacts, on: PlainDate): TeamMember[] {
  if (team === null || !inForce(team, on)) return [];
  return members.filter((member) => {
    const served = servedBy(member);
    return served !== null && inForce(served, on);
  });
}

/** Which of the two schools somebody comes from; null for whoever comes from neither. */
export function sideOf({ college_id, school_id }: Pick<Team, 'college_id' | 'school_id'>, employer_id: string): 'college' | 'school' | null {
  if (employer_id === college_id) return 'college';
  return employer_id === school_id ? 'school' : null;
}

/**
 * R6-b: whether somebody holds a post in one of the two schools on a day. Who the staff register knows must stand in it
 * there; of others, such as principals, what was declared holds.
 */
export function holdsPost(team: Pick<Team, 'college_id' | 'school_id'>, { employer_id, main_post, posts }: Pick<TeamMember, 'employer_id' | 'main_post' | 'posts'>, on: PlainDate): boolean {
  if (main_post.trim() === '' || sideOf(team, employer_id) === null) return false;
  return posts === null || posts.some((post) => post.employer_id === employer_id && inForce(post, on));
}
