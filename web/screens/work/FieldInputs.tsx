import type { Field, Fields, FieldValue, Values } from '../../../core/journals/field.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { ComboField } from '../../components/Field/ComboField.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { NumberField } from '../../components/Field/NumberField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { workWords } from '../../words/work.ts';
import type { WorkAnswer } from './queries.ts';

interface FieldInputsProps {
  readonly fields: Fields;
  readonly values: Values;
  readonly choices?: WorkAnswer['choices'];
  readonly onChange: (name: string, value: FieldValue) => void;
  readonly wrong: (field: string) => string | undefined;
}

const inputId = (name: string): string => `entry-${name}`;

/** A box for each value, as its declaration says. */
export function FieldInputs({ fields, values, choices = [], onChange, wrong }: FieldInputsProps) {
  return <>{Object.entries(fields).map(([name, field]) => <Input key={name} name={name} field={field} choices={choices.filter(({ of }) => of === field.of)} value={values[name] ?? null} onChange={(value) => onChange(name, value)} error={wrong(inputId(name))} />)}</>;
}

interface InputProps {
  readonly name: string;
  readonly field: Field;
  readonly choices: WorkAnswer['choices'];
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue) => void;
  readonly error: string | undefined;
}

function Input({ name, field, choices, value, onChange, error }: InputProps) {
  const say = useWords(workWords);
  const { language } = useSettings().settings;
  const shared = { id: inputId(name), label: field.label[language], optional: field.optional, error };
  const written = value === null ? '' : String(value);
  const words = (text: string) => onChange(text === '' ? null : text);
  if (field.of === 'person' || field.of === 'site') return <ComboField {...shared} help={field.of === 'site' ? say.findSite : choices.length === 0 ? say.noPersons : say.findPerson} value={written} onChange={words} options={choices.map((one) => ({ value: one.id, label: one.name }))} />;
  if (choices.length > 0) return <SelectField {...shared} value={written} onChange={words} options={choices.map((one) => ({ value: one.id, label: one.name }))} />;
  switch (field.type) {
    case 'day': return <DateField {...shared} value={value as PlainDate | null} onChange={onChange} />;
    case 'code': return <SelectField {...shared} value={written} onChange={words} options={Object.entries(field.codes ?? {}).map(([key, label]) => ({ value: key, label: label[language] }))} />;
    case 'yes_no': return <SelectField {...shared} value={value === null ? '' : value === true ? 'yes' : 'no'} onChange={(one) => onChange(one === '' ? null : one === 'yes')} options={[{ value: 'yes', label: say.yes }, { value: 'no', label: say.no }]} />;
    case 'count': case 'hours': case 'percent': return <NumberField {...shared} value={written} onChange={(number) => onChange(number === '' ? null : Number(number))} />;
    case 'text': case 'note': return <TextField {...shared} value={written} onChange={words} autoComplete="off" />;
  }
}

/** What is missing before the server is asked. */
export function missingFields(fields: Fields, values: Values, { give, language }: { readonly give: (label: string) => string; readonly language: 'zh' | 'en' }): FieldProblem[] {
  return Object.entries(fields).filter(([name, field]) => !field.optional && (values[name] ?? null) === null).map(([name, field]) => ({ field: inputId(name), message: give(field.label[language]) }));
}
