import type { ComponentProps } from 'react';
import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'search' | 'password';
  readonly autoComplete?: ComponentProps<'input'>['autoComplete'];
  readonly inputMode?: ComponentProps<'input'>['inputMode'];
  readonly readOnly?: boolean;
}

export function TextField({ value, onChange, type = 'text', autoComplete, inputMode, readOnly, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          className="field-box"
          type={type}
          value={value}
          autoComplete={autoComplete}
          inputMode={inputMode}
          readOnly={readOnly}
          required={field.optional !== true && readOnly !== true && type !== 'search' ? true : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
