import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import type { AnsweredLine } from '../../core/supervision/answers.ts';
import type { VisitKind } from '../../core/supervision/visit.ts';
import { addDays, date, type PlainDate } from '../../core/values/plain-date.ts';
import { attachFile, listAttachments } from '../attachments.ts';
import { standingDocuments } from '../documents-read.ts';
import { madeStore } from '../made-store.ts';
import { madeScene, type MadeActor, type MadeScene } from '../matters/made-matters.ts';
import { loadMatters } from '../matters/matter.ts';
import { madeApprovedScheme, madeSchemers } from '../schemes/made-scheme.ts';
import type { Transaction } from '../transaction.ts';
import { checklistOf } from './checklist-of.ts';
import { correctVisit, recordVisit, type NewVisit, type Recorded } from './record-visit.ts';
import { documentOfVisit, loadVisit, loadVisits, visitObject } from './visit.ts';

const TODAY = date('2025-10-31');
const given = { pack: quzhou2024, today: TODAY };
const met = (line: string): AnsweredLine => ({ line, answer: 'met', remark: '', severity: null });
const wanting = (line: string, severity: 'A' | 'B' | 'C' = 'B', remark = '两门课程未开'): AnsweredLine => ({ line, answer: 'not_met', remark, severity });
const outcome = (recorded: Recorded): string => (recorded.outcome === 'answers_wrong' ? recorded.problems.map(({ line, why }) => `${line} ${why}`).join() : recorded.outcome);
const idOf = (recorded: Recorded): number => {
  if (recorded.outcome !== 'done') throw new Error(JSON.stringify(recorded));
  return recorded.visit_id;
};

eachDatabase('supervision visits', (database) => {
  const store = madeStore(database);
  let scene: MadeScene;
  let academic: MadeActor;
  let scheme = 0;

  beforeAll(async () => {
    scene = await madeScene(store.db());
    const imported = await scene.import({
      organisations: [{ org_id: 'H2', name: '二学院', kind: 'college', division_code: '330802' }],
      programmes: [
        { programme_id: 'P', school_id: 'S', college_id: 'H', campus_id: 'C', secondary_code: '660103', higher_code: '460103', name: '数控', enterprises: 'F' },
        { programme_id: 'P2', school_id: 'S', college_id: 'H', secondary_code: '660301', higher_code: '460301', name: '机电' },
        { programme_id: 'P3', school_id: 'S2', college_id: 'H2', secondary_code: '660301', higher_code: '460301', name: '机电' },
      ],
    });
    if (imported.outcome !== 'done') throw new Error(JSON.stringify(imported));
    const people = await madeSchemers(scene);
    academic = people.academic;
    scheme = await madeApprovedScheme(scene, people, { year: 2024 });
  });

  const act = async (who: MadeActor, work: (tx: Transaction) => Promise<Recorded>): Promise<Recorded> => (await scene.of(who)).write(async (tx) => {
    const answer = await work(tx);
    if (answer.outcome !== 'done') tx.discard();
    return answer;
  });
  const linesOf = (kind: VisitKind, on = TODAY) => scene.as.read((tx) => tx.whole(async (whole) => (await checklistOf(whole, { kind, college_id: 'H', school_id: 'S', on }, quzhou2024) ?? []).map(({ line }) => line)));
  const answered = async (kind: VisitKind, on: PlainDate, ...other: AnsweredLine[]) => (await linesOf(kind, on)).map((line) => other.find((one) => one.line === line) ?? met(line));
  const visit = async (other: Partial<NewVisit> = {}, ...found: AnsweredLine[]): Promise<NewVisit> =>
    ({ kind: 'quality', college_id: 'H', school_id: 'S', on: TODAY, visitors: '张三、李四', note: '', lines: await answered(other.kind ?? 'quality', other.on ?? TODAY, ...found), ...other });
  const record = async (who: MadeActor, of: NewVisit) => act(who, (tx) => recordVisit(tx, of, given));
  const counts = () => scene.as.read(async (tx) => [(await loadVisits(tx)).length, (await loadMatters(tx, { kind: 'finding' })).length, Number((await tx.arrays('select count(*) from documents where region_id = $1', [tx.actor.region_id]))[0]?.[0])]);

  test('S3-a: the checklist is made from the scheme in force on the day of the visit, and asks for one where there is none', async () => {
    expect(await linesOf('quality')).toEqual([`courses/${scheme}`, `grades/${scheme}`, `certificates/${scheme}`, 'scheme/P2', 'sample_test', 'ideology']);
    expect((await linesOf('quality', date('2025-10-30')))[0]).toBe('scheme/P');
  });

  test('S3-a, S3-b: a visit stands as it was recorded, each line that is not met has its finding, due by severity, and the notice of it', async () => {
    const visit_id = idOf(await record(academic, await visit({}, wanting(`courses/${scheme}`, 'B'), wanting('ideology', 'C', '每周少一课时'), { ...met('sample_test'), answer: 'not_looked_at' })));
    const stored = await (await scene.of(academic)).read((tx) => loadVisit(tx, visit_id));
    expect(stored).toMatchObject({ year: 2025, term: 1, answers: null, answered_by: null });
    const findings = (stored?.lines ?? []).filter(({ matter_id }) => matter_id !== null);
    expect(findings.map(({ line }) => line).sort()).toEqual([`courses/${scheme}`, 'ideology']);
    const due: (PlainDate | undefined)[] = [];
    for (const { matter_id } of findings.toSorted((a, b) => (a.line < b.line ? -1 : 1))) {
      const matter = await scene.see(matter_id as number);
      due.push(matter.entries[0]?.details?.due);
      expect(matter.entries[0]?.details?.evidence).toMatch(new RegExp(`[^。]：.*（检查记录 ${visit_id}）$`));
      expect(matter.entries[0]?.effects.map(({ kind }) => kind)).toEqual(['document']);
    }
    expect(due).toEqual([addDays(TODAY, 60), addDays(TODAY, 90)]);
    const document = await (await scene.of(academic)).read((tx) => tx.query<{ content: string; number_text: string }>('select e.content, d.number_text from document_editions e join documents d using (region_id, document_id) where d.region_id = $1 and d.about = $2', [tx.actor.region_id, visitObject(visit_id)]));
    expect(document[0]?.number_text).toMatch(/贯通督〔2025〕1号$/);
    const content = JSON.parse(document[0]?.content ?? '') as { met: number; not_met: number; not_looked_at: number; lines: { answer: string; notice: string }[] };
    expect([content.met, content.not_met, content.not_looked_at]).toEqual([3, 2, 1]);
    expect(content.lines.filter(({ answer }) => answer === '不符合').map(({ notice }) => /贯通改〔2025〕\d号$/.test(notice))).toEqual([true, true]);
  });

  test('a refused visit leaves nothing behind: a day to come, a school of another college, answers that do not fit', async () => {
    const before = await counts();
    expect(outcome(await record(academic, await visit({ on: addDays(TODAY, 1) })))).toBe('day_to_come');
    expect(outcome(await record(academic, await visit({ school_id: 'S2' })))).toBe('not_your_school');
    expect(outcome(await record(academic, await visit({ college_id: 'H2', school_id: 'S2' })))).toBe('not_your_school');
    expect(outcome(await record(await scene.somebody('college_academic', 'H2'), await visit()))).toBe('not_your_school');
    expect(outcome(await record(await scene.somebody('school_head'), await visit()))).toBe('not_your_school');
    expect(outcome(await record(academic, await visit({ lines: [...await answered('quality', TODAY), met('R1-b')] })))).toBe('R1-b unknown_line');
    expect(outcome(await record(academic, await visit({}, wanting('ideology', 'B', '  '))))).toBe('ideology remark_missing');
    expect(outcome(await record(academic, await visit({}, { ...wanting('ideology'), severity: null })))).toBe('ideology severity_missing');
    const lawless = { pack: { ...quzhou2024, parameters: quzhou2024.parameters.filter(({ key }) => key !== 'rectify.days.C') }, today: TODAY };
    const half = await visit({}, wanting(`courses/${scheme}`, 'B'), wanting('ideology', 'C'));
    expect(outcome(await act(academic, (tx) => recordVisit(tx, half, lawless)))).toBe('no_rules');
    expect(await counts()).toEqual(before);
  });

  test('S3-c, S3-d: a visit on conduct has a line for each statement of the annex; programme office and leadership record as well', async () => {
    for (const role of ['college_programme', 'college_leadership'] as const) {
      const who = await scene.somebody(role);
      const id = idOf(await record(who, await visit({ kind: 'conduct' }, wanting('R1-d', 'A', `宿舍不足（${role}）`))));
      const stored = await (await scene.of(who)).read((tx) => loadVisit(tx, id));
      expect(stored).toMatchObject({ year: 2025, term: null });
      const matter = await scene.see(stored?.lines.find(({ line }) => line === 'R1-d')?.matter_id ?? 0);
      expect(matter.entries[0]?.details).toMatchObject({ clause: 'R1-d', severity: 'A', due: addDays(TODAY, 30) });
    }
  });

  test('a correction is a record that answers the visit: its notice stands, a new one is issued for what is found now, the old document holds no more', async () => {
    const first = idOf(await record(academic, await visit({ on: date('2025-10-20') }, wanting('scheme/P2'))));
    const seen = { on: date('2025-10-21'), visitors: '张三', note: '', reason: '日期有误' };
    const correct = async (visit_id: number, lines: readonly AnsweredLine[], more: Partial<typeof seen> = {}) => act(academic, (tx) => correctVisit(tx, { visit_id, ...seen, ...more, lines }, given));
    const checked = await scene.as.read(async (tx) => (await loadVisit(tx, first))?.checklist ?? []);
    const lines = (...found: AnsweredLine[]) => checked.map(({ line }) => found.find((one) => one.line === line) ?? met(line));
    expect(outcome(await correct(first, lines(wanting('scheme/P2', 'A'))))).toBe('scheme/P2 severity_decided');
    expect(outcome(await correct(first, lines(), { on: date('2025-08-31') }))).toBe('other_period');
    const second = idOf(await correct(first, lines(wanting('scheme/P2', 'B', '两门课程未开，已约谈'), wanting('sample_test', 'C', '缺考未补'))));
    const [was, is] = await scene.as.read(async (tx) => [await loadVisit(tx, first), await loadVisit(tx, second)]);
    const matterOf = (of: typeof was, line: string) => of?.lines.find((one) => one.line === line)?.matter_id ?? null;
    expect([was?.answered_by, is?.answers, is?.reason]).toEqual([second, first, '日期有误']);
    expect(matterOf(is, 'scheme/P2')).toBe(matterOf(was, 'scheme/P2'));
    expect([matterOf(was, 'sample_test'), matterOf(is, 'sample_test') === null]).toEqual([null, false]);
    expect(outcome(await correct(first, lines()))).toBe('corrected_already');
    const standing = (visit_id: number) => scene.as.read(async (tx) => (await standingDocuments(tx, visitObject(visit_id), ['supervision_record'])).length);
    expect([await standing(first), await standing(second)]).toEqual([0, 1]);
  });

  test('is read by the school, its county and the region, and by nobody of another place; photos hang at it', async () => {
    const visit_id = idOf(await record(academic, await visit({ kind: 'conduct' })));
    const reads = async (role: MadeActor['role'], at?: string) => (await scene.of(await scene.somebody(role, at))).read(async (tx) => (await loadVisit(tx, visit_id)) !== null);
    const of: Record<string, boolean> = {};
    for (const [role, at] of [['school_head', 'S'], ['school_registrar', 'S'], ['county_bureau', 'B2'], ['city_bureau', 'B1'], ['office', 'O1'], ['school_head', 'S2'], ['county_bureau', 'B3'], ['college_academic', 'H2']] as const) of[`${role} ${at}`] = await reads(role, at);
    expect(of).toEqual({
      'school_head S': true, 'school_registrar S': true, 'county_bureau B2': true, 'city_bureau B1': true, 'office O1': true, 'school_head S2': false, 'county_bureau B3': false, 'college_academic H2': false,
    });
    const photo = { name: '现场.png', media_type: 'image/png', bytes: new Uint8Array([137, 80]), about: visitObject(visit_id), purpose: '' };
    expect((await (await scene.of(academic)).write((tx) => attachFile(tx, photo))).outcome).toBe('done');
    const stranger = await scene.of(await scene.somebody('college_academic', 'H2'));
    expect((await stranger.write(async (tx) => { const tried = await attachFile(tx, photo); tx.discard(); return tried; })).outcome).toBe('unknown_object');
    expect(await (await scene.of(await scene.somebody('school_head'))).read(async (tx) => [(await listAttachments(tx, visitObject(visit_id))).length, await documentOfVisit(tx, visit_id) !== null])).toEqual([1, true]);
  });
});
