import type { FormEvent, ReactNode } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { signInWords } from '../../words/sign-in.ts';
import type { useAttempt } from './useAttempt.ts';

interface TriedFormProps {
  readonly tried: ReturnType<typeof useAttempt>;
  /** The verb, and what it says while the server is at it. */
  readonly act: string;
  readonly acting: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  /** Beside the act: another way. */
  readonly others?: ReactNode;
}

/** A form whose attempts are counted: its problems on top, the time to wait said in seconds and counted down. */
export function TriedForm({ tried, act, acting, onSubmit, children, others }: TriedFormProps) {
  const say = useWords(signInWords);
  const { wait, busy, ready, problems } = tried;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Where a dialog with a form stands over another form, that one is not meant.
    event.stopPropagation();
    if (ready) onSubmit();
  };
  return (
    <form className="field-stack" noValidate onSubmit={submit}>
      {wait.seconds > 0 && (
        <Notice kind="warning" title={say.wait} announce>
          <span aria-hidden="true">{say.waitHelp(wait.seconds)}</span>
          <span className="hidden-text">{say.waitHelp(wait.from)}</span>
        </Notice>
      )}
      {wait.seconds === 0 && <ErrorSummary problems={problems} />}
      {children}
      <div className="button-row">
        <Button kind="primary" type="submit" aria-disabled={!ready}>
          {wait.seconds > 0 ? say.waitButton(wait.seconds) : busy ? acting : act}
        </Button>
        {others}
      </div>
    </form>
  );
}
