import { expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { addDays, date, type PlainDate } from '../../core/values/plain-date.ts';
import { DAY, FROM, LAW, intern, madeInternships, TO, type MadeActor } from '../internships/made-internships.ts';
import { placeStudents } from '../internships/placing.ts';
import { madeStore } from '../made-store.ts';
import type { Transaction } from '../transaction.ts';
import { coverageOn } from './coverage.ts';
import { coverStudents, listPolicies, recordPolicy, type Covering } from './policies.ts';

type Made = Awaited<ReturnType<typeof madeInternships>>;
const everybody: Covering = { programme_id: null, class_id: null, students: null };
const named = (...students: string[]): Covering => ({ ...everybody, students });

eachDatabase('insurance', (database) => {
  const store = madeStore(database);
  const kept = <A extends { readonly outcome: string }>(tx: Transaction, answer: A): A => {
    if (answer.outcome !== 'done') tx.discard();
    return answer;
  };
  const draft = { policy_no: 'SX-1', kind: 'internship_liability' as const, insurer: '示例保险', from: FROM, to: TO, heads: 2, premium_fen: 24_000n, proof: '发票1号' };
  const record = (who: MadeActor, covering: Covering | null, given: object = {}) => who.as.write(async (tx) => kept(tx, await recordPolicy(tx, 'S', { ...draft, ...given }, covering, LAW)));
  const uncovered = async (who: MadeActor, on: PlainDate = DAY) => (await who.as.read((tx) => coverageOn(tx, { school_id: null, on }, LAW))).uncovered.map(({ student_id, kind, gaps }) => `${student_id} ${kind} ${gaps.map(({ from, to }) => `${from}–${to}`).join(' ')}`);
  const place = (made: Made, students: readonly string[]) => made.registrar.as.write((tx) => placeStudents(tx, { post_id: made.post_id, from: FROM, to: TO, students }, made.registrar.acting, LAW));

  test('R4-j: a policy covers a class, no more heads than were bought, and stands once', async () => {
    const made = await madeInternships(store);
    expect(await record(made.registrar, { ...everybody, class_id: 'K1' })).toMatchObject({ outcome: 'policy_refused', why: 'more_than_heads' });
    expect((await made.registrar.as.read((tx) => listPolicies(tx, { school_id: null, since: DAY }))).length).toBe(0);
    expect(await record(made.registrar, named('T1'))).toMatchObject({ outcome: 'done', value: { covered: 1 } });
    expect(await record(made.registrar, null)).toMatchObject({ outcome: 'policy_refused', why: 'policy_there' });
    const [policy] = await made.registrar.as.read((tx) => listPolicies(tx, { school_id: 'S', since: DAY }));
    expect(policy).toMatchObject({ policy_no: 'SX-1', heads: 2, covered: 1, premium_fen: 24_000n });
    const cover = (covering: Covering) => made.registrar.as.write(async (tx) => kept(tx, await coverStudents(tx, policy?.policy_id ?? 0, covering, LAW)));
    expect(await cover(named('T1', 'T2', 'T3'))).toMatchObject({ outcome: 'policy_refused', why: 'more_than_heads' });
    expect(await cover(named('T2'))).toMatchObject({ outcome: 'done', value: { covered: 2 } });
    expect(await cover(named('nobody'))).toMatchObject({ outcome: 'policy_refused', why: 'not_your_students' });
  });

  test('is recorded by its school, read by finance and the bureau without names, and by no other school', async () => {
    const made = await madeInternships(store);
    const [other, finance, bureau] = [await made.post('school_registrar', 'S9'), await made.post('school_finance', 'S'), await made.post('city_bureau', 'G')];
    expect(await record(other, named('T1'))).toEqual({ outcome: 'not_allowed' });
    expect(await record(finance, named('T1'))).toEqual({ outcome: 'not_allowed' });
    await record(made.registrar, named('T1'));
    expect((await finance.as.read((tx) => listPolicies(tx, { school_id: null, since: DAY }))).length).toBe(1);
    expect((await other.as.read((tx) => listPolicies(tx, { school_id: null, since: DAY }))).length).toBe(0);
    await place(made, ['T1', 'T2']);
    const seen = await bureau.as.read((tx) => coverageOn(tx, { school_id: null, on: DAY }, LAW));
    expect(seen).toEqual({ uncovered: [], schools: [{ school_id: 'S', kind: 'school_liability', heads: 4, uncovered: 0 }, { school_id: 'S', kind: 'internship_liability', heads: 2, uncovered: 1 }] });
  });

  test('R4-j: every uncovered student stands by name with the days, of today and of the internship to come', async () => {
    const made = await madeInternships(store, [intern('T1'), intern('T2'), intern('T3', { class_id: 'K2' })]);
    expect(await uncovered(made.registrar)).toEqual([]);
    await place(made, ['T1', 'T2']);
    expect(await uncovered(made.registrar)).toEqual([`T1 internship_liability ${FROM}–${TO}`, `T2 internship_liability ${FROM}–${TO}`]);
    await record(made.registrar, named('T1'), { to: addDays(TO, -1) });
    await record(made.registrar, named('T2'), { policy_no: 'SX-2', from: date('2026-03-15') });
    expect(await uncovered(made.registrar)).toEqual([`T1 internship_liability ${TO}–${TO}`, `T2 internship_liability ${FROM}–2026-03-14`]);
    expect(await uncovered(made.registrar, date('2026-03-15'))).toEqual([`T1 internship_liability ${TO}–${TO}`]);
    // The insurance year after: nobody has bought it yet.
    expect((await uncovered(made.registrar, date('2026-09-01'))).filter((one) => one.includes('school_liability')).length).toBe(3);
  });
});
