import type { Report, Run } from '../../office/report.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { facts, paragraph, type Block } from '../sheet.ts';

/** 1.1-c, 1.2-m, S3-h: the yearly report as it was issued, in the words of that day; put right by another version while it holds. */
export const annualReport = documentKind({
  clause: 'S3-h', label: { zh: '年度评估报告', en: 'Yearly report' }, series: 'annual_report', issuedBy: 'person', readers: 'everybody', correctable: true,
  fields: {
    dated: 'day', year: 'count', title: 'text', issuer: 'text', on: 'day',
    paragraphs: rows({ heading: 'text', text: 'text' }),
    filled_by: 'note', reviewed_by: 'note', responsible: 'note',
  },
  compose: (content) => ({
    title: content.title, addressee: null,
    blocks: [facts(['编制单位', content.issuer], ['数据截至', content.on]), ...content.paragraphs.flatMap(({ heading, text }, at): Block[] => (
      heading === content.paragraphs[at - 1]?.heading ? [paragraph(text)] : [{ kind: 'point', heading, text, clauses: [] }]))],
    basis: ['1.1-c', '1.2-h', '1.2-m', 'S3-h'],
    closing: { kind: 'signed', dated: content.dated, filled_by: content.filled_by, reviewed_by: content.reviewed_by, responsible: content.responsible },
  }),
});

const wordsOf = (run: Run): string => (typeof run === 'string' ? run : run.text);

/** What the draft says, as the content of the document. */
export function annualReportContent({ title, issuer, sections }: Report, given: { readonly dated: PlainDate; readonly on: PlainDate; readonly year: number; readonly filled_by: string }) {
  return {
    ...given, title, issuer, reviewed_by: '', responsible: '',
    paragraphs: sections.flatMap(({ heading, paragraphs }) => paragraphs.map((runs) => ({ heading, text: runs.map(wordsOf).join('') }))).filter(({ text }) => text.trim() !== ''),
  };
}
