import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { endIsSettled } from '../../session-end.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { SESSION_KEY, useSession } from '../../shell/session.ts';
import type { Session } from '../../shell/session.ts';
import { useLeaving } from '../../shell/useLeaving.ts';
import { signInWords } from '../../words/sign-in.ts';
import { CodeStep } from './CodeStep.tsx';
import { EnrolStep } from './EnrolStep.tsx';
import { TriedForm } from './TriedForm.tsx';
import { useAttempt } from './useAttempt.ts';
import './sign-in.css';

/** The session ended in the middle of work: the same person signs in over the page, which stays as it is, out of sight. */
export function SignInAgain() {
  const say = useWords(signInWords);
  const queries = useQueryClient();
  const before = useSession();
  const leave = useLeaving();
  const [level, setLevel] = useState<Session['level']>(null);
  const account = before.account?.account ?? '';
  const on = (session: Session) => {
    setLevel(session.level);
    if (session.level !== 'full') return;
    queries.setQueryData(SESSION_KEY, session);
    endIsSettled();
    // Only what was refused meanwhile is asked again: nothing moves under what was being typed.
    void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
  };
  const other = (
    <Button kind="quiet" aria-describedby="again-other" onClick={() => leave()}>
      {say.againOther}
    </Button>
  );
  return (
    <Dialog title={say.againTitle} open place="cover">
      <p>{say.againHelp}</p>
      {level === 'factor' ? (
        <CodeStep id="again-code" onSession={on} others={other} />
      ) : level === 'enrol' ? (
        <EnrolStep account={account} onSession={on} others={other} />
      ) : (
        <PasswordAgain account={account} onSession={on} others={other} />
      )}
      <p className="small" id="again-other">
        {say.againOtherHelp}
      </p>
    </Dialog>
  );
}

interface PasswordAgainProps {
  readonly account: string;
  readonly onSession: (session: Session) => void;
  readonly others: React.ReactNode;
}

function PasswordAgain({ account, onSession, others }: PasswordAgainProps) {
  const say = useWords(signInWords);
  const [password, setPassword] = useState('');
  const tried = useAttempt('again-password', { wrong_password: say.wrong });
  useEffect(() => document.getElementById('again-password')?.focus(), []);
  const submit = async () => {
    if (password === '') return tried.setProblems([{ field: 'again-password', message: say.passwordMissing }]);
    const session = await tried.run(() => client.api.session.$post({ json: { account, password } }));
    if (session !== null) onSession(session);
  };
  return (
    <TriedForm tried={tried} act={say.againAct} acting={say.signingIn} onSubmit={() => void submit()} others={others}>
      <TextField id="again-account" label={say.account} autoComplete="username" readOnly value={account} onChange={() => undefined} />
      <TextField
        id="again-password" label={say.password} type="password" autoComplete="current-password"
        value={password} onChange={setPassword} {...tried.errorOf('again-password')}
      />
    </TriedForm>
  );
}
