import type { Role } from '../core/access/roles.ts';
import type { Values } from '../core/journals/field.ts';
import { date, type PlainDate } from '../core/values/plain-date.ts';
import type { Database } from '../store/database.ts';
import { attachFile } from '../store/attachments.ts';
import { entryObject } from '../store/journals/entries.ts';
import { recordEntries } from '../store/journals/record-entry.ts';
import { stepEntry } from '../store/journals/step-entry.ts';
import { playing } from './sample-playing.ts';

const CAMPUS = 'C1';

/** What the sample's campus has recorded, by whom. */
const RECORDED: readonly (readonly [role: Role, kind: string, values: Values])[] = [
  ['college_academic', 'teacher_exchanges', { direction: 'to_school', person_id: 'T101', name: '严明斌', order_no: '示例：教〔2025〕18号', from: '2025-09-01', to: '2026-01-31' }],
  ['school_head', 'teacher_exchanges', { direction: 'to_college', person_id: 'T103', name: '何英敏', order_no: '示例：校〔2025〕7号', from: '2025-10-08', to: '2025-10-24' }],
  ['school_head', 'teacher_trainings', { person_id: 'T102', name: '诸强海', team: 'teaching', topic: '示例：工业机器人课程开发', on: '2025-09-26', hours: 24, certificate_no: null }],
  ['school_head', 'teacher_trainings', { person_id: 'T112', name: '祝强华', team: 'affairs', topic: '示例：学生心理危机干预', on: '2025-10-17', hours: 16, certificate_no: null }],
  ['college_programme', 'joint_projects', { title: '示例：机电专业活页教材', lead: 'college', members: '严明斌、诸强海', from: '2025-09-10', to: null, result: null }],
  ['school_head', 'approved_posts', { post: 'teacher', posts: 16, document_no: '示例：编办〔2025〕3号', from: '2025-09-01' }],
  ['school_head', 'approved_posts', { post: 'psychologist', posts: 1, document_no: '示例：编办〔2025〕3号', from: '2025-09-01' }],
  ['school_head', 'base_agreements', { base_id: 'J11', owner_id: 'S1', share_percent: 60, agreement_no: '示例：共建1号', from: '2025-09-01', to: '2028-08-31' }],
  ['school_head', 'base_agreements', { base_id: 'J11', owner_id: 'F1', share_percent: 40, agreement_no: '示例：共建1号', from: '2025-09-01', to: '2028-08-31' }],
  ['school_head', 'base_bookings', { base_id: 'J11', owner_id: 'S1', on: '2025-10-14', hours: 32, use: '机电23级1班' }],
  ['school_head', 'base_bookings', { base_id: 'J11', owner_id: 'F1', on: '2025-10-21', hours: 16, use: '示例：企业员工培训' }],
  ['campus_manager', 'duty_shifts', { on: '2025-10-31', shift: 'night', person: '祝强华', place: '宿舍1号楼' }],
  ['counsellor', 'patrols', { on: '2025-10-30', place: '宿舍1号楼', person: '祝强华', hazard_found: true, remark: '示例：二楼应急灯不亮' }],
  ['counsellor', 'hazard', { on: '2025-10-30', place: '宿舍1号楼二楼', what: '示例：应急灯不亮', severity: 'C' }],
  ['college_academic', 'visitor_request', { on: '2025-11-04', person: '严明斌', need: 'transport', remark: '示例：两天授课' }],
];

/** Records of the sample's campus: some stand, some wait for the next step. @throws Error where they do not fit. */
export async function addSampleWork(database: Database, region_id: number, today: PlainDate): Promise<void> {
  for (const one of RECORDED) await record(database, region_id, today, one);
  const hire = await record(database, region_id, date('2025-09-05'), ['college_academic', 'expert_hire', { person_id: 'E101', name: '方正晓', firm: '示例企业', higher_code: '460301', course: '设备维护实训', on: '2025-09-05', from: '2025-09-08', to: '2026-06-30' }]);
  await step(database, region_id, date('2025-09-08'), 'school_head', hire, { act: 'contract', reason: '', values: { contract_no: '示例：聘〔2025〕4号', contract_on: '2025-09-08' } });
  const rule = await record(database, region_id, date('2025-09-01'), ['college_academic', 'college_rule', { title: '示例：学生宿舍管理办法', version: '2025年版', document_no: '示例：学〔2025〕9号', from: '2025-09-15' }]);
  await step(database, region_id, date('2025-09-08'), 'school_head', rule, { act: 'acknowledge', reason: '', values: {} });
  const closed = await record(database, region_id, date('2025-10-13'), ['counsellor', 'hazard', { on: '2025-10-13', place: '实训楼', what: '示例：通道堆放物料', severity: 'B' }]);
  await playing(database, region_id, today).as('school_head', (tx) => attachFile(tx, { name: '示例：整改照片.png', media_type: 'image/png', bytes: PICTURE, about: entryObject(closed), purpose: '' }));
  await step(database, region_id, date('2025-10-15'), 'school_head', closed, { act: 'rectify', reason: '示例：已清理', values: {} });
  await step(database, region_id, date('2025-10-16'), 'college_academic', closed, { act: 'close', reason: '', values: {} });
}

/** One white point. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');

async function record(database: Database, region_id: number, today: PlainDate, [role, kind, values]: (typeof RECORDED)[number]): Promise<number> {
  const { as, given } = playing(database, region_id, today);
  const recorded = await as(role, (tx) => recordEntries(tx, { kind, campuses: [CAMPUS], values }, given));
  const id = recorded.outcome === 'done' ? recorded.entries[0] : undefined;
  if (id === undefined) throw new Error(`the sample's ${kind}: ${JSON.stringify(recorded)}`);
  return id;
}

async function step(database: Database, region_id: number, today: PlainDate, role: Role, entry_id: number, taken: { readonly act: string; readonly reason: string; readonly values: Values }): Promise<void> {
  const { as, given } = playing(database, region_id, today);
  const stepped = await as(role, (tx) => stepEntry(tx, { entry_id, seen: taken.act === 'close' ? 2 : 1, ...taken }, given));
  if (stepped.outcome !== 'done') throw new Error(`the sample's ${taken.act}: ${JSON.stringify(stepped)}`);
}
