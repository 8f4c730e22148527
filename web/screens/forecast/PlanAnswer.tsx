import { paidYuan } from '../../../core/allocation/kept-answer.ts';
import { demandText, kindText, percentOff, placeNames } from '../../../core/allocation/phrases.ts';
import { groupWhole, missingText, OUTCOMES } from '../../../core/check/phrases.ts';
import { Notice } from '../../components/Notice/Notice.tsx';
import type { AllocationAnswer } from '../../provenance/answers.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { planningWords } from '../../words/planning.ts';
import { Place } from './Place.tsx';
import { YearTable } from './YearTable.tsx';

const MOST_AT_A_GLANCE = 40;

/** How sure it is, what to do, what it costs, what binds, and what stays open. */
export function PlanAnswer({ plan }: { plan: AllocationAnswer }) {
  // Of many campuses the sums come before the list of what each is given.
  const isLong = plan.plan.length > MOST_AT_A_GLANCE;
  return (
    <>
      <Verdict plan={plan} />
      {isLong && <Costs plan={plan} />}
      <Decisions plan={plan} />
      {!isLong && <Costs plan={plan} />}
      <Binding plan={plan} />
      <Hires plan={plan} />
      <OpenItems plan={plan} />
    </>
  );
}

function Verdict({ plan: answer }: { plan: AllocationAnswer }) {
  const { status, conflict, nearest_target, target, judged_to, plan, campuses } = answer;
  const say = useWords(planningWords);
  const { language } = useSettings().settings;
  if (status === 'unanswered' || status === 'refused') return <Notice kind="warning" title={say.unanswered} announce />;
  if (status === 'impossible') {
    return (
      <Notice kind="warning" title={say.impossible} announce>
        <p>{conflict.length === 1 ? say.alone : say.conflict}</p>
        <ul>{conflict.map((demand) => <li key={demandText(demand, language)} title={demand.campus_id ?? demand.school_id ?? undefined}>{demandText(demand, language, placeNames(campuses))}</li>)}</ul>
        {target !== null && <p>{nearest_target === null ? say.none : say.nearest(groupDigits(String(nearest_target)))}</p>}
      </Notice>
    );
  }
  return <Notice kind="done" title={plan.length === 0 ? say.nothing : reached(answer, say)} announce>{say.judged(judged_to)}</Notice>;
}

/** What a plan costs, and how sure it is that none costs less; beside it what weights make of that, where there are any. */
function reached(answer: AllocationAnswer, say: (typeof planningWords)['zh']): string {
  const { status, proof } = answer;
  const [cost, bound] = [groupWhole(proof.cost_yuan ?? ''), groupWhole(proof.bound_yuan ?? '')];
  const paid = paidYuan(answer);
  if (status === 'optimal') return paid === null ? say.proven(cost) : say.provenWeighed(groupWhole(paid), cost);
  const off = percentOff(Number(proof.cost_yuan), Number(proof.bound_yuan));
  return paid === null ? say.feasible(cost, bound, off) : say.feasibleWeighed(groupWhole(paid), cost, bound, off);
}

function Decisions({ plan: { plan, campuses } }: { plan: AllocationAnswer }) {
  const say = useWords(planningWords);
  const { language } = useSettings().settings;
  const names = new Map(campuses.map(({ campus_id, name }) => [campus_id, name]));
  return (
    <YearTable
      id="plan-decisions" title={say.plan}
      head={[{ label: say.year }, { label: say.kind }, { label: say.place }, { label: say.option }, { label: say.count, number: true }, { label: say.brings, number: true }, { label: say.once, number: true }, { label: say.yearly, number: true }]}
      rows={plan.map(({ year, kind, campus_id, programme_id, division_code, option_id, count, brings, once_yuan, yearly_yuan }) => [
        year, kindText(kind, language),
        campus_id === null ? say.county(division_code ?? '') : [names.get(campus_id) ?? campus_id, programme_id].filter((word) => word !== null).join(' · '),
        option_id, count, groupDigits(brings), groupWhole(once_yuan), groupWhole(yearly_yuan),
      ])}
    />
  );
}

function Costs({ plan: { costs } }: { plan: AllocationAnswer }) {
  const say = useWords(planningWords);
  const { language } = useSettings().settings;
  return (
    <YearTable
      id="plan-costs" title={say.costs}
      head={[{ label: say.year }, { label: say.kind }, { label: say.once, number: true }, { label: say.yearly, number: true }, { label: say.total, number: true }]}
      rows={costs.map(({ year, kind, once_yuan, yearly_yuan, total_yuan }) => [year, kindText(kind, language), groupWhole(once_yuan), groupWhole(yearly_yuan), groupWhole(total_yuan)])}
    />
  );
}

function Binding({ plan: { binding, campuses } }: { plan: AllocationAnswer }) {
  const say = useWords(planningWords);
  const { language } = useSettings().settings;
  return (
    <YearTable
      id="plan-binding" title={say.binding} note={say.bindingNote} head={[{ label: say.clause }, { label: say.saves, number: true }]}
      rows={binding.map((demand) => [<span key="demand" title={demand.campus_id ?? demand.school_id ?? undefined}>{demandText(demand, language, placeNames(campuses))}</span>, groupWhole(demand.saves_yuan)])}
    />
  );
}

function Hires({ plan: { hires, campuses } }: { plan: AllocationAnswer }) {
  const say = useWords(planningWords);
  const names = new Map(campuses.map(({ campus_id, name }) => [campus_id, name]));
  return (
    <YearTable
      id="plan-hires" title={say.hires} head={[{ label: say.campus }, { label: say.hired, number: true }, { label: say.master, number: true }, { label: say.senior, number: true }]}
      rows={hires.map(({ campus_id, teachers, with_master, with_senior_title }) => [names.get(campus_id) ?? campus_id, teachers, with_master, with_senior_title])}
    />
  );
}

function OpenItems({ plan: { open, campuses } }: { plan: AllocationAnswer }) {
  const say = useWords(planningWords);
  const { language } = useSettings().settings;
  const outcomeOf = (outcome: string) => (outcome === 'unmet' || outcome === 'undetermined' ? OUTCOMES[outcome][language] : outcome);
  return (
    <YearTable
      id="plan-open" title={say.openItems} note={say.openNote}
      head={[{ label: say.clause }, { label: say.campus }, { label: say.verdict }, { label: say.missing }, { label: say.years }]}
      rows={open.map(({ standard, part, notice, campus_id, school_id, outcome, missing, years }) => [
        `${standard}${part === null ? '' : ` ${part}`}${notice ? say.notice : ''}`, <Place key="place" campus_id={campus_id} school_id={school_id} names={placeNames(campuses)} />, outcomeOf(outcome), missingText(missing, language), years.join(' '),
      ])}
    />
  );
}
