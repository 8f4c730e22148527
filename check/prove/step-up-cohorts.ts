import type { Row } from '../../core/exchange/sheets.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { decisionOf } from '../../core/step-up/decision.ts';
import { stepUpList, type StepUpCandidate } from '../../core/students/roll-list.ts';
import { rollOfRows } from '../../core/students/roll-rows.ts';
import type { Roll } from '../../core/students/roll.ts';
import { rollRules, type RollRules } from '../../core/students/rules.ts';
import { stepUpEligibility, type StepUpAnswer } from '../../core/students/step-up.ts';
import { compare, exact } from '../../core/values/exact.ts';
import { date } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { madeCohort, naiveDecision, type MadeCandidate } from './made-cohort.ts';
import { randomFrom } from './random.ts';

const [TEST_ON, RESIT_ON, AUTUMN] = [date('2025-04-12'), date('2025-04-26'), date('2025-09-01')];
const PARAMETERS = parametersOn(quzhou2024.parameters, AUTUMN);
const RULES: RollRules = rollRules(PARAMETERS) ?? (() => { throw new Error('no rules of the roll'); })();
const HUNDREDTHS = 100;
const MOST = 12;

export interface Cohorts {
  readonly students: number;
  readonly stepped_up: number;
  readonly faults: readonly string[];
}

/** Random cohorts through the rules, each held against the sentences: nobody outside the filed list steps up, a resit makes nothing worse, a list entered twice is entered once. */
export function stepUpCohorts(seed: number, count: number): Cohorts {
  const random = randomFrom(seed);
  const found = { students: 0, stepped_up: 0, faults: [] as string[] };
  for (let at = 0; at < count; at += 1) {
    const cohort = madeCohort(random, random.whole(1, MOST));
    found.students += cohort.length;
    const candidates = cohort.map((one) => candidateOf(one));
    for (const [index, one] of cohort.entries()) found.faults.push(...faultsOf(one, candidates[index] as Known).map((what) => `cohort ${at}: ${what}`));
    const going = stepUpList(candidates.map(({ candidate }) => candidate).filter(({ roll }) => roll.status !== 'suspended'), AUTUMN, RULES).flatMap((one) => (one.outcome === 'goes' ? [one] : []));
    found.stepped_up += going.length;
    const wanted = cohort.filter((one) => naiveDecision(one) === 'passed').map(({ student_id }) => student_id);
    if (going.map(({ last }) => last.student_id).join() !== wanted.join()) found.faults.push(`cohort ${at}: ${going.length} go, ${wanted.length} were to`);
    const again = stepUpList(going.map(({ last, next }) => ({ last, roll: next, answer: null, published: 'passed' as const })), AUTUMN, RULES);
    if (again.some(({ outcome }) => outcome === 'goes')) found.faults.push(`cohort ${at}: somebody steps up twice`);
  }
  return found;
}

interface Known {
  readonly candidate: StepUpCandidate;
  readonly answer: StepUpAnswer;
  /** Without the resit. */
  readonly before: StepUpAnswer;
  readonly decision: string;
}

function candidateOf(one: MadeCandidate): Known {
  const last = rowOf(one);
  const roll = rollOfRows([last]) as Roll;
  const answered = (resit: MadeCandidate['resit']): StepUpAnswer => stepUpEligibility({
    roll: last, filings: one.filed ? [{ row: 1, student_id: one.student_id, list_no: '名册', filed_on: date('2022-12-05') }] : [], results: [...resultOf(one, 'upgrade_test', one.test), ...resultOf(one, 'upgrade_resit', resit)],
    conduct_ok: one.conduct, prize: false,
  }, AUTUMN, PARAMETERS) as StepUpAnswer;
  const answer = answered(one.resit);
  const { decision } = decisionOf(answer, { test: one.test !== undefined, resits: one.resit === undefined ? 0 : 1 }, PARAMETERS);
  return { candidate: { last, roll, answer, published: decision }, answer, before: answered(undefined), decision };
}

function resultOf({ student_id }: MadeCandidate, kind: 'upgrade_test' | 'upgrade_resit', score: number | null | undefined): Row<'results'>[] {
  return score == null ? [] : [{ row: 1, student_id, kind, on: kind === 'upgrade_test' ? TEST_ON : RESIT_ON, score: exact(score, HUNDREDTHS) }];
}

function rowOf({ student_id, status }: MadeCandidate): Row<'students'> {
  return {
    row: 1, student_id, name: student_id, sex: '1', birth_date: date('2007-01-01'), id_number: null, programme_id: 'P', school_id: 'S', campus_id: null, cohort: 2022, stage: 'secondary', grade: 3, status, class_id: null, boarder: null,
    from: date('2024-09-01'), to: null,
  };
}

/** What is wrong with what is decided of one student. */
function faultsOf(one: MadeCandidate, { answer, before, decision }: Known): string[] {
  const naive = naiveDecision(one);
  const wanted = naive === 'not_on_list' ? 'not_eligible' : naive;
  return [
    ...(decision === wanted ? [] : [`${JSON.stringify(one)}: ${decision}, the sentences say ${wanted}`]),
    ...(!one.filed && answer.outcome === 'met' ? [`${one.student_id} is on no filed list and eligible`] : []),
    ...(before.score !== null && (answer.score === null || compare(answer.score, before.score) < 0) || before.outcome === 'met' && answer.outcome !== 'met' ? [`${one.student_id}: the resit made it worse`] : []),
  ];
}
