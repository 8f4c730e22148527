import type { CampusFacts } from '../../facts/campus-facts.ts';
import { exact, multiply, ONE, scaled, ZERO, type Exact } from '../../values/exact.ts';
import { answerOf } from '../../verdict/answer.ts';
import { value, type Fact } from '../../verdict/fact.ts';
import { measuredOf, outcomeOf, passes, readingText, requiredBy, worst, type Figure } from '../../verdict/measure.ts';
import { missingOf, ratioStandard } from '../../verdict/ratio-standard.ts';
import type { Standard } from '../../verdict/standard.ts';
import type { Outcome, Part, Required } from '../../verdict/verdict.ts';
import { READINGS_OF_HEADS } from './readings.ts';
import { r5RatioStandards } from './r5-standards.ts';

/** R5, the counts: nobody in both lists, nobody unqualified, no class without a head; experts, psychologists. */

/** A count that must be zero; how many there are is what there is to resolve. */
function noneOf(
  id: string, zh: string, en: string, parameter: string, count: (facts: CampusFacts) => Fact<number>, heads: boolean,
): Standard<CampusFacts> {
  return ratioStandard<CampusFacts>({
    id,
    clause: id,
    label: { zh, en },
    basis: 'text',
    op: '=',
    parameter,
    unit: id === 'R5-k' ? 'class' : 'person',
    ...(heads && { heads: (f: CampusFacts) => f.students }),
    needs: (f) => [count(f)],
    ways: [{ reading: '', figure: () => (f) => ({ numerator: exact(value(count(f))), denominator: ONE }) }],
    gapUnit: id === 'R5-k' ? 'class' : 'person',
    gap: (figure) => figure.numerator,
    evidence: (f) => count(f).evidence,
  });
}

const unqualified = noneOf('R5-c', '不符合高职任教要求的专任教师', 'Full-time teachers below the college’s requirements', 'qualified.max_exceptions', (f) => f.unqualified, false);
const withoutHead = noneOf('R5-k', '未配班主任的班级', 'Classes without a class head', 'class_head.max_without', (f) => f.classes_without_head, true);

// R5-b 待释义: "generally" leaves room (B14): an exception with reason, approval and end date, for at most a
// tenth of the full-time persons. That tenth is our proposal, so what fails by it alone has basis `default`.
const overlap: Standard<CampusFacts> = {
  id: 'R5-b',
  clause: 'R5-b',
  label: { zh: '与中职专任教师重合', en: 'Teachers in both stages' },
  basis: 'text',
  notice: false,
  reads: ['overlap.max_uncovered', 'overlap.exception_max_share'],
  bind: (parameters) => {
    const required = requiredBy(parameters, 'overlap.max_uncovered', '=');
    const requiredShare = requiredBy(parameters, 'overlap.exception_max_share', '<=');
    const readings = ['overlap.level', 'overlap.window', 'overlap.exception_max_share'].map((key) => readingText(parameters, key));
    return (facts) => {
      const { overlaps: fact } = facts;
      if (fact.value === null) return answerOf(overlap, required, { outcome: 'undetermined', missing: fact.missing, readings });
      const { uncovered, excepted, full_time } = fact.value;
      const figure = { numerator: exact(uncovered), denominator: ONE };
      const share = { numerator: exact(excepted), denominator: exact(full_time) };
      const allowed = scaled(multiply(requiredShare.value, exact(full_time)), 0, 'down');
      const tooMany = BigInt(excepted) > allowed ? BigInt(excepted) - allowed : 0n;
      const parts = [
        part('uncovered', outcomeOf(figure, '=', required.value), figure, 'person', required),
        part('excepted', tooMany > 0n ? 'unmet' : 'met', share, 'ratio', requiredShare),
      ];
      const met = uncovered === 0 && tooMany === 0n;
      return answerOf(overlap, required, {
        outcome: met ? 'met' : 'unmet',
        basis: uncovered === 0 && !met ? 'default' : 'text',
        measured: measuredOf(figure, 'person'),
        gap: met ? null : { value: exact(BigInt(uncovered) + tooMany), unit: 'person' },
        readings,
        parts,
        evidence: fact.evidence,
      });
    };
  },
};

function part(name: string, outcome: Outcome, figure: Figure | null, unit: string, required: Required): Part {
  return { name, outcome, measured: measuredOf(figure, unit), required };
}

// R5-h refers to "relevant rules": hours and heads are wider rules (B19). The share of heads is an upper limit.
const experts: Standard<CampusFacts> = {
  id: 'R5-h',
  clause: 'R5-h',
  label: { zh: '企业行业兼职教师', en: 'Industry part-time teachers' },
  basis: 'wider_rule',
  notice: false,
  reads: ['industry.min_hours_share', 'industry.max_head_share'],
  bind: (parameters) => {
    const hoursRequired = requiredBy(parameters, 'industry.min_hours_share', '>=');
    const headsRequired = requiredBy(parameters, 'industry.max_head_share', '<=');
    const readings = ['industry.min_hours_share', 'industry.max_head_share'].map((key) => readingText(parameters, key));
    return ({ hours, heads, students }) => {
      const hoursFigure = hours.value && { numerator: hours.value.expert, denominator: hours.value.all };
      const headsFigure = heads.value && { numerator: exact(heads.value.experts), denominator: exact(heads.value.experts + heads.value.others) };
      const hoursOutcome = hoursFigure === null ? 'undetermined' : outcomeOf(hoursFigure, '>=', hoursRequired.value);
      const headsOutcome = headsFigure === null ? 'undetermined' : headsPass(headsFigure, headsRequired.value, students.value) ? 'met' : 'unmet';
      // The part that fails is the one shown as measured: hours first.
      const headsDecide = hoursOutcome !== 'unmet' && headsOutcome === 'unmet';
      const outcome = worst([hoursOutcome, headsOutcome]);
      return answerOf(experts, headsDecide ? headsRequired : hoursRequired, {
        outcome,
        measured: measuredOf(outcome === 'undetermined' ? null : headsDecide ? headsFigure : hoursFigure, 'ratio'),
        missing: missingOf([hours, heads]),
        readings,
        parts: [
          part('hours', hoursOutcome, hoursFigure, 'ratio', hoursRequired),
          part('heads', headsOutcome, headsFigure, 'ratio', headsRequired),
        ],
        evidence: [...hours.evidence, ...heads.evidence],
      });
    };
  },
};

/** Nobody to be counted never passes where there are students; without them nobody exceeds the limit. */
function headsPass(figure: Figure, limit: Exact, students: Exact | null): boolean {
  if (figure.denominator.n === 0n) return students === null || students.n === 0n;
  return passes(figure, '<=', limit);
}

// R5-i asks for one; the ratio is a wider rule (B20), so what fails by it alone has basis `wider_rule`.
const psychologists: Standard<CampusFacts> = {
  id: 'R5-i',
  clause: 'R5-i',
  label: { zh: '专职心理健康教育教师', en: 'Full-time psychological-health teachers' },
  basis: 'text',
  notice: false,
  reads: ['psych.min_per_campus', 'psych.ratio'],
  bind: (parameters) => {
    const least = requiredBy(parameters, 'psych.min_per_campus', '>=');
    const ratio = requiredBy(parameters, 'psych.ratio', '<=');
    const readings = [...READINGS_OF_HEADS, 'psych.min_per_campus', 'psych.ratio'].map((key) => readingText(parameters, key));
    return (facts) => {
      const heads = facts.students.value;
      const evidence = facts.psychologists.evidence;
      if (heads?.n === 0n) return answerOf(psychologists, least, { outcome: 'not_applicable', reason: 'no_students', readings, evidence });
      const count = facts.psychologists.value === null ? null : exact(facts.psychologists.value);
      const countFigure = count && { numerator: count, denominator: ONE };
      const ratioFigure = count && heads && { numerator: heads, denominator: count };
      const countOutcome = countFigure === null ? 'undetermined' : outcomeOf(countFigure, '>=', least.value);
      const ratioOutcome = ratioFigure === null ? 'undetermined' : outcomeOf(ratioFigure, '<=', ratio.value);
      const outcome = worst([countOutcome, ratioOutcome]);
      const byRatio = countOutcome === 'met' && ratioOutcome === 'unmet';
      return answerOf(psychologists, byRatio ? ratio : least, {
        outcome,
        basis: byRatio ? 'wider_rule' : 'text',
        measured: outcome === 'undetermined' ? measuredOf(null, 'person')
          : byRatio ? measuredOf(ratioFigure, 'student/teacher') : measuredOf(countFigure, 'person'),
        gap: outcome === 'unmet' && count !== null ? { value: psychologistsShort(count, heads, least.value, ratio.value), unit: 'person' } : null,
        missing: missingOf([facts.students, facts.psychologists]),
        readings,
        parts: [
          part('count', countOutcome, countFigure, 'person', least),
          part('ratio', ratioOutcome, ratioFigure, 'student/teacher', ratio),
        ],
        evidence,
      });
    };
  },
};

/** max(1, ⌈N ÷ 4 000⌉) less those there are; with N unknown, the one that every campus needs. */
function psychologistsShort(count: Exact, heads: Exact | null, least: Exact, ratio: Exact): Exact {
  const byHeads = heads === null ? ZERO.n : scaled({ n: heads.n * ratio.d, d: heads.d * ratio.n }, 0, 'up');
  const needed = byHeads > least.n / least.d ? byHeads : least.n / least.d;
  return exact(needed - count.n / count.d);
}

const { teachers, ideology, masters, seniors, counsellors } = r5RatioStandards;

export const r5Standards: readonly Standard<CampusFacts>[] = [
  overlap, unqualified, teachers, ideology, masters, seniors, experts, psychologists, counsellors, withoutHead,
];
