import { whole } from '../duties/declaration.ts';
import type { Bilingual } from '../values/bilingual.ts';
import { compare, divide, exact, sum, type Exact } from '../values/exact.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';

/** What a school is assessed on each year (S3-g): how it runs the campus, and the quality of its training. Each is scored from 0 to 100. */
export const SCORE_TOPICS = ['conditions', 'teachers', 'teaching', 'safety', 'money', 'outcomes'] as const;
export type ScoreTopic = (typeof SCORE_TOPICS)[number];
export type Scores = Readonly<Record<ScoreTopic, number>>;

export const SCORE_LABELS: Readonly<Record<ScoreTopic, Bilingual>> = {
  conditions: { zh: '办学条件（R1）', en: 'Conditions (R1)' }, teachers: { zh: '教师与管理队伍（M6、R5、R6）', en: 'Teachers and managers (M6, R5, R6)' },
  teaching: { zh: '教学与学籍（M3、R2、R3）', en: 'Teaching and roll (M3, R2, R3)' }, safety: { zh: '学生安全与管理（M3、R6）', en: 'Safety and students (M3, R6)' },
  money: { zh: '经费与收费（M5、R4）', en: 'Money and fees (M5, R4)' }, outcomes: { zh: '升段、证书与就业（M9、M10）', en: 'Step-up, certificates and jobs (M9, M10)' },
};

export const GRADES = ['excellent', 'good', 'pass', 'fail'] as const;
export type Grade = (typeof GRADES)[number];
export const GRADE_LABELS: Readonly<Record<Grade, Bilingual>> = {
  excellent: { zh: '优秀', en: 'Excellent' }, good: { zh: '良好', en: 'Good' }, pass: { zh: '合格', en: 'Pass' }, fail: { zh: '不合格', en: 'Fail' },
};

/** The mean of the topics, exactly: each weighs the same. */
export function meanScore(scores: Scores): Exact {
  return divide(sum(SCORE_TOPICS.map((topic) => exact(scores[topic]))), exact(SCORE_TOPICS.length));
}

/** S3-g: the grade that a mean comes to, by the lines in force, compared before anything is rounded. Null on a day without lines. */
export function gradeOf(scores: Scores, parameters: ParametersInForce): Grade | null {
  const mean = meanScore(scores);
  for (const grade of ['excellent', 'good', 'pass'] as const) {
    const line = whole(parameters.get(`assessment.${grade}`)?.value);
    if (line === null) return null;
    if (compare(mean, exact(line)) >= 0) return grade;
  }
  return 'fail';
}
