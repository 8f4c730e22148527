import { useId } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import './Field.css';

export interface FieldProps {
  readonly label: string;
  /** Below the label's box; stays while an error shows. */
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  /** Given when an error summary links here; otherwise made up. */
  readonly id?: string;
}

export interface Control {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** Label above, box, help and error below: the frame of every field. */
export function Field({ children, ...field }: FieldProps & { children: (control: Control) => ReactNode }) {
  const say = useWords(componentWords);
  const made = useId();
  const id = field.id ?? made;
  const described = [field.error !== undefined && `${id}-error`, field.help !== undefined && `${id}-help`].filter(Boolean);
  return (
    <div className="field" data-invalid={field.error !== undefined || undefined}>
      <label className="field-label" htmlFor={id}>
        {field.label}
        {field.optional === true && <span className="field-optional">{say.optional}</span>}
      </label>
      {children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': field.error === undefined ? undefined : true,
      })}
      {field.help !== undefined && (
        <p className="field-help" id={`${id}-help`}>
          {field.help}
        </p>
      )}
      {field.error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          <span aria-hidden="true">▲ </span>
          {field.error}
        </p>
      )}
    </div>
  );
}
