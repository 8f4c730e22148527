import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, dayInWords, facts } from '../sheet.ts';

/** R4-h: hours of teaching and what is paid for them, teacher by teacher; tax is withheld by whoever pays. */
export const lectureFees = documentKind({
  clause: 'R4-h', label: { zh: '教师授课费结算表', en: 'Settlement of lecture fees' }, series: 'lecture_fees',
  issuedBy: 'matter', readers: 'concerned', correctable: false,
  fields: {
    dated: 'day', school: 'text', year: 'count', voucher: 'text', paid_on: 'day', total: 'text',
    teachers: rows({ teacher: 'text', hours: 'text', amount: 'text', formula: 'text' }),
    courses: rows({ teacher: 'text', term: 'text', course: 'text', class_id: 'note', hours: 'text' }),
  },
  compose: (content) => ({
    title: `${content.school}${content.year}—${content.year + 1}学年教师授课费结算表`, addressee: null,
    blocks: [
      facts(['付款日期', dayInWords(content.paid_on)], ['银行回单号', content.voucher], ['本次发放（税前）', `${content.total} 元`], ['税', '由发放单位依法代扣，不在本表计算']),
      {
        kind: 'table', caption: '教师结算', columns: [column('教师', 4), column('课时', 2, 'right'), column('金额（元）', 3, 'right'), column('怎么算的', 9)],
        rows: content.teachers.map((one) => [one.teacher, one.hours, one.amount, one.formula]),
      },
      {
        kind: 'table', caption: '课时明细', columns: [column('教师', 4), column('学期', 3), column('课程', 6), column('班级', 3), column('课时', 2, 'right')],
        rows: content.courses.map((one) => [one.teacher, one.term, one.course, one.class_id, one.hours]),
      },
    ],
    basis: ['R4-h'], closing: { kind: 'issued', dated: content.dated },
  }),
});
