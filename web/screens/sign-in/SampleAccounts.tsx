import { ROLES } from '../../../core/access/roles.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import type { Session } from '../../shell/session.ts';
import { signInWords } from '../../words/sign-in.ts';

interface SampleAccountsProps {
  readonly accounts: Session['sample_accounts'];
  readonly chosen: string;
  readonly onChoose: (account: string) => void;
}

/** The sample's accounts, one for each role: choosing one writes it into the form. Their passwords are elsewhere. */
export function SampleAccounts({ accounts, chosen, onChoose }: SampleAccountsProps) {
  const say = useWords(signInWords);
  const { language } = useSettings().settings;
  return (
    <section className="sample-accounts" aria-labelledby="sample-accounts">
      <h2 id="sample-accounts">{say.sampleTitle}</h2>
      <p>{say.sampleHelp}</p>
      <p>{say.sampleFactor}</p>
      <ul>
        {accounts.map(({ account, role }) => (
          <li key={account}>
            <button type="button" aria-pressed={account === chosen} onClick={() => onChoose(account)}>
              <span>{ROLES[role].name[language]}</span>
              <span className="sample-account">{account}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
