import type { Role } from '../core/access/roles.ts';
import type { Post, TeamEntry, TeamMember } from '../core/teams/team.ts';
import { loadRows } from './campus-rows.ts';
import type { Instant } from './known-time.ts';
import type { Transaction } from './transaction.ts';

/** An entry with the document that it rests on, and who wrote it down when. */
export interface RecordedEntry extends TeamEntry {
  readonly document: string | null;
  /** The name of the person who acted; null where the person is not known any more. */
  readonly by: string | null;
  readonly recorded_at: Instant;
  readonly recorded_by: string;
}

/** Somebody of a team, with the state of their way into it. */
export interface RecordedMember extends TeamMember {
  readonly team_id: string;
  readonly staff_no: string | null;
  readonly state: string;
  readonly version: number;
  readonly entries: readonly RecordedEntry[];
}

type MemberRow = Omit<RecordedMember, 'entries' | 'posts'>;
interface EntryRow extends Omit<RecordedEntry, 'person' | 'in_stead_of' | 'role'> {
  readonly member_id: string;
  readonly version: number;
  readonly person: bigint;
  readonly in_stead_of: bigint | null;
  readonly role: Role;
}

/** Everybody who was ever put forward for these teams, in that order. The teams must be in the actor's reach. */
export async function membersOfTeams(tx: Transaction, teams: readonly string[]): Promise<RecordedMember[]> {
  if (teams.length === 0) return [];
  // Who did what is part of the record; the names of the offices' people are kept elsewhere, out of the actor's reach.
  return tx.whole(async (whole) => {
    const { region_id } = tx.actor;
    const rows = await whole.query<MemberRow>(
      `select member_id::text, team_id::text, function, name, staff_no, employer_id, main_post, state, version from team_members
       where region_id = $1 and team_id = any($2::bigint[]) order by team_members.member_id`, [region_id, teams]);
    const entries = await whole.query<EntryRow>(
      `select e.member_id::text, e.version, e.act, e.from_state as "from", e.to_state as "to", e.on_day as "on", e.document, e.term_to, e.person_id as person, e.in_stead_of, e.role, e.reason,
         p.display_name as by, e.recorded_at, e.recorded_by
       from team_entries e join team_members m on m.region_id = e.region_id and m.member_id = e.member_id left join people p on p.region_id = e.region_id and p.person_id = e.person_id
       where e.region_id = $1 and m.team_id = any($2::bigint[]) order by e.member_id, e.version`, [region_id, teams]);
    const posts = await postsOf(whole, rows.flatMap(({ staff_no }) => staff_no ?? []));
    return rows.map((row) => ({
      ...row, posts: (row.staff_no === null ? undefined : posts.get(row.staff_no)) ?? null,
      // What was added since the row was read belongs to a later version of it.
      entries: entries.filter(({ member_id, version }) => member_id === row.member_id && version <= row.version).map(entryOf),
    }));
  });
}

function entryOf({ member_id: _, version: __, person, in_stead_of, ...entry }: EntryRow): RecordedEntry {
  return { ...entry, person: String(person), in_stead_of: in_stead_of === null ? null : String(in_stead_of) };
}

/** Posts by number of the person, as the staff register has them; whoever it does not know is not there. */
export async function postsOf(tx: Transaction, staff: readonly string[]): Promise<Map<string, Post[]>> {
  const posts = new Map<string, Post[]>();
  if (staff.length === 0) return posts;
  for (const { person_id, employer_id, from, to } of await loadRows(tx, 'staff', {}, 'r.person_id = any($2::text[])', staff)) {
    posts.set(person_id, [...posts.get(person_id) ?? [], { employer_id, from, to }]);
  }
  return posts;
}
