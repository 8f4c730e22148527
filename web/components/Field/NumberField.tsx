import { groupDigits } from '../../words/format.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import { typedNumber } from './typed.ts';
import { useTyping } from './useTyping.ts';

interface NumberFieldProps extends FieldProps {
  /** Exact decimal text, or empty. */
  readonly value: string;
  /** Called with exact decimal text; with empty text when what stands in the box is no number. */
  readonly onChange: (value: string) => void;
  readonly unit?: string;
}

/** Grouped while reading, plain while typing. Text that is no number stays in the box and is named below it. */
export function NumberField({ value, onChange, unit, ...field }: NumberFieldProps) {
  const say = useWords(componentWords);
  const { typing, wrong, box } = useTyping(groupDigits(value), value, typedNumber, (number) => onChange(number ?? ''));
  return (
    <Field {...field} error={wrong ? `${typing} ${say.notNumber}` : field.error}>
      {(control) => (
        <span className="field-with-unit">
          <input
            {...control}
            className="field-box field-number"
            inputMode="decimal"
            autoComplete="off"
            {...box}
          />
          {unit !== undefined && <span className="field-unit">{unit}</span>}
        </span>
      )}
    </Field>
  );
}
