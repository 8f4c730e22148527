import type { Row } from '../exchange/sheets.ts';
import { latestTerms, termOf } from '../facts/experts.ts';
import { choiceOf } from '../facts/rules.ts';
import { entriesOf, type WorkFacts, type WorkStandard } from '../journals/judged.ts';
import { dayAt } from '../journals/entry.ts';
import { exact, ONE } from '../values/exact.ts';
import { inForce, overlaps, type Period } from '../values/period.ts';
import { academicYearOf, date } from '../values/plain-date.ts';
import { answerOf } from '../verdict/answer.ts';
import { measuredOf, outcomeOf, requiredBy } from '../verdict/measure.ts';
import type { Part } from '../verdict/verdict.ts';

/** What a major has in an academic year: core courses by teachers of the college, practical ones by experts whom it recommended. */
export interface MajorCourses {
  readonly higher_code: string;
  readonly core: readonly string[];
  readonly practical: readonly string[];
}

/** The terms of the academic year of a day, by name. */
function termsOf(on: WorkFacts['on']): Map<string, Period> {
  const year = academicYearOf(on);
  return new Map([date(`${year}-09-01`), date(`${year + 1}-02-01`)].map((first) => {
    const { name, period } = termOf(first);
    return [name, period];
  }));
}

/** M6-c, M6-d: each major with students of the higher stage at the campus, and its courses of the academic year. */
export function majorCourses(facts: WorkFacts): MajorCourses[] {
  const { rows, on, counting } = facts;
  const present = rows.students.filter((one) => inForce(one, on) && counting.counted_statuses.has(one.status));
  const majors = [...new Set(present.flatMap(({ programme_id }) => rows.higher_codes.get(programme_id) ?? []))].sort();
  const terms = termsOf(on);
  const taught = rows.teaching.filter(({ term }) => terms.has(term));
  return majors.map((higher_code) => {
    const own = taught.filter((one) => one.higher_code === higher_code);
    const named = (of: readonly Row<'teaching'>[]): string[] => [...new Set(of.map(({ course }) => course))].sort();
    return {
      higher_code, core: named(own.filter((one) => one.kind === 'core' && isOfCollege(facts, one, terms))),
      practical: named(own.filter((one) => one.kind === 'practical' && isHiredExpert(facts, one, terms))),
    };
  });
}

function isOfCollege({ rows }: WorkFacts, { person_id, term }: Row<'teaching'>, terms: ReadonlyMap<string, Period>): boolean {
  const period = terms.get(term);
  return (rows.staff_of_persons.get(person_id) ?? []).some((post) => post.employer_id === rows.campus.college_id && period !== undefined && overlaps(post, period));
}

/** An expert teaches as one while hired upon a recommendation; whoever was only recommended does not. */
function isHiredExpert(facts: WorkFacts, { person_id, term }: Row<'teaching'>, terms: ReadonlyMap<string, Period>): boolean {
  const period = terms.get(term);
  return entriesOf(facts, 'expert_hire').some((entry) => {
    const [from, to] = [dayAt(entry, 'from'), dayAt(entry, 'to')];
    const [hired, ended] = ['contract', 'end'].map((act) => entry.steps.find((one) => one.act === act)?.on ?? null);
    if (hired == null || from === null || to === null || period === undefined || entry.values['person_id'] !== person_id) return false;
    return overlaps({ from, to: ended != null && ended < to ? ended : to }, period);
  });
}

/** M6-c, M6-d (B51): one core course by the college or one practical course by a recommended expert, per major and year; or both, as the reading has it. */
export const coreCourses: WorkStandard = {
  id: 'M6-c', clause: 'M6-c', basis: 'text', notice: false,
  label: { zh: '各专业有学院教师授核心课或推荐能手授实践课', en: 'Core courses by the college or practical courses by experts, in each major' },
  reads: ['core_course.min_per_major', 'practical_course.min_per_major', 'core_course.rule'],
  bind: (parameters) => {
    const core = requiredBy(parameters, 'core_course.min_per_major', '>=');
    const practical = requiredBy(parameters, 'practical_course.min_per_major', '>=');
    const both = choiceOf(parameters, 'core_course.rule') === 'both';
    const enough = ({ core: c, practical: p }: MajorCourses): boolean => {
      const [byCollege, byExperts] = [passes(c.length, core), passes(p.length, practical)];
      return both ? byCollege && byExperts : byCollege || byExperts;
    };
    return (facts) => {
      const majors = majorCourses(facts);
      if (majors.length === 0) return answerOf(coreCourses, core, { outcome: 'not_applicable', reason: 'no_students' });
      const missing = [...(facts.rows.teaching.some(({ term }) => latestTerms(facts.on).has(term)) ? [] : ['teaching']), ...(facts.rows.staff.length === 0 ? ['staff'] : [])];
      if (missing.length > 0) return answerOf(coreCourses, core, { outcome: 'undetermined', missing });
      const without = majors.filter((one) => !enough(one)).length;
      const parts = majors.map((one): Part => ({ name: one.higher_code, outcome: enough(one) ? 'met' : 'unmet', measured: measuredOf({ numerator: exact(one.core.length + one.practical.length), denominator: ONE }, 'course'), required: core }));
      return answerOf(coreCourses, core, {
        outcome: without === 0 ? 'met' : 'unmet', parts, readings: [`core_course.rule=${both ? 'both' : 'either'}`],
        measured: measuredOf({ numerator: exact(Math.min(...majors.map(({ core: c, practical: p }) => c.length + p.length))), denominator: ONE }, 'course'),
        gap: without === 0 ? null : { value: exact(without), unit: 'major' },
      });
    };
  },
  behind: (facts) => ({
    label: { zh: '本学年各专业课程', en: 'Courses of the academic year by major' },
    columns: [{ zh: '专业', en: 'Major' }, { zh: '学院教师讲授的核心课', en: 'Core courses by the college' }, { zh: '推荐能手讲授的实践课', en: 'Practical courses by experts' }],
    rows: majorCourses(facts).map(({ higher_code, core, practical }) => [higher_code, core.join('、'), practical.join('、')]),
  }),
};

function passes(many: number, required: ReturnType<typeof requiredBy>): boolean {
  return outcomeOf({ numerator: exact(many), denominator: ONE }, '>=', required.value) === 'met';
}
