import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { retryUnlessRefused } from '../../provenance/asked.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { ownMoneyWords } from '../../words/own-money.ts';
import { FeeFigure } from '../clearing/FeeFigure.tsx';
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

type Fee = Year['fees'][number];
type Movement = Year['movements'][number];

function OfYear({ year: { academic_year, fees, movements } }: { year: Year }) {
  const say = useWords(ownMoneyWords);
  const { language } = useSettings().settings;
  return (
    <>
      <h3>{say.yearOf(academic_year, academic_year + 1)}</h3>
      <ul className="own-courses">
        {fees.map((fee) => <OfFee key={fee.kind} fee={fee} movements={movements.filter(({ kind }) => kind === fee.kind)} />)}
      </ul>
      <details>
        <summary>{say.movements(movements.length)}</summary>
        <ul className="own-courses">
          {movements.map((one, at) => {
            const { on, what, kind, item, amount_yuan } = one;
            const title = `${formatDate(on, language)} ${say[what]} ${feeText(kind, language)}`;
            return <li key={`${on} ${what} ${at}`}><span>{title} <span className="small">{item}</span></span><FeeFigure title={title} kind={kind} amount_yuan={amount_yuan} note={`${say[`note_${what}`]}${item === '' ? '' : ` ${item}`}`} /></li>;
          })}
        </ul>
      </details>
    </>
  );
}

/** One kind of fee: every amount opens to the movements that it is the sum of. */
function OfFee({ fee, movements }: { fee: Fee; movements: readonly Movement[] }) {
  const say = useWords(ownMoneyWords);
  const { language } = useSettings().settings;
  const { kind, charged_yuan, paid_yuan, spent_yuan, refunded_yuan, owed_yuan, back_yuan, due_on } = fee;
  const name = feeText(kind, language);
  const sum = (what: Movement['what'], title: string, amount_yuan: string) => {
    const own = movements.filter((one) => one.what === what);
    const computed = `${own.map((one) => `${one.amount_yuan}（${formatDate(one.on, language)}）`).join(' + ') || '0.00'} = ${amount_yuan}`;
    return <>{title} <FeeFigure title={`${name} ${title}`} kind={kind} amount_yuan={amount_yuan} computed={computed} note={say[`note_${what}`]} /></>;
  };
  const rest = (title: string, amount_yuan: string, computed: string, note: string) => <FeeFigure title={`${name} ${title}`} kind={kind} amount_yuan={amount_yuan} computed={computed} note={note} />;
  return (
    <li>
      <span>
        {name} {sum('charge', say.charge, charged_yuan)} {say.yuan}
        <span className="small"> {sum('receipt', say.paid, paid_yuan)}{spent_yuan !== '0.00' && <> · {sum('spending', say.spent, spent_yuan)}</>}{refunded_yuan !== '0.00' && <> · {sum('refund', say.refunded, refunded_yuan)}</>}</span>
      </span>
      {owed_yuan !== '0.00' ? <span>▲ {say.owed} {rest(say.owed, owed_yuan, `${charged_yuan} − ${paid_yuan} = ${owed_yuan}`, say.owedNote)}{due_on !== null && ` ${say.dueOn(formatDate(due_on, language))}`}</span>
        : back_yuan !== '0.00' ? <span>◇ {say.back} {rest(say.back, back_yuan, `${paid_yuan} − ${spent_yuan} − ${refunded_yuan} = ${back_yuan}`, say.backNote)} <span className="small">{say.backWhen}</span></span>
          : <span>● {say.settled}</span>}
    </li>
  );
}
