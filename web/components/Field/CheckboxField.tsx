import { useId } from 'react';

interface CheckboxFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly id?: string;
}

export function CheckboxField({ label, help, checked, onChange, id }: CheckboxFieldProps) {
  const made = useId();
  const own = id ?? made;
  return (
    <div className="field-check">
      <input
        type="checkbox"
        id={own}
        checked={checked}
        aria-describedby={help === undefined ? undefined : `${own}-help`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label htmlFor={own}>{label}</label>
      {help !== undefined && (
        <p className="field-help" id={`${own}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
