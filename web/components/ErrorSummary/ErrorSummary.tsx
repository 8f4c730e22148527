import { useEffect, useRef } from 'react';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import './ErrorSummary.css';

export interface FieldProblem {
  /** Id of the field to go to. */
  readonly field: string;
  readonly message: string;
}

/** All that must be corrected, on top of the form, each linked to its field. Takes the focus whenever the list changes. */
export function ErrorSummary({ problems }: { problems: readonly FieldProblem[] }) {
  const say = useWords(componentWords);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{say.errorCount(problems.length)}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.field + problem.message}>
            <a
              href={`#${problem.field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(problem.field)?.focus();
              }}
            >
              {problem.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
