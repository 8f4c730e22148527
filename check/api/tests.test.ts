import { beforeAll, describe, expect, test } from 'vitest';
import { drawBy } from '../../core/sample-tests/draw.ts';
import { decimal } from '../../core/values/exact.ts';
import { readTyped } from '../../core/check/made-dataset.ts';
import { date } from '../../core/values/plain-date.ts';
import { importDataset } from '../../store/import.ts';
import { programActor } from '../../store/program-actor.ts';
import { listRegions } from '../../store/regions.ts';
import { onDatabase } from '../databases.ts';
import { activated, openOffices, type Person, type Slip } from './offices.ts';
import { serve } from './served.ts';
import { codeOfProblem, type Problem } from './visitor.ts';

interface Test { readonly state: string; readonly draw: { readonly students: readonly { readonly student_id: string; readonly name: string | null; readonly score: string | null; readonly state: string | null }[] } | null; readonly results: readonly { readonly school_id: string; readonly sat: number; readonly awaited: number; readonly outcome: string }[] | null; readonly findings: readonly string[]; readonly document_id: string | null; readonly may_hold: boolean }
interface Season { readonly counts: Record<string, number>; readonly students: readonly { readonly student_id: string; readonly name: string | null; readonly decision: string; readonly test_state: string }[]; readonly publications: readonly { readonly address: string; readonly open: boolean }[]; readonly appeals: readonly { readonly appeal_id: string; readonly may_answer: boolean; readonly verdict: string | null }[]; readonly may_sit: readonly string[]; readonly may_resit: readonly string[] }

onDatabase('embedded', 'tests over HTTP', (database) => {
  const served = serve(database, { sample: false });
  const offices = openOffices(served);

  describe('M9-c: a sample test', () => {
    let academic: Person;
    let sample_test_id = '';
    const params = () => ({ sample_test_id });
    const read = (who: Person) => who.get<Test>('readSampleTest', { params: params() });
    beforeAll(async () => { academic = await offices.appointed('college_academic', { org_id: 'H1' }); });

    test('is planned once however often it is sent, and drawn by the seed that was announced', async () => {
      const json = { college_id: 'H1', title: '公共基础课抽测', grades: [1, 2], programmes: [], test_on: '2025-11-20', papers: '语文、数学', seed: { way: 'public', source: '双色球 2025120 期' } };
      const key = { headers: { 'idempotency-key': 'one-test' } };
      ({ sample_test_id } = await academic.get<{ sample_test_id: string }>('planSampleTest', { json, ...key }));
      expect(await academic.get('planSampleTest', { json, ...key })).toEqual({ sample_test_id });
      expect(codeOfProblem(await academic.ask('drawSample', { params: params(), json: { seed: '03 08' } }))).toBe('test_refused');
      await academic.get('closeSampleList', { params: params() });
      await academic.get('drawSample', { params: params(), json: { seed: '03 08 11 17 29 33 05' } });
      expect((await read(academic)).state).toBe('drawn');
    });

    test('a school in reach downloads the list and draws the same, without a name in it; others are told of no test', async () => {
      const head = await offices.appointed('school_head', { org_id: 'S2' });
      const { content, seed } = await head.get<{ content: string; seed: string }>('readSampleList', { params: params() });
      const { students, rules } = JSON.parse(content) as { students: { student_id: string; class_id: string | null; school_id: string }[]; rules: { all: boolean; minimum: number; share: string } };
      expect(Object.keys(students[0] ?? {}).sort()).toEqual(['class_id', 'school_id', 'student_id']);
      const drawn = drawBy(students, seed, { ...rules, share: decimal(rules.share) }).drawn.map(({ student_id }) => student_id);
      const seen = await read(head);
      expect(seen.draw?.students.map(({ student_id }) => student_id)).toEqual(drawn);
      expect(seen.draw?.students.every(({ name, state }) => name === null && state === null)).toBe(true);
      expect(codeOfProblem(await offices.office().ask('readSampleTest', { params: params() }))).toBe('not_allowed');
      expect(codeOfProblem(await head.ask('scoreSampleTest', { params: params(), json: { scores: [{ student_id: drawn[0] ?? '', score: '60' }] } }))).toBe('not_allowed');
    });

    test('a wrong cell is told with its line and clause; absent is no zero; low results open findings that the school answers', async () => {
      const ids = (await read(academic)).draw?.students.map(({ student_id }) => student_id) ?? [];
      const score = (scores: { student_id: string; score: string }[]) => academic.ask<Problem & { errors?: { path: string; code: string }[]; detail: string }>('scoreSampleTest', { params: params(), json: { scores } });
      const wrong = await score([{ student_id: ids[0] ?? '', score: '100.5' }, { student_id: '20990101', score: '60' }]);
      expect(codeOfProblem(wrong)).toBe('scores_wrong');
      expect([wrong.body.errors?.map(({ path, code }) => `${path} ${code}`), wrong.body.detail.includes('M9-c')]).toEqual([['scores[0].score above_full_marks', 'scores[1].student_id unknown_student'], true]);
      expect((await read(academic)).results?.every(({ sat, awaited, outcome }) => sat === 0 && awaited > 0 && outcome === 'undetermined')).toBe(true);
      expect(codeOfProblem(await academic.ask('reportSampleTest', { params: params() }))).toBe('test_refused');
      expect((await score(ids.map((student_id, at) => ({ student_id, score: at === 0 ? '缺考' : '40' })))).status).toBe(201);
      await academic.get('reportSampleTest', { params: params() });
      const done = await read(academic);
      expect(done.draw?.students[0]).toMatchObject({ score: null, state: 'absent' });
      expect(done.findings).toHaveLength(done.results?.length ?? 0);
      expect(done.document_id).not.toBeNull();
      const school = done.results?.[0]?.school_id ?? '';
      const head = await offices.appointed('school_head', { org_id: school });
      const { matters } = await head.get<{ matters: { matter_id: string; mine: string[] }[] }>('listMatters', { query: { kind: 'finding' } });
      expect(matters.map(({ mine }) => mine)).toEqual([['answer', 'ask_extension']]);
      expect(codeOfProblem(await head.ask('stepMatter', { params: { matter_id: matters[0]?.matter_id ?? '' }, json: { act: 'answer', version: 1, reason: '已补课' } }))).toBe('guard_unmet');
    });
  });

  describe('M9-d: the step-up test', () => {
    const season = { college_id: 'H1', year: '2025' };
    let academic: Person;
    const read = (who: Person) => who.get<Season>('readSeason', { params: season });
    beforeAll(async () => { academic = await offices.appointed('college_academic', { org_id: 'H1' }); });

    test('whoever was in the final grade on the day is on the list, with the scores that the register has; conduct that nobody reported leaves everybody undecided', async () => {
      await academic.get('arrangeSeason', { json: { college_id: 'H1', year: 2025, test_on: '2025-04-12', resit_on: '2025-05-17', place: '主校区' } });
      const { counts, students } = await read(academic);
      expect([counts['registered'], counts['undecided'], students.length]).toEqual([166, 166, 166]);
      expect(students.every(({ name, test_state }) => name === null && test_state === 'scored')).toBe(true);
      const registrar = await offices.appointed('school_registrar', { org_id: 'S2' });
      const own = await read(registrar);
      expect([own.students.length, own.students.every(({ name }) => name !== null), own.may_sit]).toEqual([43, true, []]);
      expect((await read(await offices.appointed('college_leadership', { org_id: 'H1' }))).students).toEqual([]);
      expect(codeOfProblem(await academic.ask('publishSeason', { params: season }))).toBe('test_refused');
    });

    test('published where anybody reads it: masked names of those who step up; a student objects, another person answers', async () => {
      const { students } = await read(academic);
      const roll = await offices.appointed('college_roll', { org_id: 'H1' });
      await addConduct(students.map(({ student_id }) => student_id));
      const open = (await read(academic)).may_resit;
      if (open.length > 0) await academic.get('scoreSeason', { params: season, json: { resit: true, scores: open.map((student_id) => ({ student_id, score: '缺考' })) } });
      await academic.get('publishSeason', { params: season });
      const { publications: [published], counts } = await read(roll);
      const page = await (await fetch(`${served.origin()}${published?.address}`)).text();
      expect([...page.matchAll(/<tr>/g)].length).toBe((counts['passed'] ?? 0) + 1 + 3 + 1);
      const names = new Set((await read(roll)).students.flatMap(({ name }) => name ?? []));
      expect([...names].filter((name) => name.length > 1 && page.includes(name))).toEqual([]);
      expect(page).not.toMatch(/2022\d{4}|3308\d{2}|1\d{10}/);
      expect((await fetch(`${served.origin()}/published`)).status).toBe(200);
      expect((await fetch(`${served.origin()}/published/aaaa-bbbb-cccc-dddd`)).status).toBe(404);

      const second = new Set((await read(await offices.appointed('school_registrar', { org_id: 'S2' }))).students.map((one) => one.student_id));
      const student_id = students.find((one) => second.has(one.student_id))?.student_id ?? '';
      const student = await familyOf(student_id, 'S2');
      const own = await student.get<{ students: { student_id: string; lines: unknown[]; season: { may_appeal: boolean; published: { decision: string } | null } | null }[] }>('readMyTests', {});
      expect(own.students).toMatchObject([{ student_id, season: { may_appeal: true } }]);
      const appeal = { college_id: 'H1', year: 2025, student_id, text: '成绩有误' };
      const key = { headers: { 'idempotency-key': 'one-appeal' } };
      const { appeal_id } = await student.get<{ appeal_id: string }>('appealStepUp', { json: appeal, ...key });
      expect(await student.get('appealStepUp', { json: appeal, ...key })).toEqual({ appeal_id });
      expect(codeOfProblem(await student.ask('appealStepUp', { json: { ...appeal, student_id: students[0]?.student_id === student_id ? students[1]?.student_id : students[0]?.student_id } }))).toBe('unknown_season');
      const answer = (who: Person) => who.ask<Problem>('answerAppeal', { params: { appeal_id }, json: { verdict: 'rejected', reason: '已核查原卷' } });
      expect(codeOfProblem(await answer(academic))).toBe('same_person');
      expect(codeOfProblem(await answer(roll))).toBe('not_allowed');
      const leader = await offices.appointed('college_leadership', { org_id: 'H1' });
      expect((await read(leader)).appeals).toMatchObject([{ appeal_id, may_answer: true }]);
      expect((await answer(leader)).status).toBe(201);
    });

    /** The schools report conduct. */
    async function addConduct(ids: readonly string[]): Promise<void> {
      const { dataset, problems } = readTyped({ credits: ids.map((student_id) => ({ student_id, required: 140, earned: 84, conduct_ok: 'yes' })) });
      const [region] = await listRegions(served.database());
      const reply = await importDataset(served.database(), {
        actor: programActor(region?.region_id ?? 0), dataset, problems, as_of: date('2025-10-31'), replace: [], file: { name: 'credits', sha256: 'b'.repeat(64) },
      });
      expect(reply.outcome).toBe('done');
    }

    async function familyOf(student_id: string, school: string): Promise<Person> {
      const registrar = await offices.appointed('school_registrar', { org_id: school });
      const { person, slip } = await registrar.get<{ person: { person_id: string }; slip: Slip }>('addPerson', { json: { kind: 'student', student_id } });
      return activated(served, slip, person.person_id);
    }
  });
});
