import pg from 'pg';
import { expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import type { Role } from '../../core/access/roles.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { ANSWERERS, QUESTIONS } from '../../core/surveys/questions.ts';
import { addDays, date } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { madeAccount } from '../made-people.ts';
import { addPerson } from '../people.ts';
import { madeScene, type MadeActor, type MadeScene } from '../matters/made-matters.ts';
import { madeStore } from '../made-store.ts';
import { answerSurvey } from './answer.ts';
import { answeredSoFar, surveyResults } from './results.ts';
import { loadSurveys, openSurvey, withdrawSurvey, type NewSurvey } from './surveys.ts';

const ON = date('2025-12-01');
const LAST = date('2025-12-15');
const AFTER = addDays(LAST, 1);
const SURVEY: NewSurvey = { year: 2025, opens_on: ON, closes_on: LAST, groups: ANSWERERS };
const all = (score: number) => Object.fromEntries(QUESTIONS.map(({ id }) => [id, score]));

eachDatabase('the survey of a year', (database) => {
  const store = madeStore(database);
  const open = async (made: MadeScene, who: MadeActor, part: Partial<NewSurvey> = {}, today = ON) => {
    const done = await (await made.of(who)).write(async (tx) => {
      const answer = await openSurvey(tx, { ...SURVEY, ...part }, { pack: DEFAULT_PACK, today });
      if (answer.outcome !== 'done') tx.discard();
      return answer;
    });
    return done.outcome === 'done' ? done.id : done.why;
  };
  const answer = async (made: MadeScene, who: Pick<MadeActor, 'account'>, survey_id: string, score: number, { remark = '', today = ON, scores = all(score) } = {}) => (await made.of(who)).write(async (tx) => {
    const done = await answerSurvey(tx, { survey_id: Number(survey_id), scores, remark }, today);
    if (done.outcome !== 'done') tx.discard();
    return done.outcome === 'done' ? 'counted' : done.why;
  });
  const answers = async (made: MadeScene, survey_id: string, role: Role, org_id: string, scores: readonly number[], remark = ''): Promise<void> => {
    for (const score of scores) expect(await answer(made, await made.somebody(role, org_id), survey_id, score, { remark })).toBe('counted');
  };
  const seen = async (made: MadeScene, who: MadeActor, today = AFTER) => (await made.of(who)).read(async (tx) => {
    const [survey] = await loadSurveys(tx);
    if (survey === undefined) throw new Error('there is no survey');
    return (await surveyResults(tx, survey, today))?.map(({ group, total, units, remarks }) => ({
      group, total: total === null ? null : [total.answered, total.sums[0]], units: units.map(({ unit, shown }) => [unit, shown?.answered ?? null]), remarks,
    })) ?? null;
  });

  test('S3-h: is opened by the office once a year, for days to come, and anew where it was withdrawn', async () => {
    const made = await madeScene(store.db());
    const [office, head] = [await made.somebody('office'), await made.somebody('school_head')];
    await expect(open(made, head)).rejects.toThrow(/row-level security/);
    expect(await open(made, office, { groups: [] })).toBe('nobody');
    expect(await open(made, office, { opens_on: date('2025-11-30') })).toBe('days_wrong');
    expect(await open(made, office, { closes_on: date('2025-11-30') })).toBe('days_wrong');
    const id = await open(made, office, { closes_on: ON });
    expect(await open(made, office)).toBe('held_already');
    const withdraw = async (reason: string) => (await made.of(office)).write(async (tx) => {
      const done = await withdrawSurvey(tx, Number(id), reason);
      if (done.outcome !== 'done') tx.discard();
      return done.outcome === 'done' ? 'done' : done.why;
    });
    expect([await withdraw(' '), await withdraw('题目有误'), await withdraw('再来一次')]).toEqual(['reason_missing', 'done', 'withdrawn_already']);
    expect(await answer(made, head, id, 4)).toBe('not_open');
    expect(Number(await open(made, office))).toBeGreaterThan(Number(id));
  });

  test('S3-h: each answers once, in full, within its days, and only those who are asked', async () => {
    const made = await madeScene(store.db());
    const [office, head, firm, auditor] = [await made.somebody('office'), await made.somebody('school_head'), await made.somebody('enterprise', 'F'), await made.somebody('auditor')];
    const id = await open(made, office, { opens_on: addDays(ON, 1), groups: ['school_staff'] });
    const day = { today: addDays(ON, 1) };
    expect(await answer(made, head, id, 4)).toBe('not_open');
    expect(await answer(made, head, id, 4, { today: AFTER })).toBe('not_open');
    expect(await answer(made, firm, id, 4, day)).toBe('not_asked');
    await expect(answer(made, auditor, id, 4, day)).resolves.toBe('not_asked');
    expect(await answer(made, head, id, 6, day)).toBe('answers_wrong');
    expect(await answer(made, head, id, 4, { ...day, scores: { whole: 4 } })).toBe('answers_wrong');
    expect(await answer(made, head, '999', 4, day)).toBe('unknown_survey');
    expect(await answer(made, head, id, 4, { today: LAST })).toBe('counted');
    expect(await answer(made, head, id, 1, { today: LAST })).toBe('answered_already');
    expect(await (await made.of(office)).read((tx) => answeredSoFar(tx, id))).toBe(1);
  });

  test('S3-h: four are not shown and five are, from the day after the last, cut to the places in reach', async () => {
    const made = await madeScene(store.db());
    const [office, head, other, county] = [await made.somebody('office'), await made.somebody('school_head'), await made.somebody('school_head', 'S2'), await made.somebody('county_bureau')];
    const id = await open(made, office);
    await answers(made, id, 'school_registrar', 'S', [5, 5, 5, 4], '食堂排队久');
    expect(await seen(made, office)).toEqual([{ group: 'school_staff', total: null, units: [['org:S', null]], remarks: null }]);
    await answers(made, id, 'school_registrar', 'S', [1], '实训多些');
    expect(await seen(made, office, LAST)).toBeNull();
    const words = ['实训多些', '食堂排队久', '食堂排队久', '食堂排队久', '食堂排队久'].sort();
    expect(await seen(made, office)).toEqual([{ group: 'school_staff', total: [5, 20], units: [['org:S', 5]], remarks: words }]);
    await answers(made, id, 'school_registrar', 'S2', [2, 2, 2, 2]);
    // Four of the other school: with the total they would be told by whatever else is shown.
    expect(await seen(made, office)).toEqual([{ group: 'school_staff', total: [9, 28], units: [['org:S', null], ['org:S2', null]], remarks: words }]);
    await answers(made, id, 'school_registrar', 'S2', [2]);
    const own = (unit: string) => [{ group: 'school_staff', total: [10, 30], units: [[unit, 5]], remarks: null }];
    expect([await seen(made, head), await seen(made, other), await seen(made, county)]).toEqual([own('org:S'), own('org:S2'), own('org:S')]);
  });

  test('S3-h: nothing that lies in the database says what somebody answered, and nobody sees who did', async () => {
    const made = await madeScene(store.db());
    const [office, head, other] = [await made.somebody('office'), await made.somebody('school_head'), await made.somebody('school_head', 'S2')];
    const id = await open(made, office);
    await answer(made, other, id, 2, { remark: '乙' });
    await answer(made, head, id, 5, { remark: '甲' });
    await answers(made, id, 'school_registrar', 'S', [3, 3, 3], '丙');
    const owner = new pg.Client(database.connection());
    await owner.connect();
    try {
      const rows = async (sql: string) => (await owner.query({ text: sql, rowMode: 'array' })).rows.filter(([region]) => region === made.region_id).map(([, ...rest]) => rest as unknown[]);
      expect(await rows('select region_id, * from survey_tallies order by unit')).toEqual([
        [made.region_id, BigInt(id), 'school_staff', 'org:S', 4, QUESTIONS.map(() => 14)], [made.region_id, BigInt(id), 'school_staff', 'org:S2', 1, QUESTIONS.map(() => 2)],
      ].map((row) => row.map((value) => (typeof value === 'bigint' ? String(value) : value))));
      // One row for all of them, sorted: neither the order of rows nor the transaction that wrote a row tells of one of them.
      expect(await rows('select region_id, texts from survey_remarks')).toEqual([[['丙', '丙', '丙', '乙', '甲']]]);
      const audited = await rows(`select region_id, action, object, detail from audit_entries where action = 'survey.answer'`);
      expect(audited).toEqual(Array.from({ length: 5 }, () => ['survey.answer', `surveys/${id}`, {}]));
      const columns = (await owner.query(`select distinct column_name from information_schema.columns where table_name in ('survey_places', 'survey_tallies', 'survey_remarks', 'survey_marks') order by 1`)).rows.map(({ column_name }) => column_name);
      expect(columns).toEqual(['account', 'answered', 'answerers', 'page', 'region_id', 'scopes', 'sums', 'survey_id', 'texts', 'unit']);
    } finally {
      await owner.end();
    }
    const marks = async (who: MadeActor) => (await made.of(who)).read((tx) => tx.arrays('select account from survey_marks'));
    expect([await marks(office), await marks(head)]).toEqual([[], [[head.account]]]);
    for (const table of ['survey_tallies', 'survey_remarks']) expect(await (await made.of(head)).read((tx) => tx.arrays(`select * from ${table}`))).toEqual([]);
  });

  test('S3-h: students and teachers count at their campus, those whom no register places at their organisation', async () => {
    const made = await madeScene(store.db());
    const id = await open(made, await made.somebody('office'));
    const [row] = await made.as.read((tx) => loadRows(tx, 'students', {}));
    const [campus, student_id] = [`campus:${row?.campus_id}`, String(row?.student_id)];
    const student = await made.as.write((tx) => addPerson(tx, { kind: 'student', name: '学生', account: `survey-${made.region_id}`, password: 'lantern river 马', student_id }));
    expect(student.outcome).toBe('done');
    const staff = await madeAccount(made.as, 'teacher', { org_id: 'S', staff_no: String((await made.as.read((tx) => loadRows(tx, 'staff', {})))[0]?.person_id) });
    const nowhere = await madeAccount(made.as, 'counsellor', { org_id: 'S', classes: ['none'] });
    for (const who of [{ account: `survey-${made.region_id}` }, staff, nowhere]) expect(await answer(made, who, id, 4)).toBe('counted');
    const units = await made.as.read((tx) => tx.whole((whole) => whole.arrays('select answerers, unit from survey_tallies where region_id = $1 order by 1, 2', [made.region_id])));
    expect(units).toEqual([['student', campus], ['teacher', campus], ['teacher', 'org:S']]);
  });
});
