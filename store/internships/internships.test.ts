import { expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import type { Party } from '../../core/internships/parties.ts';
import { addDays, date, type PlainDate } from '../../core/values/plain-date.ts';
import { codeOf } from '../agreements/made-agreements.ts';
import { lawOn } from '../agreements/law.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { reckonDuties } from '../duty-run.ts';
import { recordPolicy } from '../insurance/policies.ts';
import { asOwner } from '../made-people.ts';
import { findByCode, findByFile } from '../document-verification.ts';
import type { NamedHash } from '../hashes.ts';
import { madeStore } from '../made-store.ts';
import { seriesStates } from '../number-series.ts';
import { sceneOf } from '../matters/made-matters.ts';
import { madeApprovedScheme, madeSchemers } from '../schemes/made-scheme.ts';
import { openSealed } from '../../paper/seal/open-sealed.ts';
import type { Transaction } from '../transaction.ts';
import { actOnPlacements, type Doing } from './acting.ts';
import { DAY, FROM, intern, LAW, madeInternships, POST, TO, type MadeActor } from './made-internships.ts';
import { termNeeds } from './needs.ts';
import { takeInternshipPaper } from './paper.ts';
import { placementsById } from './placement.ts';
import { placeStudents } from './placing.ts';
import { closePost, listPosts, offerPost } from './posts.ts';
import { askInternshipCode, recordInternshipPaper, signInternships } from './signing.ts';

type Made = Awaited<ReturnType<typeof madeInternships>>;
const SCAN = { bytes: Buffer.from('%PDF-1.7 scan'), media_type: 'application/pdf' };
const PAPER_DAY = date('2026-02-05');
const CHANNELS = ['sms'] as const;
const AFTER = (on: PlainDate) => lawOn(quzhou2024.parameters, on);

eachDatabase('internships', (database) => {
  const store = madeStore(database);
  const kept = <A extends { readonly outcome: string }>(tx: Transaction, answer: A): A => {
    if (answer.outcome !== 'done' && !('counts' in answer)) tx.discard();
    return answer;
  };
  const place = (made: Made, students: readonly string[], given: { readonly from?: PlainDate; readonly to?: PlainDate; readonly by?: MadeActor } = {}) =>
    (given.by ?? made.registrar).as.write(async (tx) => kept(tx, await placeStudents(tx, { post_id: made.post_id, from: given.from ?? FROM, to: given.to ?? TO, students }, (given.by ?? made.registrar).acting, LAW)));
  const placed = async (made: Made, students: readonly string[]): Promise<readonly number[]> => {
    const answer = await place(made, students);
    if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer));
    return answer.placed;
  };
  const doing = (who: MadeActor, doing: Partial<Doing> & Pick<Doing, 'act' | 'placements'>, law = LAW) =>
    who.as.write(async (tx) => kept(tx, await actOnPlacements(tx, { on: PAPER_DAY, detail: {}, ...doing }, who.acting, law)));
  const paper = async (made: Made, ids: readonly number[]) => {
    for (const one of await made.registrar.as.read((tx) => placementsById(tx, ids, 'read'))) {
      const answer = await made.registrar.as.write((tx) => recordInternshipPaper(tx, { ...one, signed: { student: PAPER_DAY, firm: PAPER_DAY, school: PAPER_DAY }, file: SCAN }, made.registrar.acting, LAW));
      expect(answer).toMatchObject({ outcome: 'done', value: { completed: 1 } });
    }
  };
  const insure = (made: Made, students: readonly string[], to: PlainDate = TO, policy_no = `SX-${students.join()}`) => made.registrar.as.write(async (tx) => kept(tx, await recordPolicy(tx, 'S', {
    policy_no, kind: 'internship_liability', insurer: '示例保险', from: FROM, to, heads: 10, premium_fen: 30_000n, proof: '发票1号',
  }, { students, class_id: null, programme_id: null }, LAW)));
  const registered = async (made: Made) => made.region.as.read((tx) => tx.query<Record<string, unknown>>(
    `select student_id, employer_id, valid_from as "from", valid_to as "to", agreement_on, safety_training_on from register_internships where region_id = $1 and superseded_at is null and not withdrawn order by 1, 3`, [tx.actor.region_id]));
  const count = async (made: Made, table: string) => Number((await made.region.as.read((tx) => tx.arrays(`select count(*) from ${table} where region_id = $1`, [tx.actor.region_id])))[0]?.[0]);
  const takenBy = (who: MadeActor, id: number) => who.as.write((tx) => takeInternshipPaper(tx, id));
  const whyOf = (answer: { readonly outcome: string }) => ('refusals' in answer ? (answer.refusals as { why: string }[]).map(({ why }) => why) : answer.outcome);

  test('S2-g, S2-h: a firm with an agreement offers posts; one without does not, and nobody for another', async () => {
    const made = await madeInternships(store);
    const other = await made.post('enterprise', 'F2');
    const department = await made.post('department', 'D');
    const offer = (who: MadeActor, employer_id: string, by: string) => who.as.write(async (tx) => kept(tx, await offerPost(tx, { ...POST, employer_id }, by, DAY)));
    expect(await offer(other, 'F2', 'F2')).toMatchObject({ outcome: 'post_refused', refusal: { why: 'no_partner_agreement', id: 'F2' } });
    expect(await offer(other, 'F', 'F2')).toEqual({ outcome: 'not_allowed' });
    expect(await offer(made.firm, 'F2', 'F3')).toEqual({ outcome: 'not_allowed' });
    const offered = await offer(department, 'F', 'D');
    expect(offered).toMatchObject({ outcome: 'done' });
    expect((await made.firm.as.read((tx) => listPosts(tx, { since: DAY }))).length).toBe(2);
    expect(await other.as.write(async (tx) => kept(tx, await closePost(tx, made.post_id, '调整')))).toEqual({ outcome: 'unknown_post' });
    expect(await made.firm.as.write((tx) => closePost(tx, made.post_id, '生产调整'))).toEqual({ outcome: 'done' });
    expect(whyOf(await place(made, ['T1']))).toEqual(['post_closed']);
  });

  test('S2-g: need against offer names the shortage', async () => {
    const made = await madeInternships(store);
    const [term] = await made.registrar.as.read((tx) => termNeeds(tx, LAW)) ?? [];
    expect(term).toMatchObject({ term: '2025-2', programmes: [{ programme_id: 'P', heads: 4, own_seats: 3, placed: 3, shortage: 1 }] });
  });

  test('a class is placed in one act, all or nobody: not beyond the seats, not twice, not outside the days, not others’ students', async () => {
    const made = await madeInternships(store, [intern('T1'), intern('T2'), intern('T3'), intern('T4'), intern('O1', { school_id: 'S9', programme_id: 'Q', campus_id: '' })]);
    expect(whyOf(await place(made, ['T1', 'T2', 'T3', 'T4']))).toEqual(['post_full']);
    expect(whyOf(await place(made, ['T1'], { from: addDays(FROM, -1) }))).toEqual(['days_not_of_post']);
    expect(await place(made, ['T1', 'O1'])).toMatchObject({ outcome: 'placing_refused', refusals: [{ why: 'not_your_student', student_id: 'O1' }] });
    expect([await count(made, 'placements'), (await registered(made)).length]).toEqual([0, 0]);
    await placed(made, ['T1', 'T2']);
    expect(whyOf(await place(made, ['T2'], { from: TO }))).toEqual(['overlapping']);
    expect(whyOf(await place(made, ['T1', 'T3', 'T4']))).toEqual(['post_full']);
    expect(await registered(made)).toMatchObject([{ student_id: 'T1', employer_id: 'F', from: FROM, to: TO, agreement_on: null, safety_training_on: null }, { student_id: 'T2' }]);
  });

  test('S2-i, R4-j: a start waits for agreement, training and both insurances, and says what is missing of whom', async () => {
    const made = await madeInternships(store);
    const ids = await placed(made, ['T1', 'T2']);
    const start = () => doing(made.registrar, { act: 'start', on: FROM, placements: ids });
    const missing = async () => {
      const answer = await start();
      return answer.outcome === 'internship_refused' ? answer.refusals.map((one) => one.missing.map(({ what }) => what).join(' ')) : answer.outcome;
    };
    expect(await missing()).toEqual(['agreement training internship_liability', 'agreement training internship_liability']);
    await paper(made, ids);
    expect(await doing(made.firm, { act: 'train', placements: ids, detail: { hours: '8', led_by: '陈工', proof: '签到表1' } })).toMatchObject({ outcome: 'done', value: { done: 2 } });
    expect(await missing()).toEqual(['internship_liability', 'internship_liability']);
    await insure(made, ['T1'], addDays(TO, -1));
    await insure(made, ['T2']);
    expect(await start()).toMatchObject({ outcome: 'internship_refused', refusals: [{ student: '学生T1', why: 'papers_missing', missing: [{ what: 'internship_liability', clause: 'R4-j', gaps: [{ from: TO, to: TO }] }] }] });
    expect(await count(made, 'placement_entries')).toBe(2);
    await insure(made, ['T1'], TO, 'SX-more');
    expect(await start()).toMatchObject({ outcome: 'done', value: { done: 2 } });
    expect(await start()).toMatchObject({ outcome: 'internship_refused', refusals: [{ why: 'not_now' }, { why: 'not_now' }] });
    expect(await registered(made)).toMatchObject([{ student_id: 'T1', agreement_on: PAPER_DAY, safety_training_on: PAPER_DAY }, { student_id: 'T2' }]);
  });

  test('are signed with codes by student, firm and school in their order; a stranger, a wrong code, another post sign nothing', async () => {
    const made = await madeInternships(store);
    const [id = 0] = await placed(made, ['T1']);
    const [student, head, stranger] = [await made.family('student', 'T1'), await made.post('school_head', 'S'), await made.family('guardian', 'T2')];
    const signing = async (who: MadeActor, party: Party, content_hash?: string) => {
      const [one] = await made.region.as.read((tx) => placementsById(tx, [id], 'read'));
      return { party, items: [{ placement_id: id, content_hash: content_hash ?? one?.content_hash ?? '' }], signer: who.acting, device: 'Mozilla/5.0 (Linux; Android 14) Chrome/130', address: '10.1.2.3' };
    };
    const ask = async (who: MadeActor, party: Party, hash?: string) => { const what = await signing(who, party, hash); return who.as.write(async (tx) => kept(tx, await askInternshipCode(tx, what, LAW, CHANNELS))); };
    const sign = async (who: MadeActor, party: Party, given?: string) => {
      const what = await signing(who, party);
      const code = given ?? await codeOf(store.db(), made.region.actor.region_id, who.account);
      return who.as.write(async (tx) => kept(tx, await signInternships(tx, { ...what, code }, LAW, CHANNELS)));
    };
    expect(await ask(made.firm, 'firm')).toMatchObject({ outcome: 'internship_signature_refused', why: 'others_first' });
    expect(await ask(stranger, 'guardian')).toEqual({ outcome: 'unknown_internship' });
    expect(await ask(student, 'school')).toMatchObject({ outcome: 'internship_signature_refused', why: 'not_for_this_party' });
    expect(await ask(student, 'student', 'sha256:0')).toMatchObject({ outcome: 'internship_signature_refused', why: 'content_changed' });
    expect(await ask(student, 'student')).toMatchObject({ outcome: 'done', sent_to: '138****0000' });
    expect(await sign(student, 'student', '000000x')).toMatchObject({ outcome: 'one_time_code_wrong' });
    expect(await count(made, 'placement_signatures')).toBe(0);
    expect(await sign(student, 'student')).toMatchObject({ outcome: 'done', value: { signed: 1, completed: 0 } });
    for (const [who, party] of [[made.firm, 'firm'], [head, 'school']] as const) {
      expect(await ask(who, party)).toMatchObject({ outcome: 'done' });
      expect(await sign(who, party)).toMatchObject({ outcome: 'done', value: { completed: party === 'school' ? 1 : 0 } });
    }
    expect(await registered(made)).toMatchObject([{ student_id: 'T1', agreement_on: DAY, safety_training_on: null }]);
  });

  test('go on: visits, an interruption, an early end that frees the days; then firm and school assess, and credits say so', async () => {
    const made = await madeInternships(store);
    const ids = await placed(made, ['T1', 'T3']);
    await paper(made, ids);
    await doing(made.registrar, { act: 'train', placements: ids, detail: { hours: '8', led_by: '陈工', proof: '签到表1' } });
    await insure(made, ['T1', 'T3']);
    await doing(made.registrar, { act: 'start', on: FROM, placements: ids });
    const counsellor = await made.post('counsellor', 'S', ['K1']);
    const later = AFTER(date('2026-05-01'));
    expect(await doing(counsellor, { act: 'visit', on: date('2026-04-01'), placements: ids, detail: { note: '到岗，防护用品齐全' } }, later)).toMatchObject({ outcome: 'done' });
    expect(whyOf(await doing(counsellor, { act: 'end', on: date('2026-04-01'), placements: ids }, later))).toEqual(['not_yours_to_do', 'not_yours_to_do']);
    expect(await doing(made.firm, { act: 'interrupt', on: date('2026-04-10'), placements: ids, detail: { note: '设备检修' } }, later)).toMatchObject({ outcome: 'done' });
    expect(await doing(made.registrar, { act: 'end', on: date('2026-04-30'), placements: ids, detail: { note: '换岗' } }, later)).toMatchObject({ outcome: 'done' });
    expect((await registered(made)).map(({ to }) => to)).toEqual(['2026-04-30', '2026-04-30']);
    expect(await place(made, ['T1'], { from: date('2026-05-01') })).toMatchObject({ outcome: 'done' });
    expect(await doing(made.firm, { act: 'assess_firm', on: date('2026-04-30'), placements: ids, detail: { passed: true } }, later)).toMatchObject({ outcome: 'done', value: { registered: [] } });
    expect(await doing(counsellor, { act: 'assess_school', on: date('2026-05-01'), placements: ids, detail: { passed: true } }, later)).toMatchObject({ outcome: 'done', value: { registered: ['T1'] } });
    const credits = await made.region.as.read((tx) => tx.query(`select student_id, required, earned, internship_ok from register_credits where region_id = $1 and superseded_at is null order by 1`, [tx.actor.region_id]));
    expect(credits).toMatchObject([{ student_id: 'T1', required: '150.00', earned: '120.00', internship_ok: true }, { student_id: 'T2', internship_ok: null }]);
    // Nobody said yet what T3 must earn: the row that comes takes the result along.
    await made.region.import({ credits: [{ student_id: 'T3', required: '150', earned: '90' }, { student_id: 'T4', required: '150', earned: '90' }] });
    const late = await made.region.as.read((tx) => tx.query(`select student_id, internship_ok from register_credits where region_id = $1 and superseded_at is null and student_id in ('T3', 'T4') order by 1`, [tx.actor.region_id]));
    expect(late).toEqual([{ student_id: 'T3', internship_ok: true }, { student_id: 'T4', internship_ok: null }]);
  });

  test('R3-d, M9-b: whose result is the first to be known is given the row of the scheme in force for the cohort, once; without a scheme there is none', async () => {
    const cohort = (id: string, year: number) => intern(id, { cohort: year });
    const made = await madeInternships(store, [cohort('T1', 2021), cohort('T2', 2021), cohort('T3', 2021), cohort('T4', 2020)]);
    const scene = sceneOf(store.db(), made.region);
    await madeApprovedScheme(scene, await madeSchemers(scene), { year: 2021, today: date('2026-01-12') });
    const ids = await placed(made, ['T1', 'T3', 'T4']);
    await paper(made, ids);
    await doing(made.registrar, { act: 'train', placements: ids, detail: { hours: '8', led_by: '陈工', proof: '签到表1' } });
    await insure(made, ['T1', 'T3', 'T4']);
    await doing(made.registrar, { act: 'start', on: FROM, placements: ids });
    const later = AFTER(date('2026-05-01'));
    await doing(made.registrar, { act: 'end', on: date('2026-04-30'), placements: ids, detail: { note: '期满' } }, later);
    const rows = () => made.region.as.read((tx) => tx.query(`select student_id, required::text, earned::text, internship_ok from register_credits where region_id = $1 and superseded_at is null and student_id in ('T1', 'T3', 'T4') order by 1`, [tx.actor.region_id]));
    expect(await doing(made.firm, { act: 'assess_firm', on: date('2026-04-30'), placements: ids, detail: { passed: true } }, later)).toMatchObject({ outcome: 'done', value: { registered: [] } });
    expect(await rows()).toEqual([{ student_id: 'T1', required: '150.00', earned: '120.00', internship_ok: null }]);
    const counsellor = await made.post('counsellor', 'S', ['K1']);
    expect(await doing(counsellor, { act: 'assess_school', on: date('2026-05-01'), placements: ids, detail: { passed: true } }, later)).toMatchObject({ outcome: 'done', value: { registered: ['T1', 'T3'] } });
    expect(await rows()).toEqual([{ student_id: 'T1', required: '150.00', earned: '120.00', internship_ok: true }, { student_id: 'T3', required: '12.00', earned: '0.00', internship_ok: true }]);
  });

  test('R3-a, C7: the roll says who is on an internship, from its first day to its last, by records of its keeper; who is away begins none', async () => {
    const made = await madeInternships(store, [intern('T1'), intern('T2', { status: 'repeating' }), intern('T3')]);
    const ids = await placed(made, ['T1', 'T2', 'T3']);
    await paper(made, ids);
    await doing(made.registrar, { act: 'train', placements: ids, detail: { hours: '8', led_by: '陈工', proof: '签到表1' } });
    await insure(made, ['T1', 'T2', 'T3']);
    await made.region.import({ students: [{ ...intern('T3'), to: '2026-02-01' }, { ...intern('T3'), status: 'suspended', from: '2026-02-02' }] });
    const rolls = () => made.region.as.read((tx) => tx.query<{ student_id: string; status: string; from: PlainDate; to: PlainDate | null }>(
      `select student_id, status, valid_from as "from", valid_to as "to" from register_students where region_id = $1 and superseded_at is null and not withdrawn and student_id in ('T1', 'T2') order by 1, 3`, [tx.actor.region_id]));
    const before = await rolls();
    expect(await doing(made.registrar, { act: 'start', on: FROM, placements: ids })).toMatchObject({ outcome: 'internship_refused', refusals: [{ student: '学生T3', why: 'not_at_school' }] });
    expect(await rolls()).toEqual(before);
    const [first = 0, second = 0] = ids;
    expect(await doing(made.registrar, { act: 'start', on: FROM, placements: [first, second] })).toMatchObject({ outcome: 'done' });
    expect(await rolls()).toEqual([
      { student_id: 'T1', status: 'enrolled', from: '2025-09-01', to: addDays(FROM, -1) }, { student_id: 'T1', status: 'internship', from: FROM, to: null },
      { student_id: 'T2', status: 'repeating', from: '2025-09-01', to: null },
    ]);
    const later = AFTER(date('2026-04-30'));
    expect(await doing(made.registrar, { act: 'end', on: date('2026-04-30'), placements: [first, second], detail: { note: '期满' } }, later)).toMatchObject({ outcome: 'done' });
    expect((await rolls()).map(({ status, from }) => `${status} ${from}`)).toEqual(['enrolled 2025-09-01', `internship ${FROM}`, 'enrolled 2026-05-01', 'repeating 2025-09-01']);
    const changes = await made.region.as.read((tx) => tx.query<Record<string, unknown>>('select student_id, change, keeper, keeper_id, on_date, jsonb_array_length(evidence) as papers from roll_changes where region_id = $1 order by change_id', [tx.actor.region_id]));
    expect(changes).toEqual([
      { student_id: 'T1', change: 'begin_internship', keeper: 'college', keeper_id: 'H', on_date: FROM, papers: 1 }, { student_id: 'T1', change: 'end_internship', keeper: 'college', keeper_id: 'H', on_date: '2026-05-01', papers: 1 },
    ]);
  });

  test('S2-i: signed by all, it is a sealed paper with a number, found by its code and by its bytes, and not once it was touched', async () => {
    const made = await madeInternships(store);
    const ids = await placed(made, ['T1', 'T2']);
    expect(await count(made, 'placement_papers')).toBe(0);
    await paper(made, ids);
    const rows = await made.region.as.read((tx) => tx.query<{ number_text: string; code: string; file_hash: NamedHash }>('select number_text, code, file_hash from placement_papers where region_id = $1 order by number', [tx.actor.region_id]));
    expect(rows.map(({ number_text }) => number_text)).toEqual(['衢贯通习〔2026〕1号', '衢贯通习〔2026〕2号']);
    const file = await made.registrar.as.write((tx) => takeInternshipPaper(tx, ids[0] ?? 0));
    expect(file?.number).toBe('衢贯通习〔2026〕1号');
    expect(await takenBy(await made.family('student', 'T2'), ids[0] ?? 0)).toBeNull();
    expect(await takenBy(await made.family('student', 'T1'), ids[0] ?? 0)).not.toBeNull();
    const bytes = file?.bytes ?? new Uint8Array();
    expect([openSealed(bytes, []).fault, openSealed(Buffer.from(bytes).fill(0x20, 200, 201), []).fault]).toEqual(['not_trusted', 'touched']);
    for (const found of [await findByCode(store.db(), rows[0]?.code ?? ''), await findByFile(store.db(), bytes)]) expect(found).toMatchObject({ signed: true, standing: 'valid', statement: { kind: 'internship_agreement', issuer: '学校', number: '衢贯通习〔2026〕1号' } });
    expect(await findByFile(store.db(), Buffer.from(bytes).fill(0x20, 200, 201))).toBeNull();
    const states = await made.region.as.read((tx) => tx.whole((whole) => seriesStates(whole)));
    expect(states.find(({ series }) => series === 'internship')).toMatchObject({ last_number: 2, documents: 2, gaps: [], beyond: false });
  });

  test('one that is given up takes its row back; what is due closes with the papers and stays open without', async () => {
    const made = await madeInternships(store);
    const [first = 0, second = 0, third = 0] = await placed(made, ['T1', 'T2', 'T3']);
    expect(await doing(made.registrar, { act: 'cancel', on: DAY, placements: [third], detail: { note: '企业停产' } })).toMatchObject({ outcome: 'done' });
    expect((await registered(made)).map(({ student_id }) => student_id)).toEqual(['T1', 'T2']);
    await paper(made, [first]);
    await doing(made.registrar, { act: 'train', placements: [first], detail: { hours: '8', led_by: '陈工', proof: '签到表1' } });
    await insure(made, ['T1']);
    // As if it had been recorded then: the test runs on another day.
    await asOwner(database, `update register_insurance set recorded_at = '2026-02-18' where region_id = ${made.region.actor.region_id} and policy_no like 'SX%'`);
    await reckonDuties(store.db(), made.region.actor.region_id, { today: date('2026-02-20'), duties: quzhou2024.duties, parameters: quzhou2024.parameters });
    const due = await made.region.as.read((tx) => tx.query<{ duty: string; state: string; student: string }>(
      `select d.duty, case when d.closed_on is null then 'open' else 'closed' end as state, s.student_id as student from duties d join duty_students s on s.region_id = $1 and s.duty_key = d.duty_key where d.region_id = $1 and d.duty like 'internship%' order by 1, 3`, [tx.actor.region_id]));
    expect(due.map(({ duty, state, student }) => `${duty} ${student} ${state}`)).toEqual(['internship_insurance T1 closed', 'internship_insurance T2 open', 'internship_papers T1 closed', 'internship_papers T2 open']);
    expect(second).toBeGreaterThan(first);
  });
});
