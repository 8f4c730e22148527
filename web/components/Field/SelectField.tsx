import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';

interface SelectFieldProps extends FieldProps {
  /** Empty text: nothing chosen yet. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** The device's own list: it works on every phone and with every reader. */
export function SelectField({ value, onChange, options, ...field }: SelectFieldProps) {
  const say = useWords(componentWords);
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} className="field-box" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {(value === '' || field.optional === true) && <option value="">{say.choose}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
