import { useRef } from 'react';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { formatDate } from '../../words/format.ts';
import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import { typedDate } from './typed.ts';
import { useTyping } from './useTyping.ts';

interface DateFieldProps extends FieldProps {
  readonly value: PlainDate | null;
  readonly onChange: (value: PlainDate | null) => void;
}

/** A day typed or pasted as people write it, or picked from the device's own calendar. */
export function DateField({ value, onChange, ...field }: DateFieldProps) {
  const say = useWords(componentWords);
  const { language } = useSettings().settings;
  const { typing, wrong, box } = useTyping(value === null ? '' : formatDate(value, language), value ?? '', typedDate, onChange);
  const calendar = useRef<HTMLInputElement>(null);
  return (
    <Field {...field} help={field.help ?? say.dateHelp} error={wrong ? `${typing} ${say.notDate}` : field.error}>
      {(control) => (
        <span className="field-with-unit">
          <input
            {...control}
            className="field-box field-date"
            inputMode="numeric"
            autoComplete="off"
            {...box}
          />
          <input
            ref={calendar}
            className="field-calendar"
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            value={value ?? ''}
            onChange={(event) => onChange(typedDate(event.currentTarget.value))}
          />
          <button type="button" className="field-calendar-button" aria-label={`${field.label} ${say.pickDate}`} onClick={() => calendar.current?.showPicker()}>
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path d="M3 5h14v12H3zM3 9h14M7 3v4M13 3v4" fill="none" stroke="currentColor" strokeWidth="1.6" />
            </svg>
          </button>
        </span>
      )}
    </Field>
  );
}
