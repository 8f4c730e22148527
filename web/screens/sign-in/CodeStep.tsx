import { useEffect, useState } from 'react';
import { client } from '../../client.ts';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import type { Session } from '../../shell/session.ts';
import { signInWords } from '../../words/sign-in.ts';
import { TriedForm } from './TriedForm.tsx';
import { useAttempt } from './useAttempt.ts';

interface CodeStepProps {
  /** Of the field: two forms may stand on one page. */
  readonly id?: string;
  readonly onSession: (session: Session) => void;
  /** Back to account and password. */
  readonly others: React.ReactNode;
}

/** The second step: the authenticator's code, or one of the recovery codes in its place. */
export function CodeStep({ id = 'code', onSession, others }: CodeStepProps) {
  const say = useWords(signInWords);
  const [code, setCode] = useState('');
  const tried = useAttempt(id);
  useEffect(() => document.getElementById(id)?.focus(), [id]);
  const submit = async () => {
    if (code.trim() === '') return tried.setProblems([{ field: id, message: say.codeMissing }]);
    const answer = await tried.run(() => client.api.session.factor.$post({ json: { code: code.trim() } }));
    if (answer !== null) onSession(answer);
  };
  return (
    <TriedForm tried={tried} act={say.goOn} acting={say.signingIn} onSubmit={() => void submit()} others={others}>
      <TextField id={id} label={say.code} help={say.codeHelp} autoComplete="one-time-code" value={code} onChange={setCode} {...tried.errorOf(id)} />
    </TriedForm>
  );
}
