import type { CampusFacts } from '../../facts/campus-facts.ts';
import { add, exact, least, multiply, scaled, ZERO, type Exact } from '../../values/exact.ts';
import { value } from '../../verdict/fact.ts';
import { shortOfPersons, shortOfPosts } from '../../verdict/gaps.ts';
import { readingText, requiredBy, type Figure } from '../../verdict/measure.ts';
import type { ParametersInForce } from '../../verdict/parameter.ts';
import { ratioStandard, type RatioSpec } from '../../verdict/ratio-standard.ts';
import type { Standard } from '../../verdict/standard.ts';
import { READINGS_OF_HEADS } from './readings.ts';

/** R5, the ratios: students to teachers, degrees, titles, counsellors. */

/** What the ratios of students to posts have in common. */
const STUDENTS_TO_POSTS = {
  basis: 'text',
  op: '<=',
  unit: 'student/teacher',
  heads: (f) => f.students,
  gapUnit: 'person',
  gap: shortOfPosts,
} as const satisfies Partial<RatioSpec<CampusFacts>>;

// R5-d 待释义: do external teachers count (B6)? By half, at most a quarter of the counted persons; the
// strict number and the cap on the converted value are shown beside it.
const teachers = ratioStandard<CampusFacts>({
  ...STUDENTS_TO_POSTS,
  id: 'R5-d',
  clause: 'R5-d',
  label: { zh: '生师比', en: 'Students per teacher' },
  parameter: 'ratio.teacher.max_students',
  reads: ['teacher.external_factor', 'teacher.external_cap', 'teacher.external_cap_on', 'teacher.strict'],
  needs: (f) => [f.students, f.teachers, f.external],
  readings: [...READINGS_OF_HEADS, 'teacher.external_factor', 'teacher.external_cap', 'ideology.counts_in_18', 'teacher.fte'],
  ways: [
    { reading: 'teacher.external_cap_on=heads', figure: (parameters) => {
      const { factor, cap } = externalRule(parameters);
      return (f) => {
        const most = exact(scaled(multiply(cap, exact(value(f.teachers).persons)), 0, 'down'));
        return perTeacher(f, multiply(factor, least(exact(value(f.external)), most)));
      };
    } },
    { reading: 'teacher.strict=true', figure: () => (f) => perTeacher(f, ZERO) },
    { reading: 'teacher.external_cap_on=converted', figure: (parameters) => {
      const { factor, cap } = externalRule(parameters);
      return (f) => {
        const converted = multiply(factor, exact(value(f.external)));
        return perTeacher(f, least(converted, multiply(cap, exact(value(f.teachers).persons))));
      };
    } },
  ],
  chosen: (p) => (p.get('teacher.strict')?.value === true ? 'teacher.strict=true' : readingText(p, 'teacher.external_cap_on')),
  evidence: (f) => [...f.teachers.evidence, ...f.external.evidence],
});

function perTeacher(facts: CampusFacts, external: Exact): Figure {
  return { numerator: value(facts.students), denominator: add(value(facts.teachers).share, external) };
}

/** What an external teacher counts, and which part of the counted persons they may be at most (B6). */
function externalRule(parameters: ParametersInForce) {
  return {
    factor: requiredBy(parameters, 'teacher.external_factor', '<=').value,
    cap: requiredBy(parameters, 'teacher.external_cap', '<=').value,
  };
}

const ideology = ratioStandard<CampusFacts>({
  ...STUDENTS_TO_POSTS,
  id: 'R5-e',
  clause: 'R5-e',
  label: { zh: '思政课生师比', en: 'Students per ideology teacher' },
  parameter: 'ratio.ideology.max_students',
  needs: (f) => [f.students, f.ideology],
  readings: [...READINGS_OF_HEADS, 'posts.small_campus'],
  ways: [{ reading: '', figure: () => (f) => ({ numerator: value(f.students), denominator: value(f.ideology).share }) }],
  evidence: (f) => f.ideology.evidence,
});

const counsellors = ratioStandard<CampusFacts>({
  ...STUDENTS_TO_POSTS,
  id: 'R5-j',
  clause: 'R5-j',
  label: { zh: '专职辅导员生师比', en: 'Students per counsellor' },
  unit: 'student/counsellor',
  parameter: 'ratio.counsellor.max_students',
  needs: (f) => [f.students, f.counsellors],
  readings: [...READINGS_OF_HEADS, 'counsellor.counts_in_18', 'posts.small_campus'],
  ways: [{ reading: '', figure: () => (f) => ({ numerator: value(f.students), denominator: value(f.counsellors) }) }],
  evidence: (f) => f.counsellors.evidence,
});

/** What the shares of counted persons have in common. */
const SHARE_OF_PERSONS = {
  basis: 'text',
  op: '>=',
  unit: 'ratio',
  heads: (f) => f.students,
  needs: (f) => [f.teachers],
  gapUnit: 'person',
  gap: shortOfPersons,
  evidence: (f) => f.teachers.evidence,
} as const satisfies Partial<RatioSpec<CampusFacts>>;

// R5-f 待释义: half of all counted teachers or of the ideology teachers only (B16)?
const masters = ratioStandard<CampusFacts>({
  ...SHARE_OF_PERSONS,
  id: 'R5-f',
  clause: 'R5-f',
  label: { zh: '硕士及以上学位教师占比', en: 'Teachers with a master’s degree or higher' },
  parameter: 'masters.min_share',
  reads: ['masters.base'],
  ways: [
    { reading: 'masters.base=higher_stage_fulltime', figure: () => (f) => {
      const { masters: qualifying, persons } = value(f.teachers);
      return { numerator: exact(qualifying), denominator: exact(persons) };
    } },
    { reading: 'masters.base=ideology', figure: () => (f) => {
      const { masters: qualifying, persons } = value(f.ideology);
      return { numerator: exact(qualifying), denominator: exact(persons) };
    } },
  ],
  chosen: (p) => readingText(p, 'masters.base'),
});

// R5-g: which titles count is B18.
const seniors = ratioStandard<CampusFacts>({
  ...SHARE_OF_PERSONS,
  id: 'R5-g',
  clause: 'R5-g',
  label: { zh: '高级职称教师占比', en: 'Teachers with a senior title' },
  parameter: 'senior.min_share',
  readings: ['senior.levels'],
  ways: [{ reading: '', figure: () => (f) => {
    const { seniors: qualifying, persons } = value(f.teachers);
    return { numerator: exact(qualifying), denominator: exact(persons) };
  } }],
});

export const r5RatioStandards = { teachers, ideology, masters, seniors, counsellors } as const satisfies Record<string, Standard<CampusFacts>>;
