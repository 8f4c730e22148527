import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import './Steps.css';

interface StepsProps {
  readonly label: string;
  readonly steps: readonly string[];
  /** Counted from 0. */
  readonly current: number;
  /** Steps done can be gone back to. */
  readonly onGo?: (step: number) => void;
}

/** Where one is in work of several steps. */
export function Steps({ label, steps, current, onGo }: StepsProps) {
  const say = useWords(componentWords);
  return (
    <nav aria-label={label} className="steps">
      <p className="steps-short">
        {say.step(current + 1, steps.length)} <strong>{steps[current]}</strong>
      </p>
      <ol>
        {steps.map((step, index) => {
          const state = index < current ? 'done' : index === current ? 'now' : 'later';
          const word = { done: say.stepDone, now: say.stepNow, later: say.stepLater }[state];
          return (
            <li key={step} className={`step step-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
              <span className="step-mark" aria-hidden="true">
                {state === 'done' ? '✓' : index + 1}
              </span>
              {state === 'done' && onGo !== undefined ? (
                <button type="button" onClick={() => onGo(index)}>
                  {step}
                </button>
              ) : (
                <span>{step}</span>
              )}
              <span className="hidden-text">{word}</span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
