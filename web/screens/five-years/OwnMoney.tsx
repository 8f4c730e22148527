import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { retryUnlessRefused } from '../../provenance/asked.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate, groupDigits } from '../../words/format.ts';
import { ownMoneyWords } from '../../words/own-money.ts';
import { feeText } from '../clearing/fee-text.ts';

type Statement = AnswerOf<Awaited<ReturnType<(typeof client.api)['five-years']['money']['$get']>>>;
type Year = Statement['students'][number]['years'][number];

/** What the student that is followed was billed, has paid and gets back, in plain words. */
export function OwnMoney({ student_id }: { student_id: string }) {
  const say = useWords(ownMoneyWords);
  const query = useQuery({ queryKey: ['five-years', 'money'], retry: retryUnlessRefused, queryFn: () => ask(client.api['five-years'].money.$get()) });
  return (
    <section className="five-years-part" aria-labelledby="own-money">
      <h2 id="own-money">{say.title}</h2>
      <Answer query={query}>
        {({ students }) => {
          const years = students.find((one) => one.student_id === student_id)?.years ?? [];
          return years.length === 0 ? <p>{say.none}</p> : years.map((year) => <OfYear key={year.academic_year} year={year} />);
        }}
      </Answer>
    </section>
  );
}

function OfYear({ year: { academic_year, fees, movements } }: { year: Year }) {
  const say = useWords(ownMoneyWords);
  const { language } = useSettings().settings;
  return (
    <>
      <h3>{say.yearOf(academic_year, academic_year + 1)}</h3>
      <ul className="own-courses">
        {fees.map((fee) => (
          <li key={fee.kind}>
            <span>{feeText(fee.kind, language)} {groupDigits(fee.charged_yuan)} {say.yuan}<span className="small"> {say.paid(groupDigits(fee.paid_yuan))}{fee.spent_yuan !== '0.00' && ` · ${say.spent(groupDigits(fee.spent_yuan))}`}{fee.refunded_yuan !== '0.00' && ` · ${say.refunded(groupDigits(fee.refunded_yuan))}`}</span></span>
            <span>{fee.owed_yuan !== '0.00' ? `▲ ${say.owed(groupDigits(fee.owed_yuan))}${fee.due_on === null ? '' : ` ${say.dueOn(formatDate(fee.due_on, language))}`}` : fee.back_yuan !== '0.00' ? `◇ ${say.back(groupDigits(fee.back_yuan))}` : `● ${say.settled}`}</span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{say.movements(movements.length)}</summary>
        <ul className="own-courses">
          {movements.map(({ on, what, kind, item, amount_yuan }, at) => (
            <li key={`${on} ${what} ${at}`}><span>{formatDate(on, language)} {say[what]} {feeText(kind, language)} <span className="small">{item}</span></span><span>{groupDigits(amount_yuan)}</span></li>
          ))}
        </ul>
      </details>
    </>
  );
}
