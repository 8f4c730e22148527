import type { Pack } from '../policy/pack.ts';
import type { Bilingual } from '../values/bilingual.ts';

/** One thing that is looked at during a visit. */
export interface ChecklistLine {
  /** Names the line within the visit. */
  readonly line: string;
  readonly clause: string;
  readonly label: Bilingual;
  /** The programme, with the version of its scheme, that the line is about; null where it is about the school. */
  readonly about: Bilingual | null;
}

/** What a programme of a college and a school is taught by on the day of a visit. */
export interface SchemeAtSchool {
  readonly programme_id: string;
  readonly programme: string;
  /** The version in force for its cohorts; null: none was approved. */
  readonly scheme: { readonly matter_id: number; readonly from_cohort: number; readonly version: number } | null;
}

interface Item {
  readonly id: string;
  readonly clause: string;
  readonly label: Bilingual;
}

const item = (id: string, clause: string, zh: string, en: string): Item => ({ id, clause, label: { zh, en } });

/** S3-a: what each scheme in force asks. */
const OF_SCHEME: readonly Item[] = [
  item('courses', 'M9-a', '本学期按方案开课，课时与方案一致', 'Courses of the term are those of the scheme, with its hours'),
  item('grades', 'M3-e', '成绩按期录入、由学院发布', 'Grades are entered in time and released by the college'),
  item('certificates', 'M9-e', '职业技能证书或 X 证书培训按方案安排', 'Training for certificates goes by the scheme'),
];

/** S3-a: where nothing was approved there is nothing else to go by. */
const WITHOUT_SCHEME: readonly Item[] = [item('scheme', 'M9-b', '有经学院审定、在用的人才培养方案', 'A scheme that the college approved is in use')];

/** S3-a: what is asked of the school, whatever its programmes. */
const OF_SCHOOL: readonly Item[] = [
  item('sample_test', 'M9-c', '学生按要求参加抽测，低合格率已有改进措施', 'Students take part in the sample test, and low results are acted on'),
  item('ideology', '1.1-a', '思想政治课按规定课时开设', 'Courses of ideology have their hours'),
];

/** S3-a: by the schemes that college and school have in force, each with its programme and version. */
export function qualityChecklist(schemes: readonly SchemeAtSchool[]): ChecklistLine[] {
  const ofSchemes = schemes.flatMap(({ programme_id, programme, scheme }) => (scheme === null ? WITHOUT_SCHEME : OF_SCHEME).map(({ id, clause, label }): ChecklistLine => ({
    line: `${id}/${scheme === null ? programme_id : scheme.matter_id}`, clause, label,
    about: scheme === null
      ? { zh: `${programme}（没有审定的方案）`, en: `${programme} (no scheme approved)` }
      : { zh: `${programme}（${scheme.from_cohort}级起方案，第${scheme.version}版）`, en: `${programme} (scheme from intake ${scheme.from_cohort} on, version ${scheme.version})` },
  })));
  return [...ofSchemes, ...OF_SCHOOL.map(({ id, clause, label }): ChecklistLine => ({ line: id, clause, label, about: null }))];
}

/** The articles of the annex that say how a campus is run. */
const CONDUCT_ARTICLES: readonly string[] = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'];

/** S3-c: every statement of the annex, in its order. */
export function conductChecklist({ articles }: Pick<Pack, 'articles'>): ChecklistLine[] {
  return articles.filter(({ id }) => CONDUCT_ARTICLES.includes(id))
    .flatMap(({ clauses }) => clauses.map(({ id, summary }): ChecklistLine => ({ line: id, clause: id, label: summary, about: null })));
}

/** A line in one sentence, for the finding that it opens. */
export function lineText({ label, about }: ChecklistLine): string {
  return about === null ? label.zh : `${about.zh}${label.zh}`;
}
