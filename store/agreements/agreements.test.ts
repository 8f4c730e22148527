import type { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import { openSealed } from '../../paper/seal/open-sealed.ts';
import { findByCode, findByFile } from '../document-verification.ts';
import { newcomer, signed } from '../made-duties.ts';
import { asOwner } from '../made-people.ts';
import { madeStore } from '../made-store.ts';
import { reckonDuties } from '../duty-run.ts';
import { confirmAgreement } from './confirming.ts';
import { handOver, takePaper } from './copies.ts';
import { drawUpAgreements, redrawAgreement } from './drawing-up.ts';
import { listAgreements } from './listing.ts';
import { lawOn } from './law.ts';
import { agreementOf, FILLED, LAW, madeAgreements, readOf, signs, SIGNING_DAY, type MadeSigner } from './made-agreements.ts';
import { recordPaper } from './paper.ts';

type Made = Awaited<ReturnType<typeof madeAgreements>>;
const SCAN = { bytes: Buffer.from('%PDF-1.7 scan'), media_type: 'application/pdf' };

eachDatabase('agreements of students', (database) => {
  const store = madeStore(database);
  const everybody = async (made: Made, student_id = 'T1') => ({
    student: await made.family('student', student_id), guardian: await made.family('guardian', student_id), head: await made.post('school_head', 'S', 'school'), college: await made.post('college_programme', 'H', 'college'),
  });
  const read = async (made: Made, student_id = 'T1') => readOf(await agreementOf(made.registrar.as, made.idOf(student_id)));
  const sign = async (made: Made, who: MadeSigner, student_id = 'T1') => signs(store.db(), who, [await read(made, student_id)]);
  const registered = async (made: Made, student_id = 'T1') => made.region.as.read(async (tx) =>
    (await tx.query<Record<string, unknown>>(
      `select signed_student_on, signed_guardian_on, signed_school_on, signed_college_on, places, copies_issued from register_agreements where region_id = $1 and student_id = $2 and superseded_at is null`, [tx.actor.region_id, student_id]))[0] ?? null);
  const count = async (made: Made, table: string) => Number((await made.region.as.read((tx) => tx.arrays(`select count(*) from ${table} where region_id = $1`, [tx.actor.region_id])))[0]?.[0]);

  test('R3-e: are signed by the family, the school, the college; each writes its day, and the last brings about the paper', async () => {
    const made = await madeAgreements(store);
    const { student, guardian, head, college } = await everybody(made);
    expect(await sign(made, student)).toMatchObject({ outcome: 'done', value: { signed: 1, completed: 0 } });
    expect(await registered(made)).toMatchObject({ signed_student_on: SIGNING_DAY, signed_guardian_on: null, places: ['S', 'S', 'S', 'C', 'C'], copies_issued: 0n });
    expect(await sign(made, guardian)).toMatchObject({ outcome: 'done' });
    expect(await sign(made, head)).toMatchObject({ outcome: 'done' });
    expect(await count(made, 'agreement_papers')).toBe(0);
    expect(await sign(made, college)).toMatchObject({ outcome: 'done', value: { completed: 1 } });
    expect(await registered(made)).toMatchObject({ signed_guardian_on: SIGNING_DAY, signed_school_on: SIGNING_DAY, signed_college_on: SIGNING_DAY });
    const { holds, signatures } = await agreementOf(made.registrar.as, made.idOf('T1'));
    expect([holds, signatures.map(({ party, way, confirmed_at }) => [party, way, confirmed_at])]).toEqual([1, ['student', 'guardian', 'school', 'college'].map((party) => [party, 'electronic', '138****0000'])]);
  });

  test('are refused out of order, twice, without the code, by a stranger, by the guardian of another child; nothing of it is kept', async () => {
    const made = await madeAgreements(store);
    const { student, guardian, head, college } = await everybody(made);
    const other = await made.family('guardian', 'T2');
    expect(await sign(made, head)).toMatchObject({ outcome: 'signature_refused', why: 'others_first' });
    expect(await sign(made, college)).toMatchObject({ outcome: 'signature_refused', why: 'others_first' });
    expect(await sign(made, other)).toEqual({ outcome: 'unknown_agreement' });
    expect(await signs(store.db(), { ...student, party: 'guardian' }, [await read(made)])).toMatchObject({ outcome: 'signature_refused', why: 'not_for_this_party' });
    expect(await signs(store.db(), student, [await read(made)], { code: '000000x' })).toMatchObject({ outcome: 'one_time_code_wrong' });
    expect(await signs(store.db(), guardian, [await read(made)], { code: '123456' })).toMatchObject({ outcome: expect.stringMatching(/^one_time_code_/) });
    expect([await count(made, 'agreement_signatures'), await count(made, 'agreement_acts'), await registered(made)]).toEqual([0, 0, null]);
  });

  test('R3-f: bind what was read: another version refuses the signature, and takes back what was signed of the one before', async () => {
    const made = await madeAgreements(store);
    const { student } = await everybody(made);
    const before = await read(made);
    await sign(made, student);
    const redraw = (tuition_yuan: string, version = 1) => made.registrar.as.write(async (tx) => {
      const filled = { ...FILLED, years: FILLED.years.map((year, at) => (at === 4 ? { ...year, tuition_yuan } : year)) };
      const answer = await redrawAgreement(tx, { agreement_id: made.idOf('T1'), version, reason: '第五学年学费有误' }, filled, LAW);
      if (answer.outcome !== 'done') tx.discard();
      return answer;
    });
    expect(await redraw('6600')).toEqual({ outcome: 'same_content' });
    expect(await redraw('7000')).toEqual({ outcome: 'done', version: 2 });
    expect(await redraw('7100')).toEqual({ outcome: 'changed_meanwhile' });
    expect(await registered(made)).toMatchObject({ signed_student_on: null });
    expect(await signs(store.db(), student, [before])).toMatchObject({ outcome: 'signature_refused', why: 'content_changed' });
    await asOwner(database, `update one_time_codes set made_at = made_at - interval '2 minutes'`);
    expect(await sign(made, student)).toMatchObject({ outcome: 'done' });
  });

  test('go on holding while another version is being signed', async () => {
    const made = await madeAgreements(store);
    const agreement = await read(made);
    const days = { student: date('2025-09-03'), guardian: date('2025-09-03'), school: date('2025-09-05'), college: date('2025-09-06') };
    expect(await made.registrar.as.write((tx) => recordPaper(tx, { ...agreement, signed: days, file: SCAN }, LAW))).toMatchObject({ outcome: 'done', value: { completed: 1 } });
    await made.registrar.as.write((tx) => redrawAgreement(tx, { agreement_id: agreement.agreement_id, version: 1, reason: '换校区' }, { ...FILLED, terms: '另有约定。' }, LAW));
    await sign(made, await made.family('student', 'T1'));
    expect(await registered(made)).toMatchObject({ signed_student_on: '2025-09-03', signed_college_on: '2025-09-06' });
    const { listed: [listed] } = await made.registrar.as.read((tx) => listAgreements(tx, { cohort: 2025, school_id: null, programme_id: null }, LAW));
    expect(listed).toMatchObject({ state: 'signed', renewing: true, version: 2, missing: ['guardian', 'school', 'college'], signed_on: '2025-09-06' });
  });

  test('B62: of a class are signed by the college in one act, whose list’s hash is kept; one that cannot be signed stops all', async () => {
    const made = await madeAgreements(store, Array.from({ length: 12 }, (_, at) => newcomer(`T${at + 1}`)));
    const [head, college] = [await made.post('school_head', 'S', 'school'), await made.post('college_programme', 'H', 'college')];
    const all = await Promise.all(made.drawn.made.map(({ student_id }) => read(made, student_id)));
    const paper = (students: readonly number[]) => Promise.all(students.map((at) => made.registrar.as.write((tx) => recordPaper(tx, { ...(all[at] as (typeof all)[0]), signed: { student: SIGNING_DAY, guardian: SIGNING_DAY }, file: SCAN }, LAW))));
    await paper([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await signs(store.db(), head, all)).toMatchObject({ outcome: 'signature_refused', why: 'others_first' });
    expect(await signs(store.db(), head, all.slice(0, 11))).toMatchObject({ outcome: 'done', value: { signed: 11 } });
    expect(await count(made, 'agreement_acts')).toBe(1);
    expect(await signs(store.db(), college, all.slice(0, 11))).toMatchObject({ outcome: 'done', value: { signed: 11, completed: 11, list_hash: expect.stringMatching(/^sha256:/) } });
    const numbers = await made.region.as.read((tx) => tx.arrays('select number_text from agreement_papers where region_id = $1 order by number', [tx.actor.region_id]));
    expect(numbers.map(([text]) => text)).toEqual(Array.from({ length: 11 }, (_, at) => `衢贯通协〔2025〕${at + 1}号`));
  });

  test('by twenty at once are each counted once', async () => {
    const made = await madeAgreements(store, Array.from({ length: 20 }, (_, at) => newcomer(`T${at + 1}`)));
    const students = await Promise.all(made.drawn.made.map(async ({ student_id }) => ({ who: await made.family('student', student_id), item: await read(made, student_id) })));
    const answers = await Promise.all(students.map(({ who, item }) => signs(store.db(), who, [item])));
    expect(answers.map(({ outcome }) => outcome)).toEqual(Array(20).fill('done'));
    const one = students[0] as (typeof students)[0];
    await asOwner(database, `update one_time_codes set made_at = made_at - interval '2 minutes'`);
    const again = await Promise.all(Array.from({ length: 5 }, () => signs(store.db(), one.who, [one.item])));
    expect(new Set(again.map((answer) => ('why' in answer ? answer.why : answer.outcome)))).toEqual(new Set(['signed_already']));
    expect([await count(made, 'agreement_signatures'), await count(made, 'agreement_acts')]).toEqual([20, 20]);
  });

  test('the sealed paper is found by its code and by its bytes, and not once it was touched', async () => {
    const made = await madeAgreements(store);
    const item = await read(made);
    await made.registrar.as.write((tx) => recordPaper(tx, { ...item, signed: { student: SIGNING_DAY, guardian: SIGNING_DAY, school: SIGNING_DAY, college: SIGNING_DAY }, file: SCAN }, LAW));
    const guardian = await made.family('guardian', 'T1');
    const taken = await guardian.as.write((tx) => takePaper(tx, { agreement_id: item.agreement_id, version: null, family: '家长T1' }, LAW));
    const bytes = taken?.bytes ?? Buffer.alloc(0);
    const authorities: readonly X509Certificate[] = store.db().press.seal().chain;
    expect(openSealed(bytes, authorities)).toMatchObject({ fault: null });
    const verified = await findByFile(store.db(), bytes);
    expect(verified).toMatchObject({ standing: 'valid', signed: true, statement: { number: '衢贯通协〔2025〕1号', kind: 'student_agreement', issuer: '学院' } });
    expect(await findByCode(store.db(), verified?.statement.code ?? '')).toMatchObject({ standing: 'valid' });
    expect(JSON.stringify(verified?.statement)).not.toMatch(/家长|钟/);
    const touched = Buffer.from(bytes);
    touched[1000] = (touched[1000] ?? 0) ^ 1;
    expect([openSealed(touched, authorities).fault, await findByFile(store.db(), touched)]).toEqual(['touched', null]);
    // R3-g: their first download is their copy.
    expect(await registered(made)).toMatchObject({ copies_issued: 1n });
    const over = (holder: 'family' | 'school' | 'college', on = SIGNING_DAY) => made.registrar.as.write((tx) => handOver(tx, { agreement_id: item.agreement_id, holder, received_by: '教务处', received_on: on }, LAW));
    expect([(await over('family')).outcome, await over('school'), await over('college', date('2025-09-11')), await over('college')])
      .toEqual(['copy_there', { outcome: 'done', value: { copies: 2 } }, { outcome: 'day_not_possible' }, { outcome: 'done', value: { copies: 3 } }]);
    const other = await made.family('guardian', 'T2');
    expect(await other.as.write((tx) => takePaper(tx, { agreement_id: item.agreement_id, version: null, family: 'x' }, LAW))).toBeNull();
  });

  test('R3-h: of a class are drawn up once; who lacks something is named with what', async () => {
    const made = await madeAgreements(store);
    const asked = { school_id: 'S', cohort: 2025, programme_id: null, class_id: null, students: null };
    const again = await made.registrar.as.write((tx) => drawUpAgreements(tx, asked, FILLED, LAW));
    expect(again).toMatchObject({ outcome: 'done', value: { made: [], there: ['T1', 'T2'], lacking: [] } });
    await made.region.import({ students: [newcomer('T3', { programme_id: 'P', school_id: 'S' })] });
    expect(await made.registrar.as.write((tx) => drawUpAgreements(tx, asked, FILLED, LAW))).toMatchObject({ value: { made: [], lacking: [{ student_id: 'T3', lacking: [{ part: 'parties', what: 'guardian' }] }] } });
    const stranger = await made.post('school_registrar', 'S2', 'school');
    expect(await stranger.as.write(async (tx) => { const answer = await drawUpAgreements(tx, asked, FILLED, LAW); tx.discard(); return answer; })).toEqual({ outcome: 'no_students' });
  });

  test('R3-e: close what the school owes, in time on the last day and late on the day after', async () => {
    const made = await madeAgreements(store);
    const owed = async (on: string) => {
      await reckonDuties(store.db(), made.region.actor.region_id, { today: date(on), duties: quzhou2024.duties, parameters: quzhou2024.parameters });
      return made.region.as.read(async (tx) => (await tx.query<{ closed_on: string | null; due_on: string }>(
        `select d.closed_on, d.due_on from duties d join duty_students s on s.region_id = $1 and s.duty_key = d.duty_key where d.region_id = $1 and d.duty = 'agreement' order by s.student_id`, [tx.actor.region_id])));
    };
    expect(await owed('2025-09-10')).toMatchObject([{ closed_on: null, due_on: '2025-10-09' }, { closed_on: null }]);
    const on = async (student_id: string, day: string) => made.registrar.as.write(async (tx) =>
      recordPaper(tx, { ...await read(made, student_id), signed: { student: date(day), guardian: date(day), school: date(day), college: date(day) }, file: SCAN }, lawOn(quzhou2024.parameters, date('2025-10-20'))));
    await on('T1', '2025-10-09');
    await on('T2', '2025-10-10');
    expect((await owed('2025-10-20')).map(({ closed_on }) => closed_on)).toEqual(['2025-10-09', '2025-10-10']);
    const { listed } = await made.registrar.as.read((tx) => listAgreements(tx, { cohort: 2025, school_id: 'S', programme_id: null }, lawOn(quzhou2024.parameters, date('2025-10-20'))));
    expect(listed.map(({ student_id, late, state }) => [student_id, late, state])).toEqual([['T1', false, 'signed'], ['T2', true, 'signed']]);
  });

  test('B23: are confirmed in year 4 by the student, and not before', async () => {
    const made = await madeAgreements(store, [newcomer('T1', { birth_date: '2006-01-01' }), newcomer('T2')]);
    const item = await read(made);
    await made.registrar.as.write((tx) => recordPaper(tx, { ...item, signed: { student: SIGNING_DAY, school: SIGNING_DAY, college: SIGNING_DAY }, file: SCAN }, LAW));
    const student = await made.family('student', 'T1');
    const confirm = (on: string) => student.as.write(async (tx) => {
      const answer = await confirmAgreement(tx, { ...item, party: 'student', signer: student.signer, device: '', address: '' }, lawOn(quzhou2024.parameters, date(on)));
      if (answer.outcome !== 'done') tx.discard();
      return answer;
    });
    expect(await confirm('2028-09-10')).toEqual({ outcome: 'confirmation_refused', why: 'not_year_4' });
    await made.region.import({ students: [newcomer('T1', { programme_id: 'P', school_id: 'S', birth_date: '2006-01-01', to: '2028-08-31' }), newcomer('T1', { programme_id: 'P', school_id: 'S', campus_id: 'C', birth_date: '2006-01-01', stage: 'higher', grade: 4, from: '2028-09-01' })] });
    expect(await confirm('2028-09-10')).toMatchObject({ outcome: 'done' });
    expect(await confirm('2028-09-11')).toEqual({ outcome: 'confirmation_refused', why: 'confirmed_already' });
  });

  test('that stood in the register before are not undone by a version that is being signed', async () => {
    const made = await madeAgreements(store);
    await made.region.import({ agreements: [signed('T1', '2025-09-04')] });
    await sign(made, await made.family('student', 'T1'));
    expect(await registered(made)).toMatchObject({ signed_student_on: '2025-09-04', signed_college_on: '2025-09-04', copies_issued: 3n });
  });
});
