import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import type { RegionHead } from '../../shell/region.ts';
import { signInWords } from '../../words/sign-in.ts';
import { attemptSignIn } from './attempt.ts';
import { useWait } from './useWait.ts';

/** The account that the sample region is delivered with. */
const SAMPLE_ACCOUNT = 'office';

/** Stands in place of every page until somebody has signed in; the address stays, so that its page comes next. */
export function SignInScreen({ region }: { region: RegionHead }) {
  const say = useWords(signInWords);
  return (
    <Page title={say.title} lead={say.lead(region.name)}>
      {region.sample && (
        <Notice kind="info" title={say.sampleTitle}>
          {say.sampleHelp(SAMPLE_ACCOUNT)}
        </Notice>
      )}
      <SignInForm />
      <p className="small">{say.forgotten}</p>
    </Page>
  );
}

function SignInForm() {
  const say = useWords(signInWords);
  const queries = useQueryClient();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const wait = useWait();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || wait.seconds > 0) return;
    const missing = [
      ...(account.trim() === '' ? [{ field: 'account', message: say.accountMissing }] : []),
      ...(password === '' ? [{ field: 'password', message: say.passwordMissing }] : []),
    ];
    setProblems(missing);
    if (missing.length > 0) return;
    setBusy(true);
    const answer = await attemptSignIn(account.trim(), password);
    setBusy(false);
    if (answer.outcome === 'in') return void queries.resetQueries();
    if (answer.outcome === 'wait') wait.start(answer.seconds);
    else setProblems([{ field: 'password', message: answer.outcome === 'wrong' ? say.wrong : say.unreachable }]);
  };

  const errorOf = (field: string) => {
    const error = problems.find((problem) => problem.field === field)?.message;
    return error === undefined ? {} : { error };
  };
  return (
    <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
      {wait.seconds > 0 && (
        <Notice kind="warning" title={say.wait} announce>
          <span aria-hidden="true">{say.waitHelp(wait.seconds)}</span>
          <span className="hidden-text">{say.waitHelp(wait.from)}</span>
        </Notice>
      )}
      {wait.seconds === 0 && <ErrorSummary problems={problems} />}
      <TextField id="account" label={say.account} autoComplete="username" value={account} onChange={setAccount} {...errorOf('account')} />
      <TextField
        id="password" label={say.password} autoComplete="current-password" type={shown ? 'text' : 'password'}
        value={password} onChange={setPassword} help={say.wrongHelp} {...errorOf('password')}
      />
      <CheckboxField label={say.show} checked={shown} onChange={setShown} />
      <Button kind="primary" type="submit" aria-disabled={busy || wait.seconds > 0}>
        {wait.seconds > 0 ? say.waitButton(wait.seconds) : busy ? say.signingIn : say.signIn}
      </Button>
    </form>
  );
}
