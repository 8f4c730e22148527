import { useState } from 'react';
import { needsOf } from '../../../core/employment/outcomes.ts';
import { Button } from '../../components/Button/Button.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { employmentWords } from '../../words/employment.ts';
import { codeLabel, CODE_CHOICES } from '../employment/code-label.ts';

/** Where a graduate is a year later. */
export function FollowUpForm({ onSend }: { onSend: (said: { code: string; workplace_division?: string }) => Promise<void> }) {
  const say = useWords(employmentWords);
  const { language } = useSettings().settings;
  const [code, setCode] = useState('');
  const [place, setPlace] = useState('');
  const [wrong, setWrong] = useState(false);
  const needs = needsOf(code);
  const send = () => {
    setWrong(code === '');
    if (code !== '') void onSend({ code, ...(place.trim() !== '' && { workplace_division: place.trim() }) });
  };
  return (
    <div className="field-stack">
      <h3>{say.ownAgain}</h3>
      <p className="small">{say.ownAgainHelp}</p>
      <SelectField label={say.ownCode} value={code} onChange={setCode} options={CODE_CHOICES.map((value) => ({ value, label: codeLabel(value, language) }))} {...(wrong && { error: say.giveCode })} />
      {needs !== null && needs.needs !== 'nothing' && <TextField label={say.place} help={say.placeHelp} value={place} onChange={setPlace} inputMode="numeric" autoComplete="off" />}
      <div className="button-row"><Button kind="primary" onClick={send}>{say.sendAgain}</Button></div>
    </div>
  );
}
