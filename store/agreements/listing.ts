import { missingParties } from '../../core/agreements/signing.ts';
import { PARTIES, type CopyHolder, type Party } from '../../core/agreements/party.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { agreementLabels, type Signature } from './agreement.ts';
import { endOf, type AgreementEnd } from './ending.ts';
import type { Law } from './law.ts';

/** How far a student's agreement has come. */
export type AgreementState = 'signed' | 'signing' | 'not_drawn_up';

/** A new student with what became of their agreement: one line of the list, and of the ledger (document 4). */
export interface ListedAgreement {
  readonly student_id: string;
  readonly name: string;
  readonly school_id: string;
  readonly programme_id: string;
  readonly class_id: string | null;
  readonly cohort: number;
  readonly birth_date: PlainDate;
  readonly agreement_id: number | null;
  readonly version: number | null;
  readonly content_hash: string | null;
  readonly state: AgreementState;
  readonly signatures: readonly Pick<Signature, 'party' | 'way' | 'on'>[];
  /** Whose signature is waited for, in order; empty where all have signed or nothing is drawn up. */
  readonly missing: readonly Party[];
  /** The days in the register, also of what was signed before there were agreements here. */
  readonly registered: Readonly<Record<Party, PlainDate | null>> | null;
  readonly copies: number | null;
  readonly holders: readonly CopyHolder[];
  readonly number: string | null;
  readonly signed_on: PlainDate | null;
  readonly due_on: PlainDate | null;
  readonly late: boolean;
  /** Another version is being signed while this holds. */
  readonly renewing: boolean;
  /** B37: whoever left instead of stepping up stays on the list, and nobody is waited for. */
  readonly ended: AgreementEnd | null;
}

export interface AskedAgreements {
  readonly cohort: number;
  readonly school_id: string | null;
  readonly programme_id: string | null;
}

export interface Listing {
  readonly listed: readonly ListedAgreement[];
  /** New students whose names are not the actor's to read: for whom nothing is drawn up, and who have signed as the school's register says. */
  readonly unnamed: number;
  readonly unnamed_registered: number;
}

/** Somebody of the roll or of an agreement. */
type Someone = Pick<ListedAgreement, 'student_id' | 'name' | 'school_id' | 'programme_id' | 'class_id' | 'cohort' | 'birth_date'>;

interface Drawn extends Someone {
  readonly agreement_id: bigint;
  readonly version: number;
  readonly content_hash: string;
  readonly signatures: ListedAgreement['signatures'];
  readonly holds: number | null;
  readonly number: string | null;
  readonly signed_on: PlainDate | null;
  readonly holders: readonly CopyHolder[];
}

interface Registered {
  readonly student_id: string;
  readonly student: PlainDate | null;
  readonly guardian: PlainDate | null;
  readonly school: PlainDate | null;
  readonly college: PlainDate | null;
  readonly copies: bigint | null;
}

const ROLL = `roll as (select distinct on (r.student_id) r.* from register_students r
  where r.region_id = $1 and ${standing('r')} and r.cohort = $2 and ($3::text is null or r.school_id = $3) order by r.student_id, r.valid_from desc)`;
const OF_PROGRAMME = '($4::text is null or s.programme_id = $4)';
/** Whoever is still there, or whose agreement ended as they left. */
const LISTED = `${OF_PROGRAMME} and (s.status not in ('withdrawn', 'transferred_out') or e."on" is not null)`;

/**
 * A year's agreements as far as the actor may read them, by school, programme and student. Whoever reads the roll sees
 * those for whom nothing is drawn up by name, everybody else their number.
 */
export async function listAgreements(tx: Transaction, { cohort, school_id, programme_id }: AskedAgreements, law: Law): Promise<Listing> {
  const asked = [tx.actor.region_id, cohort, school_id, programme_id, agreementLabels(tx, 'read')];
  const students = tx.actor.reach.get('students.read') ?? [];
  const roll = await tx.query<Someone>(
    `with ${ROLL} select s.student_id, s.name, s.school_id, s.programme_id, s.class_id, s.cohort, s.birth_date from roll s
     where ${OF_PROGRAMME} and ($5::text[] is null or s.scopes && $5::text[]) and ($6::text[] is null or s.scopes && $6::text[])`, [...asked, students === '*' ? null : students]);
  const registered = await tx.query<Registered>(
    `select n.student_id, n.signed_student_on as student, n.signed_guardian_on as guardian, n.signed_school_on as school, n.signed_college_on as college, n.copies_issued as copies
     from register_agreements n where n.region_id = $1 and n.key = any($2::text[]) and ${standing('n')}`, [tx.actor.region_id, roll.map(({ student_id }) => student_id)]);
  const drawn = await tx.query<Drawn>(DRAWN, asked);
  // Of others nothing but their last day, whether they are still there and whether the register has their agreement; and how many there are.
  const there = await tx.whole((whole) => whole.query<{ student_id: string; due_on: PlainDate | null; registered: boolean; ended: AgreementEnd | null }>(
    `with ${ROLL} select s.student_id, (select d.due_on from duty_students ds join duties d on d.region_id = $1 and d.duty_key = ds.duty_key and d.duty = 'agreement'
       where ds.region_id = $1 and ds.student_id = s.student_id limit 1) as due_on,
       exists (select from register_agreements n where n.region_id = $1 and n.key = s.student_id and ${standing('n')} and n.signed_college_on is not null) as registered,
       case when e."on" is not null then jsonb_build_object('on', e."on", 'clause', e.clause) end as ended
     from roll s left join lateral (${endOf('s.student_id')}) e on true where ${LISTED} and ($5::text[] is null or s.scopes && $5::text[])`, asked));
  const known = new Map(there.map((one) => [one.student_id, one]));
  const [byStudent, days] = [new Map(drawn.map((one) => [one.student_id, one])), new Map(registered.map((one) => [one.student_id, one]))];
  const everybody = new Map<string, Someone>([...drawn, ...roll].filter(({ student_id }) => known.has(student_id)).map((one) => [one.student_id, one]));
  const listed = [...everybody.values()].map((one) => listedOf(one, { drawn: byStudent.get(one.student_id), registered: days.get(one.student_id), due_on: known.get(one.student_id)?.due_on ?? null, ended: known.get(one.student_id)?.ended ?? null }, law));
  const others = there.filter(({ student_id }) => !everybody.has(student_id));
  const unnamed_registered = others.filter((one) => one.registered).length;
  return { listed: listed.toSorted(inOrder), unnamed: others.length - unnamed_registered, unnamed_registered };
}

const DRAWN = `select a.agreement_id, a.student_id, v.content::jsonb #>> '{student,name}' as name, a.school_id, v.content::jsonb #>> '{programme,programme_id}' as programme_id, null as class_id, a.cohort,
    v.content::jsonb #>> '{student,birth_date}' as birth_date, v.version, v.content_hash,
    coalesce((select jsonb_agg(jsonb_build_object('party', g.party, 'way', g.way, 'on', g.signed_on) order by array_position(array['student', 'guardian', 'school', 'college'], g.party::text))
      from agreement_signatures g where g.region_id = $1 and g.agreement_id = a.agreement_id and g.version = v.version), '[]'::jsonb) as signatures,
    p.version as holds, p.number_text as number, p.signed_on, array(select c.holder from agreement_copies c where c.region_id = $1 and c.agreement_id = a.agreement_id and c.version = p.version order by 1) as holders
  from student_agreements a
    join lateral (select v.version, v.content, v.content_hash from agreement_versions v where v.region_id = $1 and v.agreement_id = a.agreement_id order by v.version desc limit 1) v on true
    left join lateral (select p.version, p.number_text, p.signed_on from agreement_papers p where p.region_id = $1 and p.agreement_id = a.agreement_id order by p.version desc limit 1) p on true
  where a.region_id = $1 and a.cohort = $2 and ($3::text is null or a.school_id = $3) and ($4::text is null or v.content::jsonb #>> '{programme,programme_id}' = $4) and ($5::text[] is null or a.scopes && $5::text[])`;

const orderOf = ({ school_id, programme_id, class_id, student_id }: Someone): string => [school_id, programme_id, class_id ?? '', student_id].join(' ');
const inOrder = (a: Someone, b: Someone): number => (orderOf(a) < orderOf(b) ? -1 : 1);

interface Known extends Pick<ListedAgreement, 'due_on' | 'ended'> {
  readonly drawn: Drawn | undefined;
  readonly registered: Registered | undefined;
}

function listedOf(someone: Someone, { drawn, registered, due_on, ended }: Known, law: Law): ListedAgreement {
  const { student_id, name, school_id, programme_id, class_id, cohort, birth_date } = someone;
  const before = PARTIES.flatMap((party) => (registered?.[party] ? [{ party, on: registered[party] }] : []));
  const missingAfter = (signatures: readonly { readonly party: Party; readonly on: PlainDate }[]): readonly Party[] =>
    missingParties({ birth_date, signatures: signatures.map((one) => ({ ...one, person_id: null })) }, law.value, law.on) ?? [];
  const isSigned = (drawn?.holds ?? null) !== null || before.length > 0 && missingAfter(before).length === 0;
  const signed_on = drawn?.signed_on ?? (isSigned ? before.map(({ on }) => on).toSorted().at(-1) ?? null : null);
  const isDone = drawn === undefined ? isSigned : drawn.holds === drawn.version;
  const drawnUp = drawn !== undefined || before.length > 0;
  return {
    student_id, name, school_id, programme_id, class_id, cohort, birth_date, due_on, signed_on,
    agreement_id: drawn === undefined ? null : Number(drawn.agreement_id), version: drawn?.version ?? null, content_hash: drawn?.content_hash ?? null, number: drawn?.number ?? null,
    signatures: drawn?.signatures ?? [], holders: drawn?.holders ?? [], // Whoever does not read the register is told of no copies, and not that there are none.
    copies: registered?.copies === undefined || registered.copies === null ? null : Number(registered.copies),
    registered: registered === undefined || before.length === 0 ? null : { student: registered.student, guardian: registered.guardian, school: registered.school, college: registered.college },
    state: isSigned ? 'signed' : drawnUp ? 'signing' : 'not_drawn_up', missing: ended !== null || isDone || !drawnUp ? [] : missingAfter(drawn?.signatures ?? before),
    late: due_on !== null && (signed_on ?? ended?.on ?? law.on) > due_on, renewing: ended === null && isSigned && !isDone, ended,
  };
}
