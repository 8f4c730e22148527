import { SCALE } from '../../../core/surveys/questions.ts';
import { useSettings } from '../../settings/SettingsProvider.tsx';

interface ScaleProps {
  readonly id: string;
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (score: number) => void;
  readonly error: string | undefined;
}

/** Five answers from disagreeing to agreeing, each said in words: one below the other on a phone, side by side elsewhere. */
export function Scale({ id, label, value, onChange, error }: ScaleProps) {
  const { language } = useSettings().settings;
  return (
    <fieldset className="survey-scale" id={id} tabIndex={-1} data-invalid={error !== undefined || undefined} aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend>{label}</legend>
      {error !== undefined && <p className="field-error" id={`${id}-error`}>{error}</p>}
      <div className="survey-answers">
        {SCALE.map((text, at) => (
          <label key={text.en}>
            <input type="radio" name={id} value={at + 1} checked={value === at + 1} onChange={() => onChange(at + 1)} />
            <span>{at + 1} {text[language]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
