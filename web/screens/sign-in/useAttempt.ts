import { useState } from 'react';
import type { ClientResponse } from 'hono/client';
import type { AnswerOf } from '../../client.ts';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { signInWords } from '../../words/sign-in.ts';
import { attempt } from './attempt.ts';
import { useWait } from './useWait.ts';

/**
 * A form whose answer may be guessed at: one request at a time, none while the server asks to wait, and what went
 * wrong at the field it concerns. `own` are this form's own words for a refusal; else the server's are said. `fields`
 * are the refusals that concern another field than `field`.
 */
export function useAttempt(field: string, own: Readonly<Record<string, string>> = {}, fields: Readonly<Record<string, string>> = {}) {
  const say = useWords(signInWords);
  const { language } = useSettings().settings;
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const wait = useWait();
  const ready = !busy && wait.seconds === 0;
  /** Null: it did not succeed, and the form says why. */
  const run = async <R extends ClientResponse<unknown, number, string>>(request: () => Promise<R>): Promise<AnswerOf<R> | null> => {
    setProblems([]);
    setBusy(true);
    const tried = await attempt(request());
    setBusy(false);
    if (tried.outcome === 'done') return tried.answer;
    if (tried.outcome === 'wait') {
      wait.start(tried.seconds);
      return null;
    }
    if (tried.outcome === 'unreachable') {
      setProblems([{ field, message: say.unreachable }]);
      return null;
    }
    const sep = language === 'zh' ? '' : ' ';
    const said = tried.reasons.length > 0 ? tried.reasons : [tried.detail];
    const words = language === 'zh' ? `${tried.title.zh}：` : `${tried.title.en}: `;
    setProblems([{ field: fields[tried.code] ?? field, message: own[tried.code] ?? words + said.map((text) => text[language]).join(sep) }]);
    return null;
  };
  const errorOf = (id: string): { error?: string } => {
    const error = problems.find((problem) => problem.field === id)?.message;
    return error === undefined ? {} : { error };
  };
  return { busy, ready, wait, problems, setProblems, run, errorOf };
}
