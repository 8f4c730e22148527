import { beforeEach, expect, test, vi } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { date } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { listDocuments, readDocument } from '../documents-read.ts';
import { newcomer } from '../made-duties.ts';
import { madeStore } from '../made-store.ts';
import { lastPilotDays } from '../pilot-schools.ts';
import { idOfOpened, madeScene, wordOf, type MadeActor, type MadeScene } from './made-matters.ts';
import * as teams from './team-answers.ts';

const stands = { met: true, detail: null };
beforeEach(() => {
  vi.spyOn(teams, 'promotionTeamAnswer').mockResolvedValue(stands);
  vi.spyOn(teams, 'managementTeamAnswer').mockResolvedValue(stands);
});

const REASON = { reason: '多次整改不到位' };
const PROOF = { documents: [{ name: '验收单.pdf', sha256: 'a'.repeat(64) }] };
const FOUND = { clause: 'R1-b', severity: 'A', evidence: '东校区用房不足', due: date('2025-11-30') } as const;
const HEARD = { ...REASON, details: { number: '听〔2025〕1号', on: date('2025-12-03'), attendees: '校长等五人' }, documents: [{ name: '听证记录.pdf', sha256: 'b'.repeat(64) }] };

eachDatabase('findings and what follows from them', (database) => {
  const store = madeStore(database);
  const people = async (scene: MadeScene) => ({
    head: await scene.somebody('school_head'), registrar: await scene.somebody('school_registrar'), programme: await scene.somebody('college_programme'), leader: await scene.somebody('college_leadership'),
    county: await scene.somebody('county_bureau'), city: await scene.somebody('city_bureau'), office: await scene.somebody('office'),
  });
  const papersOf = (scene: MadeScene, id: number) => scene.as.read(async (tx) => {
    const { documents } = await listDocuments(tx, { kind: null, about: `matters/${id}`, filter: '', page: 1, per_page: 10 });
    return Promise.all(documents.map(({ document_id }) => readDocument(tx, document_id)));
  });
  type Acts = readonly (readonly [MadeActor, string, Parameters<MadeScene['step']>[3]?])[];
  const all = async (scene: MadeScene, id: number, acts: Acts): Promise<void> => {
    for (const [who, act, more] of acts) expect(wordOf(await scene.step(who, id, act, more)), act).toBe('done');
  };
  /** The school is in the pilot, its campus recognised and plated. */
  const running = async () => {
    const scene = await madeScene(store.db());
    const who = await people(scene);
    const admission = idOfOpened(await scene.open(who.head, 'pilot_admission', 'S'));
    await all(scene, admission, [[who.head, 'submit'], [who.county, 'check'], [who.office, 'admit']]);
    const recognition = idOfOpened(await scene.open(who.head, 'campus_recognition', 'C'));
    await all(scene, recognition, [[who.head, 'apply'], [who.programme, 'verify'], [who.office, 'recognise'], [who.office, 'grant_plate']]);
    return { scene, who, recognition };
  };

  test('S3-b, S3-d, S3-e: a finding is told by a numbered notice, and closed with a report of what was done', async () => {
    const scene = await madeScene(store.db());
    const { leader, head, county } = await people(scene);
    expect(await scene.open(leader, 'finding', 'S', { ...FOUND, due: date('2025-12-01') })).toEqual({ outcome: 'value_not_possible' });
    expect(await scene.open(leader, 'finding', 'S', { ...FOUND, due: date('2025-10-31') })).toEqual({ outcome: 'value_not_possible' });
    const id = idOfOpened(await scene.open(leader, 'finding', 'S', FOUND));
    const [notice] = await papersOf(scene, id);
    expect(notice).toMatchObject({ kind: 'rectification_notice', number: '衢贯通改〔2025〕1号', content: { examined_clause: 'R1-b', severity: '严重', due: '2025-11-30', found: '东校区用房不足' } });
    expect((await scene.see(id)).entries[0]?.effects).toMatchObject([{ kind: 'document', number: '衢贯通改〔2025〕1号' }]);
    await all(scene, id, [[head, 'answer', { reason: '新增教室', ...PROOF }], [county, 'close', { reason: '现场核实' }]]);
    const report = (await papersOf(scene, id)).find((one) => one?.kind === 'rectification_report');
    expect(report?.content).toMatchObject({ notice_number: '衢贯通改〔2025〕1号', action: '新增教室', proof: '验收单.pdf', recheck: '现场核实', answered_on: '2025-10-31' });
    await all(scene, id, [[county, 'reopen', REASON]]);
    expect((await papersOf(scene, id)).find((one) => one?.kind === 'rectification_report')).toMatchObject({ revoked: true });
  });

  test('B48: more time is given once, before the day, by at most thirty days, by somebody else than who asked', async () => {
    const scene = await madeScene(store.db());
    const { leader, head, county } = await people(scene);
    const id = idOfOpened(await scene.open(leader, 'finding', 'S', FOUND));
    expect(await scene.step(head, id, 'ask_extension', { ...REASON, today: date('2025-12-01') })).toMatchObject({ refusal: { guard: { id: 'extension_left' }, clause: 'S3-e' } });
    await all(scene, id, [[head, 'ask_extension', { ...REASON, today: date('2025-11-30') }]]);
    const until = (due: string) => ({ ...REASON, details: { due: date(due) }, today: date('2025-11-30') });
    expect(await scene.step(county, id, 'extend', until('2025-12-31'))).toMatchObject({ refusal: { guard: { id: 'extension_days' } } });
    expect(await scene.step(county, id, 'extend', until('2025-11-30'))).toMatchObject({ refusal: { guard: { id: 'extension_days' } } });
    await all(scene, id, [[county, 'extend', until('2025-12-30')]]);
    expect(await scene.step(head, id, 'ask_extension', { ...REASON, today: date('2025-12-29') })).toMatchObject({ refusal: { guard: { id: 'extension_left' } } });
  });

  test('S3-f: without a failed rectification, a hearing with its record, or a second person nobody is stopped', async () => {
    const { scene, who } = await running();
    const id = idOfOpened(await scene.open(who.leader, 'pilot_stop', 'S'));
    expect(await scene.step(who.leader, id, 'propose', REASON)).toMatchObject({ refusal: { guard: { id: 'failed_rectification' }, clause: 'S3-f' } });
    const finding = idOfOpened(await scene.open(who.leader, 'finding', 'S', FOUND));
    expect(wordOf(await scene.step(who.leader, id, 'propose', { ...REASON, today: date('2025-11-30') }))).toBe('guard');
    await all(scene, id, [[who.leader, 'propose', { ...REASON, today: date('2025-12-01') }]]);
    expect((await scene.see(id)).entries.at(-1)?.guards[0]?.detail?.zh).toBe(`事项 ${finding}（R1-b）逾期 1 天`);
    const hear = (more: object) => scene.step(who.office, id, 'hear', { ...HEARD, today: date('2025-12-05'), ...more });
    expect(await hear({ documents: [] })).toMatchObject({ refusal: { guard: { id: 'minutes' } } });
    expect(await hear({ details: { ...HEARD.details, on: date('2025-11-30') } })).toMatchObject({ refusal: { guard: { id: 'hearing' } } });
    expect(await hear({ details: { ...HEARD.details, on: date('2025-12-06') } })).toMatchObject({ refusal: { guard: { id: 'hearing' } } });
    expect(wordOf(await scene.step(who.office, id, 'decide', REASON))).toBe('not_now');
    expect(wordOf(await hear({}))).toBe('done');
    expect(wordOf(await scene.step(who.leader, id, 'decide', REASON))).toBe('not_your_role');
    await all(scene, id, [[who.office, 'decide', { ...REASON, today: date('2025-12-08') }]]);
    expect(wordOf(await scene.step(who.office, id, 'confirm'))).toBe('not_your_role');
    expect([...await scene.as.read((tx) => tx.whole(lastPilotDays))]).toEqual([]);
  });

  test('S3-f: reports of other years, and one that leaves the end out, open the pilot of a stopped school no more', async () => {
    const { scene, who } = await running();
    const told = (on: string, pilot_to = '') => ({ school_id: 'S', on, total_land_m2: '200000', total_building_m2: '90000', total_equipment_yuan: '20000000', secondary_students: 1000, secondary_teachers: 80, pilot_from: '2025-10-31', pilot_to });
    await scene.import({ schools: [told('2025-11-01')] }, { file: { name: 'a', sha256: 'a' } });
    idOfOpened(await scene.open(who.leader, 'finding', 'S', FOUND));
    const id = idOfOpened(await scene.open(who.leader, 'pilot_stop', 'S'));
    const day = (today: string, more: object = {}) => ({ ...REASON, today: date(today), ...more });
    await all(scene, id, [
      [who.leader, 'propose', day('2025-12-01')], [who.office, 'hear', { ...HEARD, today: date('2025-12-05') }], [who.office, 'decide', day('2025-12-08')], [who.city, 'confirm', day('2025-12-10')], [who.office, 'settle', day('2025-12-20', PROOF)]]);
    const stopped = async () => {
      expect([...await scene.as.read((tx) => tx.whole(lastPilotDays))]).toEqual([['S', '2025-12-10']]);
      expect(await scene.open(who.leader, 'pilot_stop', 'S', {}, date('2025-12-21'))).toEqual({ outcome: 'decided_already' });
    };
    await stopped();
    await scene.import({ schools: [told('2025-12-15')] }, { file: { name: 'b', sha256: 'b' } });
    await stopped();
  });

  test('S3-f: a stopped school loses campus and plate, takes nobody in, and loses no one; once all is put right it is resumed', async () => {
    const { scene, who, recognition } = await running();
    const rolls = () => scene.as.read(async (tx) => (await loadRows(tx, 'students', {})).map(({ student_id, status, school_id }) => [student_id, status, school_id]));
    expect((await scene.import({ students: [newcomer('T1'), newcomer('T2', { cohort: 2024, grade: 2 })] })).outcome).toBe('done');
    const before = await rolls();
    const finding = idOfOpened(await scene.open(who.leader, 'finding', 'S', FOUND));
    const id = idOfOpened(await scene.open(who.leader, 'pilot_stop', 'S'));
    const day = (today: string, more: object = {}) => ({ ...REASON, today: date(today), ...more });
    await all(scene, id, [
      [who.leader, 'propose', day('2025-12-01')], [who.office, 'hear', { ...HEARD, today: date('2025-12-05') }], [who.office, 'decide', day('2025-12-08')], [who.city, 'confirm', day('2025-12-10')]]);
    expect((await scene.as.read((tx) => loadRows(tx, 'schools', {})))[0]).toMatchObject({ pilot_from: '2025-10-31', pilot_to: '2025-12-10' });
    expect((await scene.as.read((tx) => loadRows(tx, 'campuses', {})))[0]?.status).toBe('suspended');
    expect(await scene.see(recognition)).toMatchObject({ state: 'ended', open: false });
    const plates = await scene.as.read((tx) => tx.query('select act, on_date from campus_plates where region_id = $1 order by entry_no', [scene.region_id]));
    expect(plates).toEqual([{ act: 'granted', on_date: '2025-10-31' }, { act: 'withdrawn', on_date: '2025-12-10' }]);
    expect((await papersOf(scene, recognition)).map((one) => one?.revoked)).toEqual([true, true]);
    const [decision] = await papersOf(scene, id);
    expect(decision).toMatchObject({ kind: 'pilot_stop', number: '衢贯通停〔2025〕1号', content: { last_day: '2025-12-10', hearing_number: '听〔2025〕1号', campuses: [{ outcome: '撤销认定，收回牌子' }] } });
    // The registers of this school tell of no money: there is nothing to settle, and the paper says so or names what is not known.
    expect(decision?.content).toMatchObject({ funds_note: '', held: [] });
    expect((decision?.content as { students?: unknown } | undefined)?.students).toEqual([{ grade: '1 年级', students: 1 }, { grade: '2 年级', students: 1 }, { grade: '4 年级', students: 268 }]);
    expect(await rolls()).toEqual(before);

    expect(await scene.step(who.office, id, 'settle', day('2025-12-20'))).toMatchObject({ refusal: { guard: { id: 'settlement_paper' } } });
    await all(scene, id, [[who.office, 'settle', day('2025-12-20', PROOF)]]);
    expect(await scene.open(who.leader, 'pilot_stop', 'S', {}, date('2025-12-21'))).toEqual({ outcome: 'decided_already' });
    const resume = idOfOpened(await scene.open(who.leader, 'pilot_resume', 'S', {}, date('2025-12-21')));
    expect(await scene.step(who.leader, resume, 'propose', day('2025-12-21'))).toMatchObject({ refusal: { guard: { id: 'findings_closed' }, clause: 'S3-e' } });
    await all(scene, finding, [[who.head, 'answer', day('2025-12-22', PROOF)], [who.county, 'close', day('2025-12-23')]]);
    await all(scene, resume, [[who.leader, 'propose', day('2025-12-24')], [who.office, 'decide', day('2025-12-25')], [who.city, 'confirm', day('2025-12-26')]]);
    expect((await scene.as.read((tx) => loadRows(tx, 'schools', {}))).map(({ on, pilot_from, pilot_to }) => [on, pilot_from, pilot_to]).sort()).toEqual([['2025-09-01', '2025-10-31', '2025-12-10'], ['2025-12-26', '2025-12-26', null]]);
    // What the school says of itself later opens nothing again, and what it was before the stop stays known.
    expect(await scene.open(who.leader, 'pilot_resume', 'S', {}, date('2025-12-27'))).toEqual({ outcome: 'decided_already' });
    expect([...await scene.as.read((tx) => tx.whole(lastPilotDays))]).toEqual([]);
    expect((await papersOf(scene, resume))[0]).toMatchObject({ kind: 'pilot_resume', number: '衢贯通停〔2025〕2号' });
  });
});
