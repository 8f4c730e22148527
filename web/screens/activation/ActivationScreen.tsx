import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { ask, client } from '../../client.ts';
import { ButtonLink } from '../../components/Button/Button.tsx';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useHref, useWords } from '../../settings/SettingsProvider.tsx';
import { arrive, codeFromSlip, forgetCode, readCodeAgain } from '../../shell/arrival.ts';
import { Page } from '../../shell/PageHead.tsx';
import { SESSION_KEY, useSession } from '../../shell/session.ts';
import type { Session } from '../../shell/session.ts';
import { activationWords } from '../../words/activation.ts';
import { passwordWords } from '../../words/password.ts';
import { NewPassword } from '../account/NewPassword.tsx';
import { newPasswordProblems } from '../account/new-password.ts';
import { TriedForm } from '../sign-in/TriedForm.tsx';
import { useAttempt } from '../sign-in/useAttempt.ts';
import { isCode } from './slip-code.ts';

/** `/activate#CODE`: whoever holds a slip chooses a password, and is signed in. */
export function ActivationScreen() {
  const say = useWords(activationWords);
  const { account } = useSession();
  const [done, setDone] = useState<{ account: string; name: string } | null>(null);
  return (
    <Page title={say.title} lead={say.lead}>
      {done === null ? (
        <>
          {account !== null && <Notice kind="info" title={say.signedIn(account.account)} />}
          <ActivationForm onDone={setDone} />
        </>
      ) : (
        <Notice kind="done" title={say.done(done.name)} announce actions={<ButtonLink kind="primary" to="/">{say.toSignIn}</ButtonLink>}>
          {say.doneHelp(done.account)}
        </Notice>
      )}
    </Page>
  );
}

/** The code of the slip in whose address the page was opened, also when another one follows in the same window. */
function useSlipCode() {
  const [code, setCode] = useState(codeFromSlip);
  useEffect(() => {
    const again = () => setCode(readCodeAgain());
    window.addEventListener('hashchange', again);
    return () => window.removeEventListener('hashchange', again);
  }, []);
  return [code, setCode] as const;
}

function ActivationForm({ onDone }: { onDone: (done: { account: string; name: string }) => void }) {
  const say = useWords(activationWords);
  const passwordSay = useWords(passwordWords);
  const signIn = useSigningIn();
  const [code, setCode] = useSlipCode();
  const [chosen, setChosen] = useState({ password: '', again: '' });
  const tried = useAttempt('code', { code_not_valid: say.codeWrong }, { weak_password: 'password' });
  const submit = async () => {
    const problems: FieldProblem[] = isCode(code) ? [] : [{ field: 'code', message: say.codeShape }];
    problems.push(...newPasswordProblems(chosen, '', passwordSay));
    tried.setProblems(problems);
    if (problems.length > 0) return;
    const made = await tried.run(() => client.api.activation.$post({ json: { code: code.trim(), password: chosen.password } }));
    if (made === null) return;
    forgetCode();
    if (!(await signIn(made.account, chosen.password))) onDone(made);
  };
  return (
    <div className="activation">
      <TriedForm tried={tried} act={say.submit} acting={say.submitting} onSubmit={() => void submit()}>
        <TextField
          id="code" label={say.code} help={code !== '' && code === codeFromSlip() ? say.codeKnown : say.codeHelp} autoComplete="off"
          value={code} onChange={setCode} {...tried.errorOf('code')}
        />
        <NewPassword value={chosen} account="" problems={tried.problems} onChange={(part) => setChosen((now) => ({ ...now, ...part }))} />
        <p className="small">{say.nobodySees}</p>
      </TriedForm>
    </div>
  );
}

/** Signs in with what was just chosen, and goes to the page that the account begins with; false when that did not succeed. */
function useSigningIn(): (account: string, password: string) => Promise<boolean> {
  const queries = useQueryClient();
  const href = useHref();
  const [, navigate] = useLocation();
  return async (account, password) => {
    try {
      const session: Session = await ask(client.api.session.$post({ json: { account, password } }));
      arrive();
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] && queryKey[0] !== 'region' });
      void queries.invalidateQueries({ queryKey: ['region'] });
      navigate(href('/'));
      queries.setQueryData(SESSION_KEY, session);
      return true;
    } catch {
      return false;
    }
  };
}
