import { expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { addDays, date } from '../../core/values/plain-date.ts';
import { lawOn } from '../agreements/law.ts';
import { coverageOn } from '../insurance/coverage.ts';
import { correctPolicy, listPolicies, recordPolicy } from '../insurance/policies.ts';
import { asOwner } from '../made-people.ts';
import { madeStore } from '../made-store.ts';
import type { Transaction } from '../transaction.ts';
import { actOnPlacements } from './acting.ts';
import { DAY, FROM, LAW, madeInternships, POST, TO, type MadeActor } from './made-internships.ts';
import { recordPaperAssessment } from './paper-assessment.ts';
import { placementsById } from './placement.ts';
import { placeStudents } from './placing.ts';
import { correctPost, listPosts } from './posts.ts';
import { readInternshipScan } from './scan.ts';

type Made = Awaited<ReturnType<typeof madeInternships>>;
const SCAN = { bytes: Buffer.from('%PDF-1.7 assessment'), media_type: 'application/pdf' };
const POLICY = { policy_no: 'SX-1', kind: 'internship_liability', insurer: '示例保险', from: FROM, to: TO, heads: 2, premium_fen: 12_000n, proof: '发票1号' } as const;

eachDatabase('what was wrong of internships', (database) => {
  const store = madeStore(database);
  const doing = <A extends { readonly outcome: string }>(who: MadeActor, work: (tx: Transaction) => Promise<A>): Promise<A> => who.as.write(async (tx) => {
    const answer = await work(tx);
    if (answer.outcome !== 'done') tx.discard();
    return answer;
  });
  const place = async (made: Made, students: readonly string[], post_id = made.post_id): Promise<readonly number[]> => {
    const answer = await doing(made.registrar, (tx) => placeStudents(tx, { post_id, from: FROM, to: TO, students }, made.registrar.acting, LAW));
    if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer));
    return answer.placed;
  };

  test('S2-g: a post is answered by another record, and its students stand on it; seats are not fewer than those who are placed', async () => {
    const made = await madeInternships(store);
    await place(made, ['T1', 'T2']);
    const { employer_id: _, ...post } = POST;
    const correct = (post_id: number, given: Partial<typeof post>, who: MadeActor = made.firm) => doing(who, (tx) => correctPost(tx, post_id, { ...post, ...given, why: '地点写错' }, DAY));
    expect(await correct(made.post_id, { seats: 1 })).toMatchObject({ outcome: 'post_refused', refusal: { why: 'seats_below_placed' } });
    expect(await correct(made.post_id, { programmes: ['Q'] })).toMatchObject({ outcome: 'post_refused', refusal: { why: 'programme_of_others' } });
    expect(await correct(made.post_id, {}, await made.post('enterprise', 'F2'))).toEqual({ outcome: 'unknown_post' });
    const corrected = await correct(made.post_id, { seats: 2, place: '二号厂房' });
    expect(corrected.outcome).toBe('done');
    const posts = await made.firm.as.read((tx) => listPosts(tx, { since: DAY }));
    expect(posts.map(({ seats, place: at, placed }) => [seats, at, placed])).toEqual([[2, '二号厂房', 2]]);
    // Nobody is placed on what was answered, nor beyond the seats of what stands; a record is answered once.
    expect(await correct(made.post_id, {})).toEqual({ outcome: 'unknown_post' });
    const full = await doing(made.registrar, (tx) => placeStudents(tx, { post_id: posts[0]?.post_id ?? 0, from: FROM, to: TO, students: ['T3'] }, made.registrar.acting, LAW));
    expect(full).toMatchObject({ outcome: 'placing_refused', refusals: [{ why: 'post_full' }] });
    const kept = await made.region.as.read((tx) => tx.query('select place, why, superseded_at is null as stands from internship_posts where region_id = $1 order by post_id', [tx.actor.region_id]));
    expect(kept).toEqual([{ place: POST.place, why: null, stands: false }, { place: '二号厂房', why: '地点写错', stands: true }]);
  });

  test('R4-j: a policy is answered by another record; its students are told of anew, and the days that it leaves show', async () => {
    const made = await madeInternships(store);
    await place(made, ['T1', 'T2']);
    const recorded = await doing(made.registrar, (tx) => recordPolicy(tx, 'S', POLICY, { students: ['T1', 'T2'], class_id: null, programme_id: null }, LAW));
    const policy_id = recorded.outcome === 'done' ? recorded.value.policy_id : 0;
    const correct = (id: number, given: Partial<{ policy_no: string; to: typeof TO; heads: number }>, who = made.registrar) => doing(who, (tx) => correctPolicy(tx, id, { ...POLICY, ...given, why: '号码抄错' }));
    const rows = () => made.region.as.read((tx) => tx.query(`select policy_no, student_id, valid_to as "to" from register_insurance where region_id = $1 and superseded_at is null and not withdrawn and kind = 'internship_liability' order by 1, 2`, [tx.actor.region_id]));
    expect(await correct(policy_id, { heads: 1 })).toMatchObject({ outcome: 'policy_refused', why: 'more_than_heads' });
    expect(await correct(policy_id, { policy_no: 'SX-2', to: addDays(TO, -1) }, await made.post('school_registrar', 'S9'))).toEqual({ outcome: 'unknown_policy' });
    const other = await doing(made.registrar, (tx) => recordPolicy(tx, 'S', { ...POLICY, policy_no: 'SX-3' }, null, LAW));
    expect(other.outcome).toBe('done');
    expect(await correct(policy_id, { policy_no: 'SX-3' })).toMatchObject({ outcome: 'policy_refused', why: 'policy_there' });
    expect(await correct(policy_id, { policy_no: 'SX-2', to: addDays(TO, -1) })).toMatchObject({ outcome: 'done', value: { covered: 2 } });
    expect(await rows()).toEqual(['T1', 'T2'].map((student_id) => ({ policy_no: 'SX-2', student_id, to: addDays(TO, -1) })));
    const { uncovered } = await made.registrar.as.read((tx) => coverageOn(tx, { school_id: 'S', on: DAY }, LAW));
    expect(uncovered.filter(({ kind }) => kind === 'internship_liability').map(({ student_id, gaps }) => [student_id, gaps])).toEqual(['T1', 'T2'].map((id) => [id, [{ from: TO, to: TO }]]));
    const standing = await made.registrar.as.read((tx) => listPolicies(tx, { school_id: 'S', since: DAY }));
    expect(standing.map(({ policy_no, covered }) => [policy_no, covered]).sort()).toEqual([['SX-2', 2], ['SX-3', 0]]);
    expect(await correct(policy_id, {})).toEqual({ outcome: 'unknown_policy' });
  });

  test('R3-d: what a firm without an account found is recorded by the school with its page; not by whoever assesses for the school, nor where the firm has an account', async () => {
    const made = await madeInternships(store);
    const ids = await place(made, ['T1', 'T2']);
    const [one = 0, two = 0] = ids;
    await asOwner(database, `update placements set state = 'ended' where region_id = ${made.region.actor.region_id}`);
    const later = lawOn(quzhou2024.parameters, date('2026-06-30'));
    const assess = (who: MadeActor, placement_id: number) => doing(who, (tx) => recordPaperAssessment(tx, { placement_id, on: date('2026-06-26'), passed: true, note: '', assessed_by: '陈工', file: SCAN }, who.acting, later));
    const why = (answer: { readonly outcome: string }) => ('refusals' in answer ? (answer.refusals as { why: string }[]).map((refusal) => refusal.why) : answer.outcome);
    expect(why(await assess(made.registrar, one))).toEqual(['firm_has_account']);
    await asOwner(database, `update appointments set valid_to = '2026-06-01' where region_id = ${made.region.actor.region_id} and role = 'enterprise'`);
    const counsellor = await made.post('counsellor', 'S', ['K1']);
    expect(why(await assess(counsellor, one))).toEqual(['not_yours_to_do']);
    expect(why(await assess(made.registrar, one))).toBe('done');
    const bySchool = (who: MadeActor, placement_id: number) => doing(who, (tx) => actOnPlacements(tx, { act: 'assess_school', on: date('2026-06-27'), placements: [placement_id], detail: { passed: true } }, who.acting, later));
    expect(why(await bySchool(made.registrar, one))).toEqual(['same_person']);
    expect(await bySchool(counsellor, one)).toMatchObject({ outcome: 'done', value: { registered: ['T1'] } });
    expect(why(await bySchool(made.registrar, two))).toBe('done');
    expect(why(await assess(made.registrar, two))).toEqual(['same_person']);
    const [placement] = await made.registrar.as.read((tx) => placementsById(tx, [one], 'read'));
    expect(placement?.entries.map(({ act, person_id, detail }) => [act, person_id, detail.assessed_by])).toEqual([['assess_firm', made.registrar.acting.person_id, '陈工'], ['assess_school', counsellor.acting.person_id, undefined]]);
    const scan = await made.registrar.as.write((tx) => readInternshipScan(tx, one, 'assessment'));
    expect(Buffer.from(scan?.bytes ?? []).equals(SCAN.bytes)).toBe(true);
    expect(await made.registrar.as.write((tx) => readInternshipScan(tx, two, 'assessment'))).toBeNull();
  });
});
