import { useState } from 'react';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { passwordWords } from '../../words/password.ts';
import type { ChosenPassword } from './new-password.ts';
import { strengthOf } from './password-strength.ts';
import './password.css';

interface NewPasswordProps {
  readonly value: ChosenPassword;
  /** Empty where it is not known yet. */
  readonly account: string;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (part: Partial<ChosenPassword>) => void;
}

/** A password to choose: its rules said before any error, how strong it is while typing, typed twice. */
export function NewPassword({ value, account, problems, onChange }: NewPasswordProps) {
  const say = useWords(passwordWords);
  const [shown, setShown] = useState(false);
  const type = shown ? 'text' : 'password';
  const strength = strengthOf(value.password, account);
  const errorOf = (field: string) => {
    const error = problems.find((problem) => problem.field === field)?.message;
    return error === undefined ? {} : { error };
  };
  return (
    <>
      <div>
        <TextField
          id="password" type={type} autoComplete="new-password" label={say.password} help={say.passwordHelp}
          value={value.password} onChange={(password) => onChange({ password })} {...errorOf('password')}
        />
        <p className={`password-strength password-${strength}`} role="status">
          <span className="password-bar" aria-hidden="true" />
          {say.strength(say[strength])}
        </p>
      </div>
      <TextField id="again" type={type} autoComplete="new-password" label={say.again} value={value.again} onChange={(again) => onChange({ again })} {...errorOf('again')} />
      <CheckboxField label={say.show} checked={shown} onChange={setShown} />
    </>
  );
}
