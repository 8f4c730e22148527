import type { ReactNode } from 'react';
import { Refusal } from '../../client.ts';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { dataWords } from '../../words/data.ts';
import { refusalText } from './refusal-text.ts';

interface RefusalNoticeProps {
  /** What did not happen. */
  readonly title: string;
  readonly error: unknown;
  readonly actions?: ReactNode;
}

/** An act that was refused or did not reach the server: what happened, what was kept, what to do. */
export function RefusalNotice({ title, error, actions }: RefusalNoticeProps) {
  const say = useWords(dataWords);
  const { language } = useSettings().settings;
  const refused = refusalText(error, language);
  const problems = error instanceof Refusal ? (error.problem.problems ?? []) : [];
  const fields = error instanceof Refusal ? (error.problem.errors ?? []) : [];
  return (
    <Notice kind="fault" title={title} announce {...(actions !== undefined && { actions })}>
      {refused === null ? <p>{say.notReached}</p> : <p>{say.refused(refused.title, refused.detail)}</p>}
      {refused !== null && refused.incident !== null && <p>{say.incident(refused.incident)}</p>}
      {problems.length > 0 && (
        <ul className="refusal-list">
          {problems.slice(0, MOST_LISTED).map((problem) => (
            <li key={`${problem.sheet} ${problem.row} ${problem.column} ${problem.code} ${problem.value}`}>{problem.text[language]}</li>
          ))}
        </ul>
      )}
      {fields.length > 0 && (
        <ul className="refusal-list">
          {fields.map((field) => (
            <li key={field.path + field.code}>{field.text[language]}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

const MOST_LISTED = 20;
