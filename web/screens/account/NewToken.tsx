import { useState } from 'react';
import { client } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useSession } from '../../shell/session.ts';
import type { Permission } from '../../shell/session.ts';
import { accountWords } from '../../words/account.ts';
import { TriedForm } from '../sign-in/TriedForm.tsx';
import { useAttempt } from '../sign-in/useAttempt.ts';
import { handedOn, permissionText } from './permission-text.ts';

const USUAL_DAYS = '90';
const MOST_DAYS = 366;

/** A token to make; once made it is shown this once, and the dialog is closed by saying that it is stored. */
export function NewToken({ onClose }: { onClose: () => void }) {
  const say = useWords(accountWords);
  const [made, setMade] = useState<{ label: string; secret: string } | null>(null);
  return made === null ? (
    <Dialog title={say.newToken} open onClose={onClose} place="side">
      <TokenForm onMade={setMade} onCancel={onClose} />
    </Dialog>
  ) : (
    <Dialog title={say.tokenMade(made.label)} open actions={<Button kind="primary" onClick={onClose}>{say.close}</Button>}>
      <MadeToken secret={made.secret} />
    </Dialog>
  );
}

function TokenForm({ onMade, onCancel }: { onMade: (made: { label: string; secret: string }) => void; onCancel: () => void }) {
  const say = useWords(accountWords);
  const { language } = useSettings().settings;
  const { may } = useSession();
  const [label, setLabel] = useState('');
  const [days, setDays] = useState(USUAL_DAYS);
  const [scopes, setScopes] = useState<readonly Permission[]>([]);
  const tried = useAttempt('token-label');
  const submit = async () => {
    const problems: FieldProblem[] = [];
    if (label.trim() === '') problems.push({ field: 'token-label', message: say.labelMissing });
    if (!/^\d{1,3}$/.test(days.trim()) || Number(days) < 1 || Number(days) > MOST_DAYS) problems.push({ field: 'token-days', message: say.daysWrong });
    if (scopes.length === 0) problems.push({ field: 'token-scopes', message: say.scopesMissing });
    tried.setProblems(problems);
    if (problems.length > 0) return;
    const answer = await tried.run(() => client.api.tokens.$post({ json: { label: label.trim(), scopes: [...scopes], days: Number(days) } }));
    if (answer !== null) onMade({ label: answer.token.label, secret: answer.secret });
  };
  return (
    <TriedForm tried={tried} act={say.makeToken} acting={say.making} onSubmit={() => void submit()} others={<Button onClick={onCancel}>{say.cancel}</Button>}>
      <TextField id="token-label" label={say.label} help={say.labelHelp} autoComplete="off" value={label} onChange={setLabel} {...tried.errorOf('token-label')} />
      <TextField id="token-days" label={say.days} help={say.daysHelp} autoComplete="off" inputMode="numeric" value={days} onChange={setDays} {...tried.errorOf('token-days')} />
      <fieldset id="token-scopes" className="token-scopes" tabIndex={-1} aria-describedby={tried.errorOf('token-scopes').error === undefined ? undefined : 'token-scopes-error'}>
        <legend className="field-label">{say.scopes}</legend>
        {tried.errorOf('token-scopes').error !== undefined && (
          <p className="field-error" id="token-scopes-error">
            <span aria-hidden="true">▲ </span>
            {say.scopesMissing}
          </p>
        )}
        {handedOn(may).map((permission) => (
          <CheckboxField
            key={permission} label={permissionText(permission, say, language)} checked={scopes.includes(permission)}
            onChange={(on) => setScopes((now) => (on ? [...now, permission] : now.filter((one) => one !== permission)))}
          />
        ))}
      </fieldset>
    </TriedForm>
  );
}

function MadeToken({ secret }: { secret: string }) {
  const say = useWords(accountWords);
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(true);
    } catch {
      // A page that does not come by https has no clipboard.
      setCopied(false);
    }
  };
  return (
    <>
      <p>{say.tokenOnce}</p>
      <p className="secret-text" aria-label={say.tokenText}>
        {secret}
      </p>
      <p className="small">{say.tokenUse}</p>
      <div>
        <Button onClick={() => void copy()}>{say.copyToken}</Button>
      </div>
      {copied !== null && <Notice kind={copied ? 'done' : 'warning'} title={copied ? say.copied : say.notCopied} announce />}
    </>
  );
}
