import { parseExact, compare } from '../../../core/values/exact.ts';
import { teachingWords } from '../../words/teaching.ts';

const ABSENT: ReadonlySet<string> = new Set([teachingWords.zh.absent, teachingWords.en.absent, '缺', 'a']);
const SCORE = /^\d{1,3}(?:\.\d)?$/;

/** A grade as it stands in a field. */
export type Typed =
  | { readonly is: 'empty' | 'wrong' }
  | { readonly is: 'grade'; readonly score: string | null };

/** What somebody typed: nothing yet, that the student was absent, a score within full marks, or none of these. */
export function readScore(text: string, full_marks: string): Typed {
  const typed = text.trim().replace('．', '.').replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  if (typed === '') return { is: 'empty' };
  if (ABSENT.has(typed.toLowerCase())) return { is: 'grade', score: null };
  const [score, full] = [SCORE.test(typed) ? parseExact(typed) : null, parseExact(full_marks)];
  return score === null || full === null || compare(score, full) > 0 ? { is: 'wrong' } : { is: 'grade', score: typed };
}

/** The cells of a pasted column: the first column of what a spreadsheet gives. */
export function pastedColumn(text: string): string[] {
  return text.replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.split('\t')[0]?.trim() ?? '');
}
