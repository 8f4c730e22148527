import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate, groupDigits } from '../../words/format.ts';
import { moneyWords } from '../../words/money.ts';
import { useMoneyOrigin } from '../clearing/useMoneyOrigin.ts';
import { useOpenClearing } from './queries.ts';

/** Clearing accounts come to nothing; those that do not are named, with whom it lies and for how long. */
export function ClearingStanding() {
  const say = useWords(moneyWords);
  const { language } = useSettings().settings;
  const origin = useMoneyOrigin();
  return (
    <section aria-labelledby="open-clearing">
      <h2 id="open-clearing">{say.clearing}</h2>
      <p className="small">{say.clearingHelp}</p>
      <Answer query={useOpenClearing()}>
        {({ accounts, days }) => (accounts.length === 0 ? <p>● {say.clearingZero}</p> : (
          <div className="wide-table">
            <table className="ledger ledger-cards">
              <caption className="hidden-text">{say.clearing}</caption>
              <thead><tr><th scope="col">{say.account}</th><th scope="col">{say.holder}</th><th scope="col" className="number">{say.balance}</th><th scope="col">{say.since}</th></tr></thead>
              <tbody>
                {accounts.map(({ account, label, holder, name, balance_yuan, since, age, late }) => (
                  <tr key={account}>
                    <th scope="row"><ScreenLink to="/ledger" query={{ account }}>{label[language]}</ScreenLink></th>
                    <td data-label={say.holder}>{name ?? holder}</td>
                    <td data-label={say.balance} className="number"><Figure label={`${label[language]} ${name ?? holder}`} from={origin({ title: `${label[language]} ${name ?? holder}`, clause: account.startsWith('clearing:grant') ? 'M5-f' : account.startsWith('clearing:tuition_share') ? 'R4-c' : 'R4-e', computed: `Σ = ${balance_yuan}`, note: say.clearingNote, keys: ['fees.pass_on_days'] })}>{groupDigits(balance_yuan)}</Figure></td>
                    <td data-label={say.since}>{since === null ? '–' : say.sinceOf(formatDate(since, language), age ?? 0)}{late && ` ▲ ${say.late(days ?? 0)}`}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ))}
      </Answer>
    </section>
  );
}
