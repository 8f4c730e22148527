import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { parametersQuery } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { scenarioWords } from '../../words/scenarios.ts';
import { triedOf, triedText } from './tried.ts';

interface TriedValuesProps {
  readonly tried: string;
  readonly onChange: (tried: string) => void;
  /** Where trying is what the page is for: open before anything is tried. */
  readonly begin?: boolean;
}

/** Values of law that are tried in a plan instead of those in force; nothing of it is decided. */
export function TriedValues({ tried, onChange, begin = false }: TriedValuesProps) {
  const say = useWords(scenarioWords);
  const { language } = useSettings().settings;
  const query = useQuery(parametersQuery(useAsked()));
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const parameters = query.data?.parameters ?? [];
  const chosen = parameters.find((one) => one.key === key);
  const values = triedOf(tried);
  const labelOf = (of: string): string => parameters.find((one) => one.key === of)?.label[language] ?? of;
  const add = () => {
    onChange(triedText([...values.filter((one) => one.key !== key), { key, value: value.trim() }]));
    setKey('');
    setValue('');
  };
  return (
    <details className="tried" open={begin || values.length > 0}>
      <summary>{say.tried}</summary>
      <p className="small">{say.triedHelp}</p>
      {values.length > 0 && (
        <ul>
          {values.map((one) => (
            <li key={one.key}>{labelOf(one.key)}：{one.value} <Button onClick={() => onChange(triedText(values.filter((other) => other.key !== one.key)))}>{say.untry}</Button></li>
          ))}
        </ul>
      )}
      <SelectField label={say.parameter} value={key} onChange={setKey} options={parameters.map((one) => ({ value: one.key, label: `${one.clause} ${one.label[language]}` }))} />
      {chosen !== undefined && (chosen.reading !== null && chosen.reading.options.length > 1
        ? <SelectField label={say.triedValue} value={value} onChange={setValue} options={chosen.reading.options.map((one) => ({ value: one.value, label: one.label[language] }))} />
        : <TextField label={say.triedValue} help={say.inForce(`${chosen.value} ${chosen.unit}`)} value={value} onChange={setValue} />)}
      <Button disabled={key === '' || value.trim() === ''} onClick={add}>{say.tryIt}</Button>
    </details>
  );
}
