import { Figure } from '../../components/Figure/Figure.tsx';
import { Status } from '../../components/Status/Status.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { settlementWords } from '../../words/settlement.ts';
import type { SettlementAnswer, Years } from './queries.ts';
import { useSettlementOrigins } from './useSettlementOrigins.ts';

/** The books of the region: turnover on both sides, and every clearing account that is not at zero. */
export function Books({ books, years }: { books: NonNullable<SettlementAnswer['books']>; years: Years }) {
  const say = useWords(settlementWords);
  const { ofBooks } = useSettlementOrigins(years);
  const figure = (title: string, yuan: string) => <Figure label={title} from={ofBooks(title)}>{groupDigits(yuan)}</Figure>;
  const open = books.clearing.filter(({ balance_yuan }) => Number(balance_yuan) !== 0);
  return (
    <section className="settlement-books" aria-labelledby="settlement-books">
      <h2 id="settlement-books">{say.books}</h2>
      <p>{say.debit} {figure(say.debit, books.debit_yuan)} · {say.credit} {figure(say.credit, books.credit_yuan)} <Status outcome={books.agree ? 'met' : 'unmet'} detail={books.agree ? say.agree : say.differ} /></p>
      {open.length === 0 ? <p className="small">{say.allClear}</p> : (
        <table className="ledger">
          <caption className="hidden-text">{say.clearing}</caption>
          <thead><tr><th scope="col">{say.account}</th><th scope="col" className="number">{say.balance}</th></tr></thead>
          <tbody>{open.map(({ account, balance_yuan }) => <tr key={account}><th scope="row"><code>{account}</code></th><td className="number">{figure(account, balance_yuan)}</td></tr>)}</tbody>
        </table>
      )}
    </section>
  );
}
