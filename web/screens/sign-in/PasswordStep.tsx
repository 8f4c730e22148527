import { useState } from 'react';
import { client } from '../../client.ts';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import type { Session } from '../../shell/session.ts';
import { signInWords } from '../../words/sign-in.ts';
import { SampleAccounts } from './SampleAccounts.tsx';
import { SingleSignOn } from './SingleSignOn.tsx';
import { TriedForm } from './TriedForm.tsx';
import { useAttempt } from './useAttempt.ts';

interface PasswordStepProps {
  /** What the page knows while nobody is signed in. */
  readonly session: Session;
  /** The account that was signed in here before, if any. */
  readonly before?: string;
  readonly onSession: (session: Session) => void;
}

/** Account and password; in the sample also who there is. */
export function PasswordStep({ session, before = '', onSession }: PasswordStepProps) {
  const say = useWords(signInWords);
  const [account, setAccount] = useState(before);
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const tried = useAttempt('password', { wrong_password: say.wrong });
  const submit = async () => {
    const missing = [
      ...(account.trim() === '' ? [{ field: 'account', message: say.accountMissing }] : []),
      ...(password === '' ? [{ field: 'password', message: say.passwordMissing }] : []),
    ];
    tried.setProblems(missing);
    if (missing.length > 0) return;
    const answer = await tried.run(() => client.api.session.$post({ json: { account: account.trim(), password } }));
    if (answer !== null) onSession(answer);
  };
  const fill = (name: string) => {
    setAccount(name);
    document.getElementById('password')?.focus();
  };
  return (
    <div className="sign-in">
      <div className="sign-in-form">
        <TriedForm tried={tried} act={say.signIn} acting={say.signingIn} onSubmit={() => void submit()}>
          <TextField id="account" label={say.account} autoComplete="username" value={account} onChange={setAccount} {...tried.errorOf('account')} />
          <TextField
            id="password" label={say.password} autoComplete="current-password" type={shown ? 'text' : 'password'}
            value={password} onChange={setPassword} help={say.wrongHelp} {...tried.errorOf('password')}
          />
          <CheckboxField label={say.show} checked={shown} onChange={setShown} />
        </TriedForm>
        {session.single_sign_on && <SingleSignOn purpose="sign_in" />}
        <p className="small">{say.forgotten}</p>
      </div>
      {session.sample && <SampleAccounts accounts={session.sample_accounts} chosen={account} onChoose={fill} />}
    </div>
  );
}
