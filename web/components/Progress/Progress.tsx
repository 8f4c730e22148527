import { useId } from 'react';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { groupDigits } from '../../words/format.ts';
import './Progress.css';

interface ProgressProps {
  readonly label: string;
  readonly done: number;
  /** Null while it is not known how much there is. */
  readonly of: number | null;
  readonly unit?: string;
}

/** Long work: what is being done, how much of how much. */
export function Progress({ label, done, of, unit = '' }: ProgressProps) {
  const say = useWords(componentWords);
  const id = useId();
  const count = of === null ? groupDigits(String(done)) : say.progress(groupDigits(String(done)), groupDigits(String(of)));
  return (
    <div className="progress">
      <p className="progress-head">
        <label htmlFor={id}>{label}</label>
        <span>
          {count} {unit}
        </span>
      </p>
      <progress id={id} max={of ?? 1} {...(of !== null && { value: done })} />
    </div>
  );
}
