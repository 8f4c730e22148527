import { ScreenLink } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { ledgerWords } from '../../words/ledger.ts';
import type { LedgerAnswer } from '../money/queries.ts';
import { ACCOUNT_FIGURES, AccountFigure } from './AccountFigure.tsx';

/** Accounts with what was taken from each, given to it and stands on it. */
export function AccountTable({ accounts }: { accounts: LedgerAnswer['accounts'] }) {
  const say = useWords(ledgerWords);
  const { language } = useSettings().settings;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards settlement-table">
        <caption className="hidden-text">{say.title}</caption>
        <thead><tr><th scope="col">{say.account}</th><th scope="col">{say.holder}</th><th scope="col" className="number">{say.debit}</th><th scope="col" className="number">{say.credit}</th><th scope="col" className="number">{say.balance}</th></tr></thead>
        <tbody>
          {accounts.map((one) => (
            <tr key={one.account}>
              <th scope="row"><ScreenLink to="/ledger" query={{ account: one.account }}>{one.label[language]}<span className="hidden-text"> {say.entriesOf(one.name ?? one.holder)}</span></ScreenLink></th>
              <td data-label={say.holder}>{one.name ?? one.holder}</td>
              {ACCOUNT_FIGURES.map((figure) => <td key={figure} data-label={say[figure]} className="number"><AccountFigure account={one} figure={figure} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
