import { column, facts, type Block, type Sheet, type SignatureLine } from '../documents/sheet.ts';
import type { Bilingual } from '../values/bilingual.ts';
import { formatYuan } from './yuan.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { AgreementContent } from './content.ts';

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三'];
export const AGREEMENT_TITLE = '中高职一体化培养三方协议';
/** What the signed statement of its paper calls it. */
export const AGREEMENT_KIND = 'student_agreement';
export const AGREEMENT_LABEL: Bilingual = { zh: '学生三方协议', en: 'Agreement of a student' };

/** What is read before it is signed: the same on screen and on paper. */
export function agreementBlocks({ student, guardian, school, college, programme, cohort, years, parts, terms }: AgreementContent): Block[] {
  return [
    facts(
      ['甲方（高职院校）', college.name], ['乙方（中职学校）', school.name], ['丙方（学生）', `${student.name}　学号${student.student_id}`],
      ['监护人', guardian === null ? '（学生已成年）' : `${guardian.name}（${guardian.relation}）`], ['就读项目', `${programme.name}（${cohort}级）`]),
    {
      kind: 'table', caption: '五年学习地点与收费（元）',
      columns: [column('学年', 3), column('学习地点', 5), column('学费', 2, 'right'), column('住宿费', 2, 'right'), column('代管费', 2, 'right')],
      rows: years.map(({ year, academic_year, place, tuition_yuan, dorm_yuan, custody_yuan }) =>
        [`第${year}年　${academic_year}`, place, formatYuan(tuition_yuan), formatYuan(dorm_yuan), formatYuan(custody_yuan)]),
    },
    ...parts.map(({ heading, text, clauses }, at): Block => ({ kind: 'point', heading: `${NUMERALS[at]}、${heading}`, text, clauses })),
    ...(terms === '' ? [] : [{ kind: 'point' as const, heading: `${NUMERALS[parts.length]}、补充约定`, text: terms, clauses: [] }]),
  ];
}

/** The paper of an agreement that all have signed. */
export function agreementSheet(content: AgreementContent, signed: { readonly on: PlainDate; readonly signatures: readonly SignatureLine[]; readonly seal: string }): Sheet {
  return {
    title: AGREEMENT_TITLE, addressee: null, blocks: agreementBlocks(content),
    basis: [...new Set(content.parts.flatMap(({ clauses }) => clauses))],
    closing: { kind: 'agreed', dated: signed.on, signatures: signed.signatures, seal: signed.seal },
  };
}
