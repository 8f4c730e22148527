import { code, date, number, optional, reference, text, yesNo } from '../column.ts';
import { sheet } from '../sheet.ts';
import { destinationCodes } from './destination-codes.ts';

/** What a student achieved: tests, certificates, credits, and where graduates went. */
export const results = sheet('results', ['考核成绩', 'Results'], {
  student_id: reference('学号', 'Student id', 'students'),
  kind: code('考核类别', 'Kind of test', {
    sample_test: ['抽测', 'Sample test'],
    upgrade_test: ['升段考核', 'Upgrade test'],
    upgrade_resit: ['升段补考', 'Upgrade resit'],
  }),
  on: date('考核日期', 'On'),
  score: number('成绩', 'Score', 'score'),
}, { key: ['student_id', 'kind', 'on'] });

export const certificates = sheet('certificates', ['职业证书', 'Certificates'], {
  student_id: reference('学号', 'Student id', 'students'),
  kind: code('证书类别', 'Kind of certificate', {
    skill: ['职业技能等级证书', 'Skill-grade certificate'],
    x: ['1+X证书', 'X certificate'],
  }),
  name: text('证书名称', 'Certificate name'),
  level: code('证书等级', 'Level', {
    1: ['一级（高级技师）', 'Grade 1 (senior technician)'],
    2: ['二级（技师）', 'Grade 2 (technician)'],
    3: ['三级（高级工）', 'Grade 3 (senior worker)'],
    4: ['四级（中级工）', 'Grade 4 (intermediate worker)'],
    5: ['五级（初级工）', 'Grade 5 (junior worker)'],
    primary: ['初级', 'Primary'],
    intermediate: ['中级', 'Intermediate'],
    advanced: ['高级', 'Advanced'],
  }),
  number: text('证书编号', 'Certificate number', 'certificate'),
  issued_on: date('发证日期', 'Issued on'),
  verified: yesNo('是否已核验', 'Verified'),
}, { key: ['kind', 'number'] });

export const credits = sheet('credits', ['学分与毕业要求', 'Credits'], {
  student_id: reference('学号', 'Student id', 'students'),
  required: number('应修学分', 'Credits required', 'credit'),
  earned: number('已修学分', 'Credits earned', 'credit'),
  conduct_ok: optional(yesNo('操行是否合格', 'Conduct passed')),
  internship_ok: optional(yesNo('实习是否合格', 'Internship passed')),
  certificate_exemption: optional(text('免证决定文号', 'Certificate exemption decision')),
}, { key: ['student_id'] });

export const destinations = sheet('destinations', ['毕业去向', 'Destinations'], {
  student_id: reference('学号', 'Student id', 'students'),
  code: code('去向代码', 'Destination code', destinationCodes),
  employer_id: optional(reference('就业单位编号', 'Employer id', 'organisations')),
  employer_credit_code: optional(text('就业单位统一社会信用代码', 'Employer credit code', 'credit_code')),
  workplace_division: optional(text('工作地行政区划代码', 'Workplace division code', 'workplace')),
  industry: optional(text('行业', 'Industry')),
  contract: optional(text('合同类型', 'Contract')),
  wage_band: optional(text('薪酬区间', 'Wage band')),
  recorded_on: date('登记日期', 'Recorded on'),
}, { key: ['student_id', 'recorded_on'] });
