import { composeAgreement, type Lacking } from '../../core/agreements/compose.ts';
import type { AgreementContent } from '../../core/agreements/content.ts';
import { mayTouch } from '../../core/access/reach.ts';
import { canonicalJson } from '../canonical-json.ts';
import { hashOf } from '../hashes.ts';
import { lockFacts, takeNumbers, type Stamp } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { agreementsById, type Agreement } from './agreement.ts';
import { namedYears, studentFacts, type AskedStudents, type FilledYear, type StudentFacts } from './facts.ts';
import type { Law } from './law.ts';
import { agreementRowsOf, recordAgreementRows } from './register.ts';

/** What a school fills in for a class: the places and fees of five years, and what it adds. */
export interface Filled {
  readonly years: readonly FilledYear[];
  readonly terms: string;
}

/** What became of a class: agreements drawn up, students who have one, students whose agreement lacks something. */
export interface DrawnUp {
  readonly made: readonly { readonly agreement_id: number; readonly student_id: string }[];
  readonly there: readonly string[];
  readonly lacking: readonly { readonly student_id: string; readonly name: string; readonly lacking: readonly Lacking[] }[];
}

export type DrawUpOutcome = { readonly outcome: 'done'; readonly value: DrawnUp } | { readonly outcome: 'no_students' };

/** The most that are drawn up in one act. */
export const MOST_AT_ONCE = 500;

/** R3-h: the school draws up the agreements of a class in one act. What lacks something is named and not made (R3-f). */
export async function drawUpAgreements(tx: Transaction, asked: AskedStudents, filled: Filled, law: Law): Promise<DrawUpOutcome> {
  const stamp = await lockFacts(tx);
  const [students, years] = [await studentFacts(tx, asked, law.on), await namedYears(tx, filled.years)];
  const own = students.filter(({ scopes }) => mayTouch(tx.actor.reach, 'agreements', 'write', scopes)).slice(0, MOST_AT_ONCE);
  if (stamp === null || own.length === 0) return { outcome: 'no_students' };
  const there = new Set((await tx.whole((whole) => whole.query<{ student_id: string }>(
    'select student_id from student_agreements where region_id = $1 and student_id = any($2::text[])', [tx.actor.region_id, own.map(({ student }) => student.student_id)]))).map(({ student_id }) => student_id));
  const composed = own.filter(({ student }) => !there.has(student.student_id)).map((one) => ({ one, answer: composeAgreement({ ...one, years, terms: filled.terms }, law.parameterOf, law.on) }));
  const ready = composed.flatMap(({ one, answer }) => (answer.outcome === 'done' ? [{ one, content: answer.content }] : []));
  const made = await insert(tx, ready, stamp);
  const lacking = composed.flatMap(({ one: { student }, answer }) => (answer.outcome === 'done' ? [] : [{ student_id: student.student_id, name: student.name, lacking: answer.lacking }]));
  return { outcome: 'done', value: { made, there: [...there], lacking } };
}

async function insert(tx: Transaction, ready: readonly { readonly one: StudentFacts; readonly content: AgreementContent }[], stamp: Stamp): Promise<DrawnUp['made']> {
  if (ready.length === 0) {
    tx.unaudited('nothing was drawn up');
    return [];
  }
  const first = await takeNumbers(tx, 'next_number', ready.length);
  const rows = ready.map(({ one: { student, school, cohort, scopes }, content }, at) => {
    const text = canonicalJson(content);
    return { agreement_id: first + at, student_id: student.student_id, school_id: school.org_id, college_id: content.college.org_id, cohort, scopes, content: text, content_hash: hashOf('sha256', text) };
  });
  const given = [tx.actor.region_id, JSON.stringify(rows), stamp.at, tx.actor.account];
  const as = 'from jsonb_to_recordset($2::jsonb) as n(agreement_id bigint, student_id text, school_id text, college_id text, cohort integer, scopes text[], content text, content_hash text)';
  await tx.change(`insert into student_agreements (region_id, agreement_id, student_id, school_id, college_id, cohort, scopes, recorded_at, recorded_by)
    select $1::integer, agreement_id, student_id, school_id, college_id, cohort, scopes, $3::timestamptz, $4::text ${as}`, given);
  await tx.change(`insert into agreement_versions (region_id, agreement_id, version, content, content_hash, reason, scopes, recorded_at, recorded_by)
    select $1::integer, agreement_id, 1, content, content_hash, '', scopes, $3::timestamptz, $4::text ${as}`, given);
  await tx.audit({ action: 'agreement.drawn_up', object: `agreements/${first}`, detail: { many: rows.length, contents_of: Object.fromEntries(rows.map((row) => [row.agreement_id, row.content_hash])) } });
  return rows.map(({ agreement_id, student_id }) => ({ agreement_id, student_id }));
}

export type RedrawOutcome =
  | { readonly outcome: 'done'; readonly version: number }
  | { readonly outcome: 'unknown_agreement' | 'changed_meanwhile' | 'not_on_the_roll' | 'same_content' }
  | { readonly outcome: 'agreement_incomplete'; readonly lacking: readonly Lacking[] };

/**
 * R3-f: another content is another version, with its reason, to be signed anew by all. What was signed of a version that
 * nobody finished counts no more; a version that holds goes on holding until the new one is signed by all.
 */
export async function redrawAgreement(
  tx: Transaction, { agreement_id, version, reason }: { readonly agreement_id: number; readonly version: number; readonly reason: string }, filled: Filled, law: Law,
): Promise<RedrawOutcome> {
  const stamp = await lockFacts(tx);
  const [agreement] = await agreementsById(tx, [agreement_id], 'write');
  if (stamp === null || agreement === undefined) return { outcome: 'unknown_agreement' };
  if (agreement.version !== version) return { outcome: 'changed_meanwhile' };
  const asked = { school_id: null, cohort: null, programme_id: null, class_id: null, students: [agreement.student_id] };
  const [[facts], years] = [await studentFacts(tx, asked, law.on), await namedYears(tx, filled.years)];
  if (facts === undefined) return { outcome: 'not_on_the_roll' };
  const answer = composeAgreement({ ...facts, years, terms: filled.terms }, law.parameterOf, law.on);
  if (answer.outcome === 'incomplete') return { outcome: 'agreement_incomplete', lacking: answer.lacking };
  const text = canonicalJson(answer.content);
  const content_hash = hashOf('sha256', text);
  if (content_hash === agreement.content_hash) return { outcome: 'same_content' };
  await tx.change('insert into agreement_versions (region_id, agreement_id, version, content, content_hash, reason, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [tx.actor.region_id, agreement_id, version + 1, text, content_hash, reason, agreement.scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'agreement.redrawn', object: `agreements/${agreement_id}`, detail: { version: version + 1, reason, content_hash } });
  await takeBack(tx, agreement, answer.content, stamp);
  return { outcome: 'done', version: version + 1 };
}

/** Signatures of a version that nobody finished are taken back from the register, unless what stands there is whole. */
async function takeBack(tx: Transaction, { student_id, signatures, holds, scopes }: Agreement, content: AgreementContent, stamp: Stamp): Promise<void> {
  if (holds !== null || signatures.length === 0) return;
  const known = (await tx.whole((whole) => agreementRowsOf(whole, [student_id]))).get(student_id);
  if (known === undefined || known.signed.college !== undefined) return;
  await recordAgreementRows(tx, [{ student_id, signed: {}, places: content.years.map(({ place_id }) => place_id), copies: 0, scopes }], stamp);
}
