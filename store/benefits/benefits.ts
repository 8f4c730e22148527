import { mayTouch } from '../../core/access/reach.ts';
import { CLAIM_ROLES, refusalOfClaim, type ClaimAct, type ClaimRefusal, type ClaimState } from '../../core/benefits/claim.ts';
import type { Acting } from '../../core/internships/parties.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { standing } from '../known-time.ts';
import { lockFacts, lockRegion, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';

/** A benefit that graduates have a right to (S2-e): what it rests on, and who grants it. */
export interface BenefitDraft {
  readonly name: string;
  readonly basis: string;
  readonly from: PlainDate;
}

export interface Benefit extends BenefitDraft {
  readonly benefit_id: number;
  readonly department_id: string;
}

/** The region's list, in the order in which it was made. */
export async function listBenefits(tx: Transaction): Promise<Benefit[]> {
  const rows = await tx.query<Omit<Benefit, 'benefit_id'> & { benefit_id: bigint }>(
    'select benefit_id, department_id, name, basis, valid_from as "from" from benefits where region_id = $1 order by benefit_id', [tx.actor.region_id]);
  return rows.map(({ benefit_id, ...row }) => ({ ...row, benefit_id: Number(benefit_id) }));
}

export async function addBenefit(tx: Transaction, { name, basis, from }: BenefitDraft, department_id: string): Promise<{ readonly outcome: 'done'; readonly benefit_id: number } | { readonly outcome: 'not_allowed' }> {
  const stamp = await lockRegion(tx);
  const scopes = [`org:${department_id}`];
  if (stamp === null || !mayTouch(tx.actor.reach, 'benefits', 'write', scopes)) return { outcome: 'not_allowed' };
  const benefit_id = await takeNumbers(tx, 'next_number', 1);
  await tx.change('insert into benefits (region_id, benefit_id, department_id, name, basis, valid_from, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [tx.actor.region_id, benefit_id, department_id, name, basis, from, scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'benefit.added', object: `benefits/${benefit_id}`, detail: { department_id, from } });
  return { outcome: 'done', benefit_id };
}

/** How a graduate's claim to one benefit stands. */
export interface Claim {
  readonly benefit_id: number;
  readonly student_id: string;
  readonly name: string;
  readonly school_id: string;
  /** Null where the roll no longer says that they graduated. */
  readonly graduated_on: PlainDate | null;
  readonly state: ClaimState;
  readonly on: PlainDate | null;
  readonly reason: string;
}

const GRADUATES = `graduates as (select distinct on (r.student_id) r.student_id, r.name, r.school_id, r.scopes, r.valid_from as graduated_on from register_students r
  where r.region_id = $1 and ${standing('r')} and r.status = 'graduated' order by r.student_id, r.valid_from)`;
const LAST = `last as (select distinct on (c.benefit_id, c.student_id) c.* from benefit_claims c where c.region_id = $1 order by c.benefit_id, c.student_id, c.version desc)`;

type Graduate = Pick<Claim, 'student_id' | 'name' | 'school_id' | 'graduated_on'>;
type LastClaim = Pick<Claim, 'student_id' | 'state' | 'on' | 'reason'> & { readonly benefit_id: bigint };

/**
 * S2-e: the checklist: every benefit for each graduate whose roll is in reach, and every claim in reach. Whoever grants a
 * benefit sees who claims it, and nobody else's roll.
 */
export async function listClaims(tx: Transaction, { student_id }: { readonly student_id: string | null }): Promise<Claim[]> {
  const [benefits, labels] = [await listBenefits(tx), tx.actor.reach.get('benefits.read') ?? []];
  const reach = labels === '*' ? null : labels;
  const asked = [tx.actor.region_id, reach, student_id];
  const graduates = await tx.query<Graduate>(`with ${GRADUATES} select g.student_id, g.name, g.school_id, g.graduated_on from graduates g where ($2::text[] is null or g.scopes && $2::text[]) and ($3::text is null or g.student_id = $3)`, asked);
  const claims = await tx.query<LastClaim>(`with ${LAST} select l.benefit_id, l.student_id, l.state, l.on_date as "on", l.reason from last l where ($2::text[] is null or l.scopes && $2::text[]) and ($3::text is null or l.student_id = $3)`, asked);
  const known = new Map(graduates.map((one) => [one.student_id, one]));
  const others = await claimants(tx, claims.map((one) => one.student_id).filter((id) => !known.has(id)));
  const byKey = new Map(claims.map((one) => [`${one.student_id} ${one.benefit_id}`, one]));
  const everybody = [...graduates.map((one) => ({ one, all: true })), ...others.map((one) => ({ one, all: false }))].toSorted((a, b) => (`${a.one.school_id} ${a.one.student_id}` < `${b.one.school_id} ${b.one.student_id}` ? -1 : 1));
  return everybody.flatMap(({ one, all }) => benefits.flatMap(({ benefit_id }): Claim[] => {
    const claim = byKey.get(`${one.student_id} ${benefit_id}`);
    return claim === undefined && !all ? [] : [{ ...one, benefit_id, state: claim?.state ?? 'not_claimed', on: claim?.on ?? null, reason: claim?.reason ?? '' }];
  }));
}

/** Who those are that claimed something, for whoever reads the claim. */
function claimants(tx: Transaction, students: readonly string[]): Promise<Graduate[]> {
  return tx.whole((whole) => whole.query<Graduate>(
    `with ${GRADUATES} select distinct on (r.student_id) r.student_id, r.name, r.school_id, g.graduated_on from register_students r left join graduates g using (student_id)
     where r.region_id = $1 and r.student_id = any($2::text[]) and ${standing('r')} order by r.student_id, r.valid_from desc`, [whole.actor.region_id, [...new Set(students)]]));
}

export type ClaimOutcome = { readonly outcome: 'done'; readonly state: ClaimState } | { readonly outcome: 'unknown_claim' } | { readonly outcome: 'claim_refused'; readonly why: ClaimRefusal };

interface Standing {
  readonly graduated_on: PlainDate;
  readonly student_scopes: readonly string[];
  readonly department_id: string;
  readonly benefit_from: PlainDate;
  readonly version: number;
  readonly state: ClaimState;
  readonly since: PlainDate | null;
  readonly claimed_by: bigint | null;
}

/** Brings a claim a step on: claimed by the school, granted or refused with a reason by the department that grants it. */
export async function stepClaim(
  tx: Transaction, { benefit_id, student_id, to, on, reason }: { readonly benefit_id: number; readonly student_id: string; readonly to: ClaimAct; readonly on: PlainDate; readonly reason: string }, acting: Acting, today: PlainDate,
): Promise<ClaimOutcome> {
  const stamp = await lockFacts(tx);
  const claim = await tx.whole((whole) => standingOf(whole, benefit_id, student_id));
  if (stamp === null || claim === undefined) return { outcome: 'unknown_claim' };
  const scopes = [...new Set([...claim.student_scopes, `org:${claim.department_id}`])].sort();
  // The school writes of its own graduates, the department of what was claimed of it.
  const own = to === 'claimed' ? claim.student_scopes : [`org:${claim.department_id}`];
  if (!mayTouch(tx.actor.reach, 'benefits', 'write', own) || !acting.roles.some(({ role }) => role === CLAIM_ROLES[to])) return { outcome: 'unknown_claim' };
  const { person_id } = acting;
  const why = refusalOfClaim({ ...claim, claimed_by: claim.claimed_by === null ? null : Number(claim.claimed_by) }, { to, on, reason, person_id }, today);
  if (why !== null) return { outcome: 'claim_refused', why };
  await tx.change(
    'insert into benefit_claims (region_id, benefit_id, student_id, version, state, on_date, reason, person_id, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
    [tx.actor.region_id, benefit_id, student_id, claim.version + 1, to, on, reason, person_id, scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: `benefit.${to}`, object: `benefits/${benefit_id}`, detail: { student_id, on } });
  return { outcome: 'done', state: to };
}

async function standingOf(whole: Transaction, benefit_id: number, student_id: string): Promise<Standing | undefined> {
  const [row] = await whole.query<Standing>(
    `with ${GRADUATES}, ${LAST} select g.graduated_on, g.scopes as student_scopes, b.department_id, b.valid_from as benefit_from, coalesce(l.version, 0) as version, coalesce(l.state, 'not_claimed') as state, l.on_date as since,
       (select c.person_id from benefit_claims c where c.region_id = $1 and c.benefit_id = b.benefit_id and c.student_id = g.student_id and c.state = 'claimed' order by c.version desc limit 1) as claimed_by
     from graduates g cross join benefits b left join last l on l.benefit_id = b.benefit_id and l.student_id = g.student_id where b.region_id = $1 and b.benefit_id = $2 and g.student_id = $3`,
    [whole.actor.region_id, benefit_id, student_id]);
  return row;
}
