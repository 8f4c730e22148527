import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { SESSION_KEY, useSession } from '../../shell/session.ts';
import { accountWords } from '../../words/account.ts';
import { passwordWords } from '../../words/password.ts';
import { TriedForm } from '../sign-in/TriedForm.tsx';
import { useAttempt } from '../sign-in/useAttempt.ts';
import { newPasswordProblems } from './new-password.ts';
import { NewPassword } from './NewPassword.tsx';

/** Another password, with the present one as proof of who asks. */
export function PasswordPart({ onDone }: { onDone: () => void }) {
  const say = useWords(accountWords);
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{say.changePassword}</Button>
      <Dialog title={say.changePassword} open={open} onClose={() => setOpen(false)} place="side">
        <ChangePassword
          onCancel={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onDone();
          }}
        />
      </Dialog>
    </div>
  );
}

function ChangePassword({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const say = useWords(accountWords);
  const passwordSay = useWords(passwordWords);
  const queries = useQueryClient();
  const account = useSession().account?.account ?? '';
  const [present, setPresent] = useState('');
  const [chosen, setChosen] = useState({ password: '', again: '' });
  const tried = useAttempt('present', { wrong_password: say.presentWrong }, { weak_password: 'password' });
  const submit = async () => {
    const problems = [
      ...(present === '' ? [{ field: 'present', message: say.presentMissing }] : []),
      ...newPasswordProblems(chosen, account, passwordSay),
    ];
    tried.setProblems(problems);
    if (problems.length > 0) return;
    const session = await tried.run(() => client.api.session.password.$post({ json: { password: present, new_password: chosen.password } }));
    if (session === null) return;
    queries.setQueryData(SESSION_KEY, session);
    await queries.invalidateQueries({ queryKey: ['own-sessions'] });
    onDone();
  };
  return (
    <TriedForm
      tried={tried} act={say.changePassword} acting={say.saving} onSubmit={() => void submit()}
      others={<Button onClick={onCancel}>{say.cancel}</Button>}
    >
      <input className="hidden-text" type="text" autoComplete="username" value={account} readOnly tabIndex={-1} aria-hidden="true" />
      <TextField id="present" type="password" autoComplete="current-password" label={say.presentPassword} value={present} onChange={setPresent} {...tried.errorOf('present')} />
      <NewPassword value={chosen} account={account} problems={tried.problems} onChange={(part) => setChosen((now) => ({ ...now, ...part }))} />
    </TriedForm>
  );
}
