import { mayTouch } from '../../core/access/reach.ts';
import { composeInternship, type InternshipContent } from '../../core/internships/content.ts';
import { partnersOn } from '../../core/internships/post.ts';
import type { Acting } from '../../core/internships/parties.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { studentFacts, type StudentFacts } from '../agreements/facts.ts';
import type { Law } from '../agreements/law.ts';
import { canonicalJson } from '../canonical-json.ts';
import { hashOf } from '../hashes.ts';
import { standing } from '../known-time.ts';
import { listPartnerAgreements } from '../partners.ts';
import { lockFacts, takeNumbers, type Stamp } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { placementsById } from './placement.ts';
import { postById, type StoredPost } from './posts.ts';
import { registerPlacements } from './registering.ts';

/** Who is to go onto which post, on which of its days. */
export interface Placing {
  readonly post_id: number;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly students: readonly string[];
}

export const PLACING_REFUSALS = ['unknown_post', 'post_closed', 'days_not_of_post', 'post_full', 'no_partner_agreement', 'not_your_student', 'programme_of_others', 'overlapping', 'no_rule_in_force'] as const;
export type PlacingRefusal = (typeof PLACING_REFUSALS)[number];

/** Why a student, or anybody, cannot be placed; the student is empty where it is about the post. */
export interface NotPlaced {
  readonly why: PlacingRefusal;
  readonly student_id: string;
  readonly student: string;
}

export type PlacedOutcome = { readonly outcome: 'done'; readonly placed: readonly number[] } | { readonly outcome: 'placing_refused'; readonly refusals: readonly NotPlaced[] };

/** The most that are placed in one act. */
export const MOST_PLACED = 500;
const refused = (why: PlacingRefusal): PlacedOutcome => ({ outcome: 'placing_refused', refusals: [{ why, student_id: '', student: '' }] });

/** S2-g…i: places students on a post, all of them or nobody. What is signed is composed and frozen here; nothing has begun by it. */
export async function placeStudents(tx: Transaction, { post_id, from, to, students }: Placing, acting: Pick<Acting, 'roles'>, law: Law): Promise<PlacedOutcome> {
  const stamp = await lockFacts(tx);
  const post = await tx.whole((whole) => postById(whole, post_id));
  if (stamp === null || post === null) return refused('unknown_post');
  const about = await refusalOfPostFor(tx, post, { from, to, many: new Set(students).size });
  if (about !== null) return refused(about);
  const facts = await studentFacts(tx, { school_id: null, cohort: null, programme_id: null, class_id: null, students: [...new Set(students)] }, law.on);
  const refusals = await refusalsOf(tx, { post, facts, students: [...new Set(students)], from, to }, acting);
  if (refusals.length > 0) return { outcome: 'placing_refused', refusals };
  const firm = await nameOf(tx, post.employer_id);
  const contents = facts.map((one) => ({ one, composed: composeInternship(given(one, post, { firm, from, to }), law.parameterOf) }));
  if (contents.some(({ composed }) => 'lacking' in composed)) return refused('no_rule_in_force');
  const placed = await insert(tx, post, contents.flatMap(({ one, composed }) => ('content' in composed ? [{ one, content: composed.content }] : [])), stamp);
  await registerPlacements(tx, await placementsById(tx, placed, 'read'), new Map(), law, stamp);
  return { outcome: 'done', placed };
}

async function refusalOfPostFor(tx: Transaction, post: StoredPost, { from, to, many }: { readonly from: PlainDate; readonly to: PlainDate; readonly many: number }): Promise<PlacingRefusal | null> {
  if (post.closed_at !== null) return 'post_closed';
  if (to < from || from < post.from || to > post.to) return 'days_not_of_post';
  return tx.whole(async (whole) => {
    if (partnersOn(await listPartnerAgreements(whole, { party: post.employer_id }), post.employer_id, from).length === 0) return 'no_partner_agreement';
    const [taken] = await whole.arrays(`select count(*)::int from placements p join internship_posts q on q.region_id = $1 and q.post_id = p.post_id where p.region_id = $1 and coalesce(q.first_id, q.post_id) = $2 and p.state <> 'cancelled' and p.since <= $4::date and p.until >= $3::date`, [whole.actor.region_id, post.first_id, from, to]);
    return Number(taken?.[0]) + many > post.seats ? 'post_full' : null;
  });
}

interface ToPlace {
  readonly post: StoredPost;
  readonly facts: readonly StudentFacts[];
  readonly students: readonly string[];
  readonly from: PlainDate;
  readonly to: PlainDate;
}

async function refusalsOf(tx: Transaction, { post, facts, students, from, to }: ToPlace, { roles }: Pick<Acting, 'roles'>): Promise<NotPlaced[]> {
  const known = new Map(facts.map((one) => [one.student.student_id, one]));
  const busy = new Set((await tx.whole((whole) => whole.arrays(
    `select distinct i.student_id from register_internships i where i.region_id = $1 and i.student_id = any($2::text[]) and ${standing('i')} and i.valid_from <= $4::date and i.valid_to >= $3::date`,
    [whole.actor.region_id, students, from, to]))).map(([id]) => id as string));
  return students.flatMap((student_id): NotPlaced[] => {
    const one = known.get(student_id);
    const own = one !== undefined && mayTouch(tx.actor.reach, 'placements', 'write', one.scopes) && roles.some(({ role, org_id }) => role === 'school_registrar' && org_id === one.school.org_id);
    const why = !own ? 'not_your_student'
      : !post.programmes.includes(one.programme.programme_id) ? 'programme_of_others' : busy.has(student_id) ? 'overlapping' : null;
    return why === null ? [] : [{ why, student_id, student: why === 'not_your_student' ? '' : one?.student.name ?? '' }];
  });
}

async function nameOf(tx: Transaction, org_id: string): Promise<string> {
  const [row] = await tx.query<{ name: string }>(`select o.name from register_organisations o where o.region_id = $1 and o.key = $2 and ${standing('o')}`, [tx.actor.region_id, org_id]);
  return row?.name ?? org_id;
}

function given({ student, guardian, school, programme }: StudentFacts, { employer_id, title, place, wage_yuan, safety_contact }: StoredPost, { firm, from, to }: { readonly firm: string; readonly from: PlainDate; readonly to: PlainDate }): Omit<InternshipContent, 'template' | 'parts'> {
  return {
    student, guardian, school, firm: { org_id: employer_id, name: firm }, programme: { programme_id: programme.programme_id, name: programme.name }, post: { title, place, wage_yuan, safety_contact }, from, to,
  };
}

async function insert(tx: Transaction, post: StoredPost, made: readonly { readonly one: StudentFacts; readonly content: InternshipContent }[], stamp: Stamp): Promise<number[]> {
  const first = await takeNumbers(tx, 'next_number', made.length);
  const rows = made.map(({ one: { student, school, programme, class_id, scopes }, content }, at) => {
    const text = canonicalJson(content);
    return {
      placement_id: first + at, student_id: student.student_id, school_id: school.org_id, programme_id: programme.programme_id, class_id, content: text, content_hash: hashOf('sha256', text),
      since: content.from, until: content.to, scopes: [...new Set([...scopes, `org:${post.employer_id}`])].sort(),
    };
  });
  await tx.change(
    `insert into placements (region_id, placement_id, post_id, student_id, school_id, employer_id, programme_id, class_id, content, content_hash, state, version, since, until, scopes, recorded_at, recorded_by)
     select $1::integer, n.placement_id, $3::bigint, n.student_id, n.school_id, $4::text, n.programme_id, n.class_id, n.content, n.content_hash, 'planned', 0, n.since, n.until, n.scopes, $5::timestamptz, $6::text
     from jsonb_to_recordset($2::jsonb) as n(placement_id bigint, student_id text, school_id text, programme_id text, class_id text, content text, content_hash text, since date, until date, scopes text[])`,
    [tx.actor.region_id, JSON.stringify(rows), post.post_id, post.employer_id, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'internship.placed', object: `internship-posts/${post.post_id}`, detail: { many: rows.length, contents_of: Object.fromEntries(rows.map((row) => [row.placement_id, row.content_hash])) } });
  return rows.map(({ placement_id }) => placement_id);
}
