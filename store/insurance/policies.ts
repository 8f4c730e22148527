import { mayTouch } from '../../core/access/reach.ts';
import type { CoverKind } from '../../core/insurance/cover.ts';
import { refusalOfPolicy, type PolicyDraft, type PolicyRefusal } from '../../core/insurance/policy.ts';
import { studentFacts } from '../agreements/facts.ts';
import type { Law } from '../agreements/law.ts';
import { standing, type Instant } from '../known-time.ts';
import { lockFacts, takeNumbers, type Stamp } from '../record-stamp.ts';
import { answerRows, withdrawRows } from '../register-answers.ts';
import type { Transaction } from '../transaction.ts';
import { bringPremiumsUp } from './premiums.ts';

/** A policy with how many students the register says it covers. */
export interface StoredPolicy extends PolicyDraft {
  readonly policy_id: number;
  readonly school_id: string;
  readonly scopes: readonly string[];
  readonly recorded_at: Instant;
  readonly covered: number;
}

/** Policies in reach that have not ended before a day, by school, kind and day. How many each covers is told without names. */
export async function listPolicies(tx: Transaction, { school_id, since }: { readonly school_id: string | null; readonly since: string }): Promise<StoredPolicy[]> {
  const labels = tx.actor.reach.get('policies.read') ?? [];
  return counted(tx, await tx.query<Row>(
    `${SELECT} and ($2::text[] is null or p.scopes && $2::text[]) and ($3::text is null or p.school_id = $3) and p.valid_to >= $4::date order by p.school_id, p.kind, p.valid_from, p.policy_no`,
    [tx.actor.region_id, labels === '*' ? null : labels, school_id, since]));
}

const SELECT = `select p.policy_id, p.policy_no, p.kind, p.insurer, p.school_id, p.valid_from as "from", p.valid_to as "to", p.heads, p.premium_fen, p.proof, p.scopes, p.recorded_at from insurance_policies p where p.region_id = $1 and p.superseded_at is null`;

interface Row extends Omit<StoredPolicy, 'policy_id' | 'covered'> {
  readonly policy_id: bigint;
}

/** Policies with how many each covers, whoever they are. */
async function counted(tx: Transaction, rows: readonly Row[]): Promise<StoredPolicy[]> {
  const covered = new Map((await tx.whole((whole) => whole.arrays(
    `select r.policy_no, count(*)::int from register_insurance r where r.region_id = $1 and r.policy_no = any($2::text[]) and ${standing('r')} group by 1`, [whole.actor.region_id, rows.map(({ policy_no }) => policy_no)])))
    .map(([policy_no, many]) => [policy_no as string, Number(many)]));
  return rows.map(({ policy_id, ...row }) => ({ ...row, policy_id: Number(policy_id), covered: covered.get(row.policy_no) ?? 0 }));
}

/** One that the actor may write: asked of the database as well, since whom it covers is written with the authority of the act. */
async function policyById(tx: Transaction, policy_id: number): Promise<StoredPolicy | null> {
  const [policy] = await counted(tx, await tx.query<Row>(
    `${SELECT} and p.policy_id = $2 and (current_setting('app.write_policies', true) = '*' or p.scopes && string_to_array(current_setting('app.write_policies', true), chr(31)))`, [tx.actor.region_id, policy_id]));
  return policy ?? null;
}

/** Which students a policy covers: those of a class, of a programme, all of the school on the roll in the higher stage, or named. */
export interface Covering {
  readonly programme_id: string | null;
  readonly class_id: string | null;
  readonly students: readonly string[] | null;
}

export type PolicyOutcome =
  | { readonly outcome: 'done'; readonly value: { readonly policy_id: number; readonly covered: number } }
  | { readonly outcome: 'not_allowed' | 'unknown_policy' }
  | { readonly outcome: 'policy_refused'; readonly why: PolicyRefusal };

/** R4-j: records a policy that the school took out, whom it covers, and what it cost in the books, in one act. */
export async function recordPolicy(tx: Transaction, school_id: string, draft: PolicyDraft, covering: Covering | null, law: Law): Promise<PolicyOutcome> {
  const stamp = await lockFacts(tx);
  const scopes = await schoolScopes(tx, school_id);
  if (stamp === null || !mayTouch(tx.actor.reach, 'policies', 'write', scopes)) return { outcome: 'not_allowed' };
  const there = (await tx.whole((whole) => whole.arrays('select 1 from insurance_policies where region_id = $1 and policy_no = $2 and superseded_at is null', [whole.actor.region_id, draft.policy_no]))).length > 0;
  const students = covering === null ? [] : await coveredBy(tx, school_id, covering, law);
  const why = refusalOfPolicy(draft, { there, covered: students?.length ?? 0, foreign: students === null });
  if (why !== null) return { outcome: 'policy_refused', why };
  const policy_id = await insertPolicy(tx, draft, { school_id, scopes, stamp, answers: null, why: null });
  const { policy_no, kind, from, to, heads, premium_fen } = draft;
  await tx.audit({ action: 'insurance.policy', object: `policies/${policy_id}`, detail: { policy_no, kind, school_id, from, to, heads, premium_fen: String(premium_fen) } });
  await registerCover(tx, { policy_id, policy_no, kind, from, to }, students ?? [], stamp);
  await tx.decided(['funds'], (deciding) => bringPremiumsUp(deciding, school_id, stamp));
  return { outcome: 'done', value: { policy_id, covered: students?.length ?? 0 } };
}

interface Inserting {
  readonly school_id: string;
  readonly scopes: readonly string[];
  readonly stamp: Stamp;
  /** The record that it corrects, and why. */
  readonly answers: number | null;
  readonly why: string | null;
}

async function insertPolicy(tx: Transaction, { policy_no, kind, insurer, from, to, heads, premium_fen, proof }: PolicyDraft, { school_id, scopes, stamp, answers, why }: Inserting): Promise<number> {
  const policy_id = await takeNumbers(tx, 'next_number', 1);
  await tx.change(
    `insert into insurance_policies (region_id, policy_id, policy_no, kind, insurer, school_id, valid_from, valid_to, heads, premium_fen, proof, answers, why, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [tx.actor.region_id, policy_id, policy_no, kind, insurer, school_id, from, to, heads, String(premium_fen), proof, answers, why, scopes, stamp.at, tx.actor.account]);
  return policy_id;
}

/** R4-j: answers a policy that was recorded wrongly with another record; whom it covers is told anew, and what it does not cover shows at once. */
export async function correctPolicy(tx: Transaction, policy_id: number, { why, ...draft }: PolicyDraft & { readonly why: string }): Promise<PolicyOutcome> {
  const stamp = await lockFacts(tx);
  const policy = await policyById(tx, policy_id);
  if (stamp === null || policy === null || !mayTouch(tx.actor.reach, 'policies', 'write', policy.scopes)) return { outcome: 'unknown_policy' };
  const there = draft.policy_no !== policy.policy_no && (await tx.whole((whole) => whole.arrays('select 1 from insurance_policies where region_id = $1 and policy_no = $2 and superseded_at is null', [whole.actor.region_id, draft.policy_no]))).length > 0;
  const covered = (await tx.whole((whole) => whole.arrays(`select r.student_id from register_insurance r where r.region_id = $1 and r.policy_no = $2 and ${standing('r')}`, [whole.actor.region_id, policy.policy_no]))).map(([id]) => id as string);
  const refusal = refusalOfPolicy(draft, { there, covered: covered.length, foreign: false });
  if (refusal !== null) return { outcome: 'policy_refused', why: refusal };
  await tx.change('update insurance_policies set superseded_at = $3 where region_id = $1 and policy_id = $2 and superseded_at is null', [tx.actor.region_id, policy_id, stamp.at]);
  const corrected = await insertPolicy(tx, draft, { school_id: policy.school_id, scopes: policy.scopes, stamp, answers: policy_id, why });
  const { policy_no, kind, from, to, heads, premium_fen } = draft;
  await tx.audit({ action: 'insurance.corrected', object: `policies/${corrected}`, detail: { answers: policy_id, why, policy_no, kind, from, to, heads, premium_fen: String(premium_fen) } });
  if (policy_no !== policy.policy_no && covered.length > 0) {
    await withdrawRows(tx, 'insurance', covered.map((student_id) => ({ policy_no: policy.policy_no, student_id })), { action: 'insurance.covered', object: `policies/${policy_id}`, reason: why }, stamp);
  }
  await registerCover(tx, { policy_id: corrected, policy_no, kind, from, to }, covered, stamp);
  await tx.decided(['funds'], (deciding) => bringPremiumsUp(deciding, policy.school_id, stamp));
  return { outcome: 'done', value: { policy_id: corrected, covered: covered.length } };
}

/** R4-j: covers more students by a policy, as far as it was bought for so many. */
export async function coverStudents(tx: Transaction, policy_id: number, covering: Covering, law: Law): Promise<PolicyOutcome> {
  const stamp = await lockFacts(tx);
  const policy = await policyById(tx, policy_id);
  if (stamp === null || policy === null || !mayTouch(tx.actor.reach, 'policies', 'write', policy.scopes)) return { outcome: 'unknown_policy' };
  const students = await coveredBy(tx, policy.school_id, covering, law);
  if (students?.length === 0) return { outcome: 'policy_refused', why: 'no_students_named' };
  const there = new Set((await tx.whole((whole) => whole.arrays(`select r.student_id from register_insurance r where r.region_id = $1 and r.policy_no = $2 and ${standing('r')}`, [whole.actor.region_id, policy.policy_no]))).map(([id]) => id as string));
  const covered = there.size + (students ?? []).filter((id) => !there.has(id)).length;
  const why = refusalOfPolicy(policy, { there: false, covered, foreign: students === null });
  if (why !== null) return { outcome: 'policy_refused', why };
  tx.unaudited('what is covered is written down with the register');
  await registerCover(tx, policy, students ?? [], stamp);
  return { outcome: 'done', value: { policy_id, covered } };
}

async function registerCover(tx: Transaction, { policy_id, policy_no, kind, from, to }: Pick<StoredPolicy, 'policy_id' | 'policy_no' | 'from' | 'to'> & { readonly kind: CoverKind }, students: readonly string[], stamp: Stamp): Promise<void> {
  await answerRows(tx, 'insurance', students.map((student_id) => ({ policy_no, kind, student_id, from, to })), { action: 'insurance.covered', object: `policies/${policy_id}`, reason: `保单 ${policy_no}` }, stamp);
}

/** The school's own students among those named; null where one of them is not. */
async function coveredBy(tx: Transaction, school_id: string, { programme_id, class_id, students }: Covering, law: Law): Promise<string[] | null> {
  const facts = (await studentFacts(tx, { school_id: students === null ? school_id : null, cohort: null, programme_id, class_id, students }, law.on))
    .filter((one) => one.school.org_id === school_id && mayTouch(tx.actor.reach, 'students', 'write', one.scopes));
  if (students !== null) return facts.length < new Set(students).size ? null : facts.map(({ student }) => student.student_id);
  const higher = new Set((await tx.query<{ student_id: string }>(
    `select distinct s.student_id from register_students s where s.region_id = $1 and s.school_id = $2 and s.stage = 'higher' and s.valid_from <= $3::date and (s.valid_to is null or s.valid_to >= $3::date) and ${standing('s')}`,
    [tx.actor.region_id, school_id, law.on])).map(({ student_id }) => student_id));
  return facts.map(({ student }) => student.student_id).filter((id) => class_id !== null || higher.has(id));
}

/** Labels of what a school has to do with: its own and those of its colleges and county. */
async function schoolScopes(tx: Transaction, school_id: string): Promise<string[]> {
  const rows = await tx.whole((whole) => whole.query<{ scopes: string[] }>('select scopes from labels where region_id = $1 and thing = $2', [tx.actor.region_id, `school:${school_id}`]));
  return [...new Set([`org:${school_id}`, ...rows.flatMap(({ scopes }) => scopes)])].sort();
}
