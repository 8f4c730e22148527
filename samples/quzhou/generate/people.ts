import { classes, staff, teaching } from '../../../core/exchange/sheets/staff.ts';
import { grownName } from './names.ts';
import type { Post } from './posts.ts';
import { POSTS } from './posts.ts';
import { draws } from './random.ts';
import type { Row, Table } from './table.ts';
import { table } from './table.ts';

const CLASSES: readonly Row<typeof classes>[] = [
  { class_id: 'C1-2023-1', campus_id: 'C1', head_id: 'T102', from: '2023-09-01', to: '2025-06-25' },
  { class_id: 'C1-2023-2', campus_id: 'C1', head_id: 'T102', from: '2023-09-01', to: '2025-06-25' },
  { class_id: 'C1-2025-1', campus_id: 'C1', head_id: 'T102', from: '2025-09-01' },
  { class_id: 'C1-2025-2', campus_id: 'C1', head_id: 'T108', from: '2025-09-01' },
  { class_id: 'C2-2023-1', campus_id: 'C2', head_id: 'T202', from: '2023-09-01', to: '2025-06-25' },
  { class_id: 'C2-2025-1', campus_id: 'C2', head_id: 'T202', from: '2025-09-01' },
  { class_id: 'C3-2023-1', campus_id: 'C3', head_id: 'T305', from: '2023-09-01', to: '2025-06-25' },
  { class_id: 'C3-2025-1', campus_id: 'C3', head_id: null, from: '2025-09-01' },
  { class_id: 'C7-2024-1', campus_id: 'C7', head_id: 'T702', from: '2024-09-01' },
];

type Course = readonly [course: string, kind: 'core' | 'professional' | 'practical' | 'ideology' | 'public', person: string, hours: string];
type Term = readonly [campus: string, term: string, major: string, courses: readonly Course[]];

/** Hours taught by people from firms (E…) decide R5-h: enough at C1, 16 of 100 at C2. */
const TERMS: readonly Term[] = [
  ['C1', '2024-1', '460301', [['机电设备装调', 'core', 'T102', '72'], ['PLC应用技术', 'core', 'T101', '64'], ['液压与气动', 'professional', 'T103', '56'],
    ['设备维护实训', 'practical', 'E101', '48'], ['数控加工实训', 'practical', 'E104', '24'], ['思想政治', 'ideology', 'T106', '32'], ['应用数学', 'public', 'T104', '48']]],
  ['C1', '2024-2', '460301', [['自动线安装与调试', 'core', 'T101', '60'], ['工业网络技术', 'professional', 'T105', '54'], ['毕业综合实训', 'practical', 'E101', '40'],
    ['设备点检', 'practical', 'E102', '20'], ['形势与政策', 'ideology', 'T106', '16']]],
  ['C1', '2025-1', '460301', [['机电设备装调', 'core', 'T102', '72'], ['PLC应用技术', 'core', 'T101', '64'], ['液压与气动', 'professional', 'T103', '56'],
    ['电气控制', 'professional', 'T111', '40'], ['设备维护实训', 'practical', 'E101', '48'], ['机器人操作实训', 'practical', 'E102', '40'], ['钳工实训', 'practical', 'E103', '24'],
    ['思想政治', 'ideology', 'T106', '32'], ['应用数学', 'public', 'T104', '48']]],
  ['C2', '2024-1', '500211', [['汽车故障诊断', 'core', 'T201', '68'], ['汽车电器', 'professional', 'T202', '60'], ['维修实训', 'practical', 'E201', '36'], ['思想政治', 'ideology', 'T203', '32']]],
  ['C2', '2024-2', '500211', [['新能源汽车技术', 'core', 'T202', '64'], ['整车实训', 'practical', 'T204', '40'], ['维修实训', 'practical', 'E201', '16'], ['形势与政策', 'ideology', 'T203', '16']]],
  ['C2', '2025-1', '500211', [['汽车故障诊断', 'core', 'T201', '68'], ['汽车电器', 'professional', 'T202', '56'], ['整车实训', 'practical', 'T204', '24'], ['维修实训', 'practical', 'E201', '32'],
    ['思想政治', 'ideology', 'T203', '32']]],
  ['C3', '2024-1', '460305', [['机器人编程', 'core', 'T301', '72'], ['机械基础', 'professional', 'T303', '56'], ['焊接机器人实训', 'practical', 'E301', '40']]],
  ['C3', '2025-1', '460305', [['机器人编程', 'core', 'T301', '96'], ['机械基础', 'professional', 'T302', '64'], ['操作实训', 'practical', 'T302', '40']]],
  ['C7', '2024-1', '470208', [['仪器分析', 'core', 'T701', '64'], ['特纸检测实训', 'practical', 'E701', '32']]],
  ['C7', '2024-2', '470208', [['化学分析', 'core', 'T701', '60'], ['特纸检测实训', 'practical', 'E701', '28']]],
];

/** Posts, classes of the higher stage, and who taught what. */
export function people(): readonly Table[] {
  const by = draws('people');
  const names = new Map([...new Set(POSTS.map(({ person }) => person))].map((person) => [person, grownName(by, by.chance(50) ? 1 : 2)]));
  return [
    table(staff, POSTS.map((post) => staffRow(post, names.get(post.person) ?? ''))),
    table(classes, CLASSES),
    table(teaching, TERMS.flatMap(([campus_id, term, higher_code, courses]) =>
      courses.map(([course, kind, person_id, hours]) => ({ campus_id, term, course, kind, higher_code, person_id, hours })))),
  ];
}

function staffRow(post: Post, name: string): Row<typeof staff> {
  const campus = post.place.startsWith('C');
  const external = post.post === 'external_teacher';
  return {
    person_id: post.person, name, employer_id: post.employer, stage: campus ? 'higher' : 'secondary',
    campus_id: campus ? post.place : null, school_id: campus ? null : post.place, post: post.post,
    employment: external ? 'external' : ['part_time_counsellor', 'class_head'].includes(post.post) ? 'part_time' : 'full_time',
    share: post.share ?? null, degree: post.degree, title: post.title, qualified: post.qualified ?? true,
    dual_qualified: post.post === 'teacher' ? ['master', 'doctor'].includes(post.degree) : null,
    industry_expert: external ? true : null, from: post.from, to: post.to ?? null, exception_until: post.exception ?? null,
  };
}
