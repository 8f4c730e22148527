import { useState } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate, groupDigits } from '../../words/format.ts';
import { earmarkWords } from '../../words/earmarks.ts';
import { useMoneyOrigin } from '../clearing/useMoneyOrigin.ts';
import { AnswerDialog } from './AnswerDialog.tsx';
import { NeedDialog } from './NeedDialog.tsx';
import type { EarmarksAnswer, FundingNeed } from './queries.ts';

/** M5-c: what campuses say they need, and what the bureau that pays them answers. */
export function Needs({ answer: { needs, campuses, fiscal_year }, onDone }: { answer: EarmarksAnswer; onDone: (said: string) => void }) {
  const say = useWords(earmarkWords);
  const [stating, setStating] = useState(false);
  const [answering, setAnswering] = useState<FundingNeed | null>(null);
  const own = campuses.filter(({ may_spend }) => may_spend).map(({ campus }) => campus);
  return (
    <section className="earmark-campus" aria-labelledby="earmark-needs">
      <h2 id="earmark-needs">{say.needs}</h2>
      {needs.length === 0 ? <EmptyState title={say.needsNone}>{say.needsHelp}</EmptyState> : <NeedTable needs={needs} onAnswer={setAnswering} />}
      {own.length > 0 && <div className="button-row no-print"><Button onClick={() => setStating(true)}>{say.need}</Button></div>}
      {stating && <NeedDialog campuses={own} fiscal_year={fiscal_year} onClose={() => setStating(false)} onDone={() => { setStating(false); onDone(say.stated); }} />}
      {answering !== null && <AnswerDialog need={answering} onClose={() => setAnswering(null)} onDone={() => { setAnswering(null); onDone(say.answered); }} />}
    </section>
  );
}

function NeedTable({ needs, onAnswer }: { needs: readonly FundingNeed[]; onAnswer: (need: FundingNeed) => void }) {
  const say = useWords(earmarkWords);
  const origin = useMoneyOrigin();
  const { language } = useSettings().settings;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.needs}</caption>
        <thead><tr><th scope="col">{say.campus}</th><th scope="col">{say.purpose}</th><th scope="col" className="number">{say.amount}</th><th scope="col">{say.students}</th><th scope="col">{say.answer}</th></tr></thead>
        <tbody>
          {needs.map((need) => {
            const { need_id, campus, label, purpose, stated_on, amount_yuan, students, students_before, answer, answer_yuan, note, answered_on, may_answer } = need;
            const name = campus.name ?? campus.id;
            return (
              <tr key={need_id}>
                <th scope="row">{name}<span className="small settlement-note">{formatDate(stated_on, language)}</span></th>
                <td data-label={say.purpose}>{label[language]}<span className="small settlement-note">{purpose}</span></td>
                <td data-label={say.amount} className="number"><Figure label={`${name} ${purpose}`} from={origin({ title: `${name} ${purpose}`, clause: 'M5-c', computed: `= ${amount_yuan}`, note: say.ofNeed(formatDate(stated_on, language)), keys: ['grant.headcount'] })}>{groupDigits(amount_yuan)}</Figure></td>
                <td data-label={say.students}>{say.heads(students_before ?? say.unknown, students ?? say.unknown)}</td>
                <td data-label={say.answer}>
                  {answer === null ? say.waiting : `${say[answer]} ${groupDigits(answer_yuan ?? '')}`}
                  {answered_on !== null && <span className="small settlement-note">{formatDate(answered_on, language)} {note}</span>}
                  {may_answer && <div className="no-print"><Button onClick={() => onAnswer(need)}>{say.answer}<span className="hidden-text"> {name} {purpose}</span></Button></div>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
