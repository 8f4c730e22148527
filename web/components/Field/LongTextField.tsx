import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';

interface LongTextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
}

/** Several lines of text. */
export function LongTextField({ value, onChange, rows = 5, ...field }: LongTextFieldProps) {
  return (
    <Field {...field}>
      {(control) => <textarea {...control} className="field-box" rows={rows} value={value} required={field.optional !== true ? true : undefined} onChange={(event) => onChange(event.currentTarget.value)} />}
    </Field>
  );
}
