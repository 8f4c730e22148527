import type { LogDraft } from '../core/office/log.ts';
import { addDays, date, type PlainDate } from '../core/values/plain-date.ts';
import { issueCircular, readCircular, type CircularOutcome } from '../store/coordination/circulars.ts';
import { recordEntry, type LogOutcome } from '../store/coordination/log.ts';
import type { Database } from '../store/database.ts';
import { playing, type Playing } from './sample-playing.ts';

const SCHOOL = 'S1';
const WHY = { reason: '示例：依据调研情况' };
const PAPER = { documents: [{ name: '示例：会议纪要.pdf', sha256: 'f'.repeat(64) }] };

/** S1, S2-f, S2-k: what is before the office, a decision that is being carried out, a case that is published, a circular and a log. @throws Error where it does not fit. */
export async function addSampleOffice(database: Database, region_id: number, today: PlainDate): Promise<void> {
  const player = playing(database, region_id, today);
  await majorMatters(player, today);
  await difficulties(player, today);
  await casesAndAdvice(player);
  await circulars(player, today);
  await log(player);
}

async function majorMatters({ open, play }: Playing, today: PlainDate): Promise<void> {
  const decided = await open('school_head', { kind: 'major_matter', subject: SCHOOL, details: { topic: 'funding', title: '更新数控实训设备', text: '示例：升段学生增加，现有数控设备台套数不足，请求统筹经费分两年更新。' } });
  await play(decided, ['office', 'accept'], ['city_bureau', 'report', WHY], ['office', 'table', { details: { on: today } }],
    ['office', 'resolve', { reason: '示例：同意分两年更新，学校十二月二十日前报设备清单。', ...PAPER, votes: { members: 9, present: 7, for: 6, against: 0, abstained: 1 }, details: { number: '示例办纪〔2025〕3号', on: today, attendees: '示例：办公室七人', due: addDays(today, 50) } }]);
  const tabled = await open('college_leadership', { kind: 'major_matter', subject: 'H1', details: { topic: 'majors', title: '增设工业机器人方向', text: '示例：园区用工调查显示缺口，拟在机电一体化专业增设方向。' } });
  await play(tabled, ['office', 'accept'], ['city_bureau', 'report', WHY], ['office', 'table', { details: { on: addDays(today, 12) } }]);
  await open('department', { kind: 'major_matter', subject: 'D2', details: { topic: 'industry', title: '校企共建中试基地', text: '示例：建议在智造园区共建中试基地，供师生参与研发。' } });
}

async function difficulties({ open, play }: Playing, today: PlainDate): Promise<void> {
  const solved = await open('school_head', { kind: 'difficulty_ticket', subject: SCHOOL, details: { title: '实习企业没有班车', text: '示例：三十名学生在园区实习，公交末班车早于下班时间。' } });
  await play(solved, ['city_bureau', 'answer', { reason: '示例：已协调公交公司延后末班车。' }], ['school_head', 'solve']);
  await open('college_programme', { kind: 'difficulty_ticket', subject: 'H1', details: { title: '跨校授课教师住宿', text: '示例：两名教师每周往返，当地没有周转房。' } });
  await open('city_bureau', { kind: 'support_policy', subject: 'U1', details: { title: '印发试点经费保障办法', text: '示例：明确生均拨款来源和拨付时间。', due: addDays(today, 61) } });
}

async function casesAndAdvice({ open, play }: Playing): Promise<void> {
  const shown = await open('school_head', { kind: 'model_case', subject: SCHOOL, details: { year: 2025, title: '一个车间，两个老师', text: '示例：学校与衢州精工装备有限公司在企业车间里开设数控综合实训课，企业技师和学校教师同时授课。一年来参加的学生全部取得中级工证书，三分之二升入高职阶段。' } });
  await play(shown, ['city_bureau', 'recommend', WHY], ['office', 'choose', WHY], ['office', 'publish']);
  const advice = await open('department', { kind: 'major_advice', subject: 'P11', details: { year: 2026, department: 'D2', title: '增加机器人运维内容', text: '示例：园区未来三年预计需要机器人运维人员二百人。' } });
  await play(advice, ['college_programme', 'take', { reason: '示例：第四学年增设一门课程。' }]);
}

async function circulars({ as }: Playing, today: PlainDate): Promise<void> {
  const done = (outcome: CircularOutcome): number => {
    if (outcome.outcome !== 'done') throw new Error(`the sample's circular: ${outcome.why}`);
    return Number(outcome.id);
  };
  const id = done(await as('office', (tx) => issueCircular(tx, {
    title: '关于做好十一月督导准备的通知', body: '示例：请各单位核对校区用房、设备和教师台账。\n督导时间另行通知。', addressed: ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'H1', 'B2'], read_by: addDays(today, 7),
  }, today)));
  done(await as('school_head', (tx) => readCircular(tx, id, today)));
}

const NOTHING = { note: '', others: '', programme_id: null, study_year: null, channel: null, reach: null, link: null, clause: null } as const;
const ENTRIES: readonly LogDraft[] = [
  { ...NOTHING, kind: 'activity', on: date('2025-09-18'), title: '企业导师进课堂', parties: ['S1', 'F1'], programme_id: 'P11', study_year: 1 },
  { ...NOTHING, kind: 'activity', on: date('2025-10-16'), title: '三方联合教研', parties: ['S1', 'H1', 'F1', 'F5'], others: '示例：市机械行业协会', programme_id: 'P11', study_year: 2 },
  { ...NOTHING, kind: 'activity', on: date('2025-10-22'), title: '园区岗位开放日', parties: ['K1', 'S1', 'F1', 'D2'], programme_id: 'P12', study_year: 3 },
  { ...NOTHING, kind: 'publicity', on: date('2025-10-20'), title: '市报专版介绍试点', parties: ['O1'], channel: 'press', reach: 12000 },
  { ...NOTHING, kind: 'publicity', on: date('2025-10-24'), title: '中华职教社宣讲进校园', parties: ['B1'], others: '示例：市中华职教社', channel: 'association', reach: 600 },
  { ...NOTHING, kind: 'initiative', on: date('2025-09-10'), title: '三维成长档案', note: '示例：技能、素养、学力各记一页', parties: ['H1', 'S1'], clause: '1.1-c' },
];

async function log({ as, given }: Playing): Promise<void> {
  for (const draft of ENTRIES) {
    const kept: LogOutcome = await as('office', (tx) => recordEntry(tx, draft, null, given));
    if (kept.outcome !== 'done') throw new Error(`the sample's log: ${kept.why}`);
  }
}
