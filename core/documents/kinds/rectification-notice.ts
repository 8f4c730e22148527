import { documentKind } from '../document-kind.ts';
import { dayInWords, facts, paragraph } from '../sheet.ts';

/** S3-b, S3-d: what a school is to put right, under which clause, and until when. */
export const rectificationNotice = documentKind({
  clause: 'S3-b', label: { zh: '整改通知书', en: 'Rectification notice' }, series: 'rectification',
  issuedBy: 'matter', readers: 'concerned', correctable: true,
  fields: { dated: 'day', school_id: 'text', school: 'text', examined_clause: 'text', requirement: 'text', found: 'text', severity: 'text', due: 'day' },
  compose: (content) => ({
    title: '整改通知书',
    addressee: content.school,
    blocks: [
      paragraph('经督导检查，你校有下列事项未达到试点的标准和要求，请按期整改，并提交整改报告和佐证材料。'),
      facts(['所涉条款', `${content.examined_clause} ${content.requirement}`], ['问题与佐证', content.found], ['等级', content.severity], ['整改期限', dayInWords(content.due)]),
      paragraph('确有困难的，可在期限内申请延期一次。逾期未完成或复查未通过、影响办学质量的，可以提议停止试点。'),
    ],
    basis: ['S3-b', 'S3-d', 'S3-e'], closing: { kind: 'issued', dated: content.dated },
  }),
});
