import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { date } from '../../core/values/plain-date.ts';
import { record } from '../../store/appointments.ts';
import { addPerson, readPersonOf } from '../../store/people.ts';
import { programActor } from '../../store/program-actor.ts';
import { lockRegion } from '../../store/record-stamp.ts';
import type { Transaction } from '../../store/transaction.ts';
import { onDatabase } from '../databases.ts';
import { expectUsable, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

/** The first of the sample's third year at its own school; 59.5 at first. */
const [UPHELD, BELOW] = ['20231001', '20231002'];
const ACCOUNT = { account: 'pupil-2023', password: 'lantern above the river' };
const SEASON = '/tests/step-up/H1/2026';
const LIST = '/students/step-up?year=2026';

onDatabase('embedded', 'a season from its arrangement to the roll', (database) => {
  let day = '2026-03-02';
  const { served, openAs, openWith, faults } = site(database, { today: () => day });
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const asProgram = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => served.database().as(programActor(served.sample().region.region_id)).write(work);
  const as = async (role: Parameters<typeof openAs>[0], path: string, on = day): Promise<Page> => {
    day = on;
    return openAs(role, path);
  };
  const enter = async (page: Page, act: string, scoreOf: (student_id: string) => string): Promise<string[]> => {
    await button(page, act).click();
    await button(page, '填入待录入的学号').click();
    const ids = (await page.inputValue('#scores')).split('\n').map((line) => line.trim());
    await page.fill('#scores', ids.map((id) => `${id}\t${scoreOf(id)}`).join('\n'));
    await button(page, '保存成绩').click();
    await page.waitForSelector('.notice-done');
    return ids;
  };
  const take = async (page: Page, act: string): Promise<void> => {
    await button(page, act).click();
    await page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click();
  };

  test('M9-d: arranged, conduct reported, tested, resat and published', async () => {
    const academic = await as('college_academic', '/tests/arrange');
    await academic.fill('#arrange-test', '2026-04-11');
    await academic.fill('#arrange-resit', '2026-05-16');
    await academic.fill('#arrange-place', '学院主校区');
    await button(academic, '安排升段测试').click();
    await academic.waitForURL(/\/tests\/step-up\/H1\/2026/);
    await settled(academic);
    expect(await academic.textContent('main')).toContain('学院主校区');

    // What the schools know of conduct comes in as their file.
    const { students } = await (await academic.request.get('/api/step-up-seasons/H1/2026')).json() as { students: { student_id: string }[] };
    expect(students).toHaveLength(295);
    const rows = students.map(({ student_id }) => `${student_id},140,84,是`);
    const office = await as('office', '/data');
    await office.setInputFiles('input[type=file]', { name: 'credits.csv', mimeType: 'text/csv', buffer: Buffer.from(['学号,应修学分,已修学分,操行是否合格', ...rows].join('\r\n')) });
    await button(office, '检查文件').click();
    await button(office, '把 295 行变化入库').click();
    await office.waitForSelector('.notice-done');

    const tested = await as('college_academic', SEASON, '2026-04-12');
    await enter(tested, '录入成绩', (id) => ([UPHELD, BELOW].includes(id) ? '59.5' : id.endsWith('009') ? '缺考' : '82'));
    expect(await button(tested, '录入补考成绩').count()).toBe(0);
    const resat = await as('college_academic', SEASON, '2026-05-17');
    expect(await enter(resat, '录入补考成绩', (id) => (id.endsWith('009') ? '60' : '59'))).toHaveLength(5);
    await button(resat, '公示结果').click();
    await resat.waitForSelector('#publications');
    expect(await resat.textContent('.test-publications')).toContain('2026年5月22日');
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);

  test('M9-d: the student objects at 360 px, another person upholds it, the score is put right and published anew', async () => {
    await asProgram((tx) => addPerson(tx, { kind: 'student', name: '钱一', ...ACCOUNT, org_id: 'S1', student_id: UPHELD }));
    day = '2026-05-18';
    const student = await openWith(ACCOUNT, '/five-years', 360);
    expect(await student.textContent('section[aria-labelledby=my-tests]')).toMatch(/未通过.*59\.5/s);
    await student.fill('#appeal-text', '第二部分漏加 1 分');
    await button(student, '提交申诉').click();
    await student.waitForSelector('.my-appeal');
    await expectUsable(student, false);

    const leader = await as('college_leadership', SEASON, '2026-05-19');
    await button(leader, '答复申诉').click();
    await leader.getByRole('dialog').locator('#answer-verdict').selectOption('upheld');
    await leader.getByRole('dialog').locator('#answer-reason').fill('漏加 1 分属实');
    await button(leader, '提交答复').click();
    await expect.poll(() => leader.textContent('.test-appeals')).toContain('漏加 1 分属实');
    const academic = await as('college_academic', SEASON);
    await button(academic, '录入补考成绩').click();
    // Of the others nothing is put right any more.
    await academic.fill('#scores', `${BELOW}\t60`);
    await button(academic, '保存成绩').click();
    await academic.waitForSelector('.notice-fault');
    await academic.fill('#scores', `${UPHELD}\t60`);
    await button(academic, '保存成绩').click();
    await academic.waitForSelector('.notice-done');
    await button(academic, '公示结果').click();
    await expect.poll(() => academic.textContent('.test-publications')).toContain('2026年5月26日');
    expect(faults()).toEqual([expect.stringContaining('409')]);
  }, MANY_NODES_MS);

  test('M9-d, R3-c: the list is drafted by one person, refused to them and approved by another; the roll and the student say so', async () => {
    const early = await as('college_roll', LIST, '2026-08-31');
    expect(await early.textContent('main')).toContain('9月1日还没有到');
    expect(await button(early, '提交审批').count()).toBe(0);
    const roll = await as('college_roll', LIST, '2026-09-01');
    expect(await roll.textContent('.roll-count')).toMatch(/^294 人升段/);
    await expectUsable(roll, false);
    await button(roll, '提交审批').click();
    await roll.waitForURL(/\/matters\/\d+/);
    const matter = new URL(roll.url()).pathname;
    await settled(roll);
    expect(await button(roll, '批准升段').count()).toBe(0);

    // Whoever drafted it does not approve it in another role either.
    await asProgram(async (tx) => {
      const [drafter, stamp] = [await readPersonOf(tx, 'college-roll'), await lockRegion(tx)];
      if (stamp === null || drafter === null) throw new Error('no drafter');
      await record(tx, drafter.person_id, { role: 'college_leadership', org_id: 'H1', campuses: [], classes: [], staff_no: null, from: date('2020-01-01'), to: null }, stamp.at);
    });
    await roll.reload();
    await settled(roll);
    expect(await button(roll, '批准升段').count()).toBe(0);
    expect(await roll.textContent('.matter-next')).toContain('须由另一人');
    const tried = await roll.request.post(`/api${matter}/steps`, { data: { act: 'approve', version: 1 }, headers: { 'idempotency-key': 'the-drafter' } });
    expect(await tried.json()).toMatchObject({ type: 'urn:guantong:problem:same_person' });

    const leader = await as('college_leadership', matter);
    await expectUsable(leader, false);
    await take(leader, '批准升段');
    await leader.getByText('已批准，已升段').first().waitFor();
    expect(await leader.textContent('main')).toContain('登记 294 名学生的学籍');

    const known = await as('college_roll', `/students/of/${UPHELD}`);
    expect(await known.textContent('.roll-timeline')).toMatch(/高职.*4 年级/s);
    const stayed = await as('college_roll', `/students/of/${BELOW}`);
    expect(await stayed.textContent('.roll-timeline')).not.toContain('高职');
    const student = await openWith(ACCOUNT, '/five-years', 360);
    expect(await student.textContent('.five-years-who')).toContain('4年级');
    await expectUsable(student, false);
    await expectUsable(await openWith(ACCOUNT, '/five-years?mode=elder', 360), true);
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);
});
