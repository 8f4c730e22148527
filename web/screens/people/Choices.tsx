import { useState } from 'react';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { peopleWords } from '../../words/people.ts';

interface ChoicesProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly error: string | undefined;
}

/** More than this are narrowed by typing. */
const FEW = 12;

/** Some of many, each ticked; those ticked stay whatever the list is narrowed to. */
export function Choices({ id, label, options, chosen, onChange, error }: ChoicesProps) {
  const say = useWords(peopleWords);
  const [typed, setTyped] = useState('');
  const shown = options.filter((option) => option.label.toLowerCase().includes(typed.trim().toLowerCase()));
  return (
    <fieldset className="choices" id={id} tabIndex={-1} aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend className="field-label">{label}</legend>
      {options.length === 0 && <p className="field-help">{say.noPlaces}</p>}
      {options.length > FEW && <TextField label={say.findClass} type="search" value={typed} onChange={setTyped} autoComplete="off" />}
      <p className="small" role="status">{say.chosen(groupDigits(String(chosen.length)))}</p>
      <div className="choices-list">
        {shown.map(({ value, label: name }) => (
          <CheckboxField
            key={value} label={name} checked={chosen.includes(value)}
            onChange={(now) => onChange(now ? [...chosen, value] : chosen.filter((one) => one !== value))}
          />
        ))}
      </div>
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          <span aria-hidden="true">▲ </span>
          {error}
        </p>
      )}
    </fieldset>
  );
}
