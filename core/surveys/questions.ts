import type { Bilingual } from '../values/bilingual.ts';

/** Who is asked, each kind of person apart from the others (S3-h). */
export const ANSWERERS = ['student', 'guardian', 'teacher', 'school_staff', 'college_staff', 'enterprise', 'bureau'] as const;
export type Answerers = (typeof ANSWERERS)[number];

export const ANSWERER_LABELS: Readonly<Record<Answerers, Bilingual>> = {
  student: { zh: '学生', en: 'Students' }, guardian: { zh: '监护人', en: 'Guardians' }, teacher: { zh: '教师与辅导员', en: 'Teachers and counsellors' },
  school_staff: { zh: '中职学校管理人员', en: 'Staff of schools' }, college_staff: { zh: '高职院校管理人员', en: 'Staff of colleges' },
  enterprise: { zh: '企业', en: 'Enterprises' }, bureau: { zh: '教育局、财政局等部门', en: 'Bureaux and departments' },
};

/** One statement, agreed with from 1 to 5, with the clause whose effect it asks about. */
export interface Question {
  readonly id: string;
  readonly clause: string;
  readonly text: Bilingual;
}

/** What everybody is asked: few, and each about something that everybody meets. The order is that of the answers. */
export const QUESTIONS: readonly Question[] = [
  { id: 'conditions', clause: 'R1-a', text: { zh: '校区的教室、实训场所和生活条件能满足需要', en: 'Classrooms, training places and living conditions of the campus are enough' } },
  { id: 'teaching', clause: 'S3-a', text: { zh: '课堂和实训教学质量好', en: 'Teaching in class and in training is good' } },
  { id: 'path', clause: 'R3-d', text: { zh: '五年怎么读、怎样升段、怎样毕业，说得清楚', en: 'How the five years, the step up and graduation work is made clear' } },
  { id: 'practice', clause: 'S2-g', text: { zh: '企业参与培养，实习安排得当', en: 'Firms take part, and internships are well arranged' } },
  { id: 'growth', clause: '1.2-h', text: { zh: '学生的技能、品行和升学准备在进步', en: 'Skills, character and readiness for further study are growing' } },
  { id: 'safety', clause: 'R6-e', text: { zh: '校园安全、管理有序，有困难有人管', en: 'The campus is safe and well run, and difficulties are dealt with' } },
  { id: 'whole', clause: 'S3-h', text: { zh: '总的来说，对中高职一体化培养满意', en: 'On the whole, the integrated training is satisfactory' } },
];

export const LOWEST = 1;
export const HIGHEST = 5;
/** What the two ends of the scale mean. */
export const SCALE: readonly Bilingual[] = [
  { zh: '很不同意', en: 'Disagree strongly' }, { zh: '不太同意', en: 'Disagree' }, { zh: '一般', en: 'Neither' }, { zh: '比较同意', en: 'Agree' }, { zh: '很同意', en: 'Agree strongly' },
];

export const MOST_REMARK = 500;

/** One score for each question, in their order; null where one is missing or not of the scale. */
export function scoresOf(given: Readonly<Record<string, number>>): readonly number[] | null {
  const scores = QUESTIONS.map(({ id }) => given[id] ?? Number.NaN);
  const sound = scores.every((score) => Number.isInteger(score) && score >= LOWEST && score <= HIGHEST);
  return sound && Object.keys(given).length === QUESTIONS.length ? scores : null;
}
