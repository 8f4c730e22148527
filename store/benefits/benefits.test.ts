import { expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import type { ClaimAct } from '../../core/benefits/claim.ts';
import { date } from '../../core/values/plain-date.ts';
import { announceSession, appraisalDemand, enrolStudents, listSessions } from '../appraisals/sessions.ts';
import { reckonDuties } from '../duty-run.ts';
import { DAY, intern, LAW, madeInternships, type MadeActor } from '../internships/made-internships.ts';
import { madeStore } from '../made-store.ts';
import type { Transaction } from '../transaction.ts';
import { addBenefit, listBenefits, listClaims, stepClaim } from './benefits.ts';

const GRADUATE = intern('G1', { status: 'graduated', grade: 5, from: '2025-06-30' });

eachDatabase('appraisal sessions and benefits', (database) => {
  const store = madeStore(database);
  const kept = <A extends { readonly outcome: string }>(tx: Transaction, answer: A): A => {
    if (answer.outcome !== 'done') tx.discard();
    return answer;
  };

  test('S2-d: a department announces sessions, seats stand against need, schools enrol until they are full', async () => {
    const made = await madeInternships(store);
    const [department, other] = [await made.post('department', 'D'), await made.post('school_registrar', 'S9')];
    const session = { occupation: '车工', level: '3', site: '一号鉴定站', on: date('2026-04-18'), seats: 2, programmes: ['P'] };
    const announce = (who: MadeActor, by: string, given: object = {}) => who.as.write(async (tx) => kept(tx, await announceSession(tx, { ...session, ...given }, by, DAY)));
    expect(await announce(made.registrar, 'D')).toEqual({ outcome: 'not_allowed' });
    expect(await announce(department, 'D', { on: date('2026-02-09') })).toEqual({ outcome: 'day_not_possible' });
    const announced = await announce(department, 'D');
    await announce(department, 'D', { level: '5', seats: 90 });
    if (announced.outcome !== 'done') throw new Error(announced.outcome);
    // A session for beginners helps nobody to graduate.
    expect(await made.registrar.as.read((tx) => appraisalDemand(tx, LAW))).toMatchObject([{ programme_id: 'P', heads: 4, own_seats: 2, placed: 2, shortage: 2 }]);
    const enrol = (who: MadeActor, ...students: string[]) => who.as.write(async (tx) => kept(tx, await enrolStudents(tx, announced.session_id, students, who.acting, LAW)));
    expect(await enrol(made.registrar, 'T1', 'T2', 'T3')).toMatchObject({ outcome: 'enrolment_refused', why: 'session_full' });
    expect(await enrol(other, 'T1')).toMatchObject({ outcome: 'enrolment_refused', why: 'not_your_student', student_id: 'T1' });
    expect(await enrol(made.registrar, 'T1')).toEqual({ outcome: 'done', enrolled: 1 });
    expect(await enrol(made.registrar, 'T1')).toMatchObject({ outcome: 'enrolment_refused', why: 'enrolled_already' });
    await made.region.import({ certificates: [{ student_id: 'T1', kind: 'skill', name: '车工', level: '3', number: 'S000033000012263000456', issued_on: '2026-05-10', verified: 'yes' }] });
    expect(await other.as.read((tx) => listSessions(tx, DAY))).toMatchObject([{ enrolled: 1, certified: 1 }, { enrolled: 0 }]);
    expect(await made.registrar.as.read((tx) => appraisalDemand(tx, LAW))).toMatchObject([{ heads: 3, shortage: 1 }]);
  });

  test('S2-e: each graduate has the list; a claim is answered by another, and a refusal is the office’s difficulty until it is claimed anew', async () => {
    const made = await madeInternships(store, [GRADUATE, intern('T1')]);
    const [department, stranger] = [await made.post('department', 'D'), await made.post('school_registrar', 'S9')];
    const added = await department.as.write((tx) => addBenefit(tx, { name: '高技能人才购房补贴', basis: '示例〔2025〕1号', from: date('2025-01-01') }, 'D'));
    if (added.outcome !== 'done') throw new Error(added.outcome);
    const step = (who: MadeActor, to: ClaimAct, given: { student_id?: string; reason?: string; on?: string } = {}) => who.as.write(async (tx) =>
      kept(tx, await stepClaim(tx, { benefit_id: added.benefit_id, student_id: given.student_id ?? 'G1', to, on: date(given.on ?? '2026-01-05'), reason: given.reason ?? '' }, who.acting, DAY)));
    expect((await stranger.as.read(listBenefits)).map(({ name }) => name)).toEqual(['高技能人才购房补贴']);
    expect(await made.registrar.as.read((tx) => listClaims(tx, { student_id: null }))).toMatchObject([{ student_id: 'G1', state: 'not_claimed' }]);
    expect(await department.as.read((tx) => listClaims(tx, { student_id: null }))).toEqual([]);
    expect(await step(stranger, 'claimed')).toEqual({ outcome: 'unknown_claim' });
    expect(await step(made.registrar, 'claimed', { student_id: 'T1' })).toEqual({ outcome: 'unknown_claim' });
    expect(await step(made.registrar, 'granted')).toEqual({ outcome: 'unknown_claim' });
    expect(await step(department, 'granted')).toMatchObject({ outcome: 'claim_refused', why: 'not_now' });
    expect(await step(made.registrar, 'claimed', { on: '2025-06-29' })).toMatchObject({ outcome: 'claim_refused', why: 'day_not_possible' });
    expect(await step(made.registrar, 'claimed')).toMatchObject({ outcome: 'done' });
    expect(await department.as.read((tx) => listClaims(tx, { student_id: null }))).toMatchObject([{ student_id: 'G1', name: '学生G1', state: 'claimed' }]);
    expect(await step(department, 'refused')).toMatchObject({ outcome: 'claim_refused', why: 'reason_missing' });
    expect(await step(department, 'refused', { reason: '缺劳动合同', on: '2026-01-20' })).toMatchObject({ outcome: 'done' });
    const difficulties = async () => {
      await reckonDuties(store.db(), made.region.actor.region_id, { today: DAY, duties: quzhou2024.duties, parameters: quzhou2024.parameters });
      return made.region.as.read((tx) => tx.query(`select owed_by, closed_on is null as open from duties where region_id = $1 and duty = 'benefit_difficulty'`, [tx.actor.region_id]));
    };
    expect(await difficulties()).toEqual([{ owed_by: ['office@*'], open: true }]);
    expect(await step(made.registrar, 'claimed', { on: '2026-02-01' })).toMatchObject({ outcome: 'done' });
    expect(await difficulties()).toEqual([{ owed_by: ['office@*'], open: false }]);
    expect(await step(department, 'granted', { on: '2026-02-09' })).toMatchObject({ outcome: 'done', state: 'granted' });
  });
});
