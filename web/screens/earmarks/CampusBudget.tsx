import { useState } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { Status } from '../../components/Status/Status.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { earmarkWords } from '../../words/earmarks.ts';
import { useMoneyOrigin } from '../clearing/useMoneyOrigin.ts';
import { BudgetTable } from './BudgetTable.tsx';
import { SpendDialog } from './SpendDialog.tsx';
import { SpendingList } from './SpendingList.tsx';
import type { EarmarkCampus, EarmarksAnswer } from './queries.ts';

/** What a campus was budgeted, has spent and has left, how much of its grant arrived, and whether money grew with its students. */
export function CampusBudget({ budget, answer, onDone }: { budget: EarmarkCampus; answer: EarmarksAnswer; onDone: (said: string) => void }) {
  const say = useWords(earmarkWords);
  const { language } = useSettings().settings;
  const [spending, setSpending] = useState(false);
  const { campus, unbudgeted, may_spend } = budget;
  const name = campus.name ?? campus.id;
  const nothing = budget.lines.every(({ budget_yuan, spent_yuan }) => budget_yuan === null && spent_yuan === null);
  return (
    <section className="grant-campus earmark-campus" aria-labelledby={`earmark-${campus.id}`}>
      <h2 id={`earmark-${campus.id}`}>{name}</h2>
      <Arrival budget={budget} name={name} />
      {nothing ? <p><Status outcome="undetermined" detail={budget.lines[0]?.detail?.[language] ?? ''} /></p> : <BudgetTable budget={budget} name={name} />}
      {unbudgeted !== null && unbudgeted.length > 0 && <p className="small">▲ {say.unbudgeted(unbudgeted.map((kind) => kind[language]).join(language === 'zh' ? '、' : ', '))}</p>}
      {!nothing && <SpendingList budget={budget} name={name} allowed={answer.allowed} onDone={onDone} />}
      {may_spend && <div className="button-row no-print"><Button onClick={() => setSpending(true)}>{say.spend}<span className="hidden-text"> {name}</span></Button></div>}
      {spending && <SpendDialog campus={campus} allowed={answer.allowed} onClose={() => setSpending(false)} onDone={() => { setSpending(false); onDone(say.recorded); }} />}
    </section>
  );
}

function Arrival({ budget, name }: { budget: EarmarkCampus; name: string }) {
  const say = useWords(earmarkWords);
  const { language } = useSettings().settings;
  const origin = useMoneyOrigin();
  const { payer, due_yuan, received_yuan, in_place, due_formula, increment } = budget;
  const figure = (title: string, text: string | null, told: { clause: string; computed: string; keys?: readonly string[] }) => (
    <div><dt>{title}</dt><dd><Figure label={`${name} ${title}`} from={origin({ title: `${name} ${title}`, keys: [], ...told })}>{text ?? say.unknown}</Figure></dd></div>
  );
  const grouped = (yuan: string | null): string | null => (yuan === null ? null : groupDigits(yuan));
  const [due, received] = [due_yuan ?? '?', received_yuan ?? '?'];
  return (
    <dl className="grant-figures">
      {payer !== null && <div><dt>{say.payer}</dt><dd>{payer.name ?? payer.id}</dd></div>}
      {figure(say.due, grouped(due_yuan), { clause: 'M5-d', computed: due_formula, keys: ['grant.standard', 'grant.headcount'] })}
      {figure(say.received, grouped(received_yuan), { clause: 'M5-e', computed: `Σ = ${received}` })}
      {figure(say.inPlace, in_place === null ? null : `${in_place}%`, { clause: 'M5-e', computed: `${received} ÷ ${due} = ${in_place ?? '?'}%` })}
      {increment !== null && (
        <div>
          <dt>{say.increment}</dt>
          <dd>
            <Status outcome={increment.outcome} detail={increment.detail?.[language] ?? ''} />{' '}
            <Figure label={`${name} ${say.increment}`} from={origin({
              title: `${name} ${say.increment}`, clause: 'M5-c', keys: ['funding.increment', 'grant.headcount'],
              computed: say.growthOf(increment.students_before ?? '?', increment.students ?? '?', increment.money_before_yuan ?? '?', increment.money_yuan ?? '?'),
            })}>{say.heads(increment.students_before ?? '?', increment.students ?? '?')}</Figure>
          </dd>
        </div>
      )}
    </dl>
  );
}
