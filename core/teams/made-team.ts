import { date } from '../values/plain-date.ts';
import type { Team, TeamEntry, TeamFunction, TeamMember } from './team.ts';

/** Teams made up for tests: college H1 and school S1, with their campus C1. */
export const PROMOTION: Team = { kind: 'promotion', college_id: 'H1', school_id: 'S1', campus_id: null, from: date('2024-06-01'), to: null };
export const MANAGEMENT: Team = { ...PROMOTION, kind: 'management', campus_id: 'C1' };

const entry = (act: string, from: string | null, to: string, on: string, term_to: string | null = null): TeamEntry =>
  ({ act, from, to, on: date(on), term_to: term_to === null ? null : date(term_to), person: 'P', in_stead_of: null, role: 'office', reason: null });

/** Somebody who serves from a day, by a term to another, until they are ended. */
export function serving(fn: TeamFunction, employer_id: string, days: { readonly from: string; readonly term_to?: string; readonly ended_on?: string }, more: Partial<TeamMember> = {}): TeamMember {
  const began = fn === 'leader' ? [entry('open', null, 'named', days.from), entry('recommend', 'named', 'recommended', days.from), entry('appoint', 'recommended', 'serving', days.from, days.term_to)]
    : fn === 'staff' ? [entry('open', null, 'proposed', days.from), entry('approve_school', 'proposed', 'school_approved', days.from), entry('approve_college', 'school_approved', 'serving', days.from, days.term_to)]
    : [entry('open', null, 'serving', days.from, days.term_to)];
  const ended = days.ended_on === undefined ? [] : [entry('end', 'serving', 'ended', days.ended_on)];
  return { member_id: 'm', function: fn, name: '某人', employer_id, main_post: '副校长', posts: null, entries: [...began, ...ended], ...more };
}

/** Somebody who was named and has come no further. */
export function named(employer_id: string, on: string): TeamMember {
  return { member_id: 'm', function: 'leader', name: '某人', employer_id, main_post: '副校长', posts: null, entries: [entry('open', null, 'named', on)] };
}
