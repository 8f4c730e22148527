import { readDecimal, toExact } from '../exchange/decimal-text.ts';
import { compare, type Exact } from '../values/exact.ts';
import type { Bilingual } from '../values/bilingual.ts';

/** What a student reached in a test; null: did not come. To be absent is no score of nothing. */
export interface Score {
  readonly student_id: string;
  readonly score: Exact | null;
}

/** A line of a list of scores as it was typed or pasted. */
export interface ScoreLine {
  readonly student_id: string;
  readonly score: string;
}

export type ScoreFault = 'unknown_student' | 'twice' | 'missing' | 'not_a_number' | 'negative' | 'too_many_decimals' | 'above_full_marks';

export interface ScoreProblem {
  /** Counted from one. */
  readonly line: number;
  readonly column: 'student_id' | 'score';
  readonly code: ScoreFault;
  readonly value: string;
}

export interface ReadScores {
  readonly scores: readonly Score[];
  readonly problems: readonly ScoreProblem[];
}

/** Whose scores are awaited, and the full marks of the test; null where no rule is in force. */
export interface Awaited {
  readonly students: ReadonlySet<string>;
  readonly full_marks: Exact | null;
}

const ABSENT: ReadonlySet<string> = new Set(['缺考', '未考', 'absent']);
const DECIMALS = 2;

/** Lines of cells from a table: number of the student first, score last; a line of headings has no digit in its last cell. */
export function linesOf(text: string): ScoreLine[] {
  return text.split(/\r?\n/).map((line) => line.split(/[\t,，;；]|\s{2,}/).map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== '') && !isHeading(cells))
    .map((cells) => ({ student_id: cells[0] ?? '', score: cells.length < 2 ? '' : cells.at(-1) ?? '' }));
}

function isHeading(cells: readonly string[]): boolean {
  return /^(?:学号|student\s*id)$/i.test(cells[0] ?? '');
}

/** M9-c, M9-d: a list of scores with everything that is wrong in it, cell by cell; the same in the browser and on the server. */
export function readScores(lines: readonly ScoreLine[], { students, full_marks }: Awaited): ReadScores {
  const seen = new Set<string>();
  const problems: ScoreProblem[] = [];
  const scores: Score[] = [];
  lines.forEach(({ student_id, score: typed }, at) => {
    const found = scoreOf(typed.trim(), full_marks);
    const add = (column: ScoreProblem['column'], code: ScoreFault, value: string): void => { problems.push({ line: at + 1, column, code, value }); };
    if (!students.has(student_id)) add('student_id', student_id === '' ? 'missing' : 'unknown_student', student_id);
    else if (seen.has(student_id)) add('student_id', 'twice', student_id);
    if (typeof found === 'string') add('score', found, typed);
    else scores.push({ student_id, score: found });
    seen.add(student_id);
  });
  return { scores: problems.length === 0 ? scores : [], problems };
}

function scoreOf(typed: string, full_marks: Exact | null): Exact | null | ScoreFault {
  if (typed === '') return 'missing';
  if (ABSENT.has(typed.toLowerCase())) return null;
  const decimal = readDecimal(typed);
  if (decimal === null) return 'not_a_number';
  if (decimal.negative) return 'negative';
  if (decimal.fraction.length > DECIMALS) return 'too_many_decimals';
  const score = toExact(decimal, DECIMALS);
  return full_marks === null || compare(score, full_marks) > 0 ? 'above_full_marks' : score;
}

/** Said where a cell is refused. */
export const SCORE_FAULTS: Readonly<Record<ScoreFault, Bilingual>> = {
  unknown_student: { zh: '不在本次测试的名单上', en: 'not on the list of this test' },
  twice: { zh: '同一学生出现两次', en: 'the same student twice' },
  missing: { zh: '没有填写（缺考请写“缺考”）', en: 'nothing is given (write “absent” for whoever did not come)' },
  not_a_number: { zh: '不是成绩', en: 'not a score' },
  negative: { zh: '成绩不能为负', en: 'a score is not negative' },
  too_many_decimals: { zh: '成绩最多两位小数', en: 'a score has two decimals at most' },
  above_full_marks: { zh: '高于满分', en: 'above full marks' },
};
