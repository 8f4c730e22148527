import type { CourseKind, SchemeContent, SchemeCourse, TeachingSide } from '../core/schemes/scheme.ts';

type Line = readonly [term: number, code: string, name: string, kind: CourseKind, credits: string, theory: number, practice: number, by?: TeachingSide, certificate?: string];

/** Five years of mechatronics, as the college, the school and two firms of the sample wrote them. */
const LINES: readonly Line[] = [
  [1, 'G101', '中国特色社会主义', 'ideology', '2', 36, 0], [1, 'G102', '语文（一）', 'public', '4', 72, 0], [1, 'G103', '数学（一）', 'public', '4', 72, 0], [1, 'G104', '英语（一）', 'public', '4', 72, 0],
  [1, 'G105', '体育与健康（一）', 'public', '2', 6, 30], [1, 'Z101', '机械制图', 'core', '6', 54, 54], [1, 'S101', '入学教育与军训', 'practical', '2', 0, 56],
  [2, 'G201', '心理健康与职业生涯', 'ideology', '2', 36, 0], [2, 'G202', '语文（二）', 'public', '4', 72, 0], [2, 'G203', '数学（二）', 'public', '4', 72, 0], [2, 'G204', '英语（二）', 'public', '4', 72, 0],
  [2, 'Z201', '电工基础', 'core', '6', 60, 48], [2, 'S201', '钳工实训', 'practical', '4', 0, 112, 'school', '钳工四级'],
  [3, 'G301', '哲学与人生', 'ideology', '2', 36, 0], [3, 'G302', '语文（三）', 'public', '4', 72, 0], [3, 'G303', '数学（三）', 'public', '4', 72, 0],
  [3, 'Z301', '电子技术', 'core', '6', 54, 54], [3, 'Z302', '机械基础', 'core', '6', 72, 36], [3, 'S301', '车工实训', 'practical', '4', 0, 112],
  [4, 'G401', '职业道德与法治', 'ideology', '2', 36, 0], [4, 'G402', '英语（三）', 'public', '4', 72, 0], [4, 'Z401', '液压与气动', 'professional', '5', 50, 40],
  [4, 'Z402', '电机与电气控制', 'core', '6', 48, 60, 'school', '电工四级'], [4, 'S401', '电工实训', 'practical', '5', 0, 140],
  [5, 'G501', '历史', 'public', '4', 72, 0], [5, 'Z501', '公差与测量', 'professional', '4', 40, 32], [5, 'Z502', '数控编程与加工', 'professional', '6', 36, 72, 'enterprise'], [5, 'Z503', '传感器技术', 'professional', '5', 45, 45],
  [6, 'G601', '艺术与审美', 'public', '2', 36, 0], [6, 'Z601', '机电设备安装基础', 'professional', '6', 48, 60], [6, 'Z602', '专业综合训练', 'practical', '8', 0, 160], [6, 'S601', '认识实习', 'practical', '4', 0, 112, 'enterprise'],
  [7, 'H701', '思想道德与法治', 'ideology', '3', 40, 8, 'college'], [7, 'H702', '应用数学', 'public', '3', 48, 0, 'college'], [7, 'H703', 'PLC应用技术', 'core', '4', 24, 40, 'college', '电工三级'],
  [7, 'H704', '机电设备装调', 'core', '4.5', 28, 44], [7, 'H705', '设备维护实训', 'practical', '3', 0, 48, 'enterprise'], [7, 'H706', '安全生产与岗位规范', 'professional', '1', 16, 0],
  [8, 'H801', '毛泽东思想和中国特色社会主义理论体系概论', 'ideology', '2', 32, 0, 'college'], [8, 'H802', '工业机器人技术', 'core', '5', 30, 50, 'college'], [8, 'H803', '自动线安装与调试', 'core', '5', 20, 60, 'college', '电工三级'],
  [8, 'H804', '工业网络技术', 'professional', '4', 32, 32], [8, 'H805', '形势与政策', 'ideology', '1', 16, 0, 'college'],
  [9, 'H901', '智能制造系统集成', 'core', '5', 30, 50, 'college'], [9, 'H902', '创新创业教育', 'public', '2', 32, 0, 'college'], [9, 'H903', '毕业综合实训', 'practical', '8', 0, 200, 'enterprise'],
  [10, 'H001', '岗位实习', 'practical', '18', 0, 480, 'enterprise'], [10, 'H002', '毕业设计', 'practical', '6', 0, 120, 'college'],
];

const courseOf = ([term, code, name, kind, credits, theory_hours, practice_hours, taught_by = 'school', certificate]: Line): SchemeCourse =>
  ({ term, code, name, kind, credits, theory_hours, practice_hours, taught_by, certificate: certificate ?? null });

export const FIRST_SCHEME: SchemeContent = { required_credits: '200', firms: ['F1', 'F5'], courses: LINES.map(courseOf) };

/** The version for later cohorts: a course of digital twins, a stronger PLC course, and no more instruction in turning. */
export const SECOND_SCHEME: SchemeContent = {
  ...FIRST_SCHEME,
  required_credits: '202',
  courses: [
    ...FIRST_SCHEME.courses.filter(({ code }) => code !== 'S301').map((one) => (one.code === 'H703' ? { ...one, credits: '5', practice_hours: 56 } : one)),
    courseOf([3, 'S302', '数控车工实训', 'practical', '5', 0, 140, 'school', '车工四级']), courseOf([9, 'H904', '数字孪生技术', 'professional', '3', 16, 32, 'college']),
  ],
};
