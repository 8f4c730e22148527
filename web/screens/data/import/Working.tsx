import { Button } from '../../../components/Button/Button.tsx';
import { Progress } from '../../../components/Progress/Progress.tsx';
import { useWords } from '../../../settings/SettingsProvider.tsx';
import { importWords } from '../../../words/import.ts';
import { useSeconds } from '../useSeconds.ts';
import type { ImportState } from './import-state.ts';

const SLOW_SECONDS = 10;
const KIB = 1024;

interface WorkingProps {
  readonly state: Extract<ImportState, { readonly at: 'working' }>;
  readonly files: readonly File[];
  readonly onCancel: () => void;
}

/** Long work: what is being done, how far, for how long, and a way out of it. */
export function Working({ state, files, onCancel }: WorkingProps) {
  const say = useWords(importWords);
  const seconds = useSeconds(true);
  const { what, done, of } = state;
  const label = { here: say.checkingHere, sending: say.sending, judging: say.judging, committing: say.committing }[what];
  const inKib = (bytes: number) => Math.ceil(bytes / KIB);
  return (
    <div className="import-working" role="status" aria-live="off">
      <p>{say.chosenFiles(files.map(({ name }) => name).join('、'))}</p>
      {of === null ? <Progress label={label} done={seconds} of={null} unit="s" /> : <Progress label={label} done={inKib(done)} of={inKib(of)} unit="KB" />}
      <p className="small">{what === 'committing' ? say.committingHelp : seconds >= SLOW_SECONDS ? say.slow : say.elapsed(seconds)}</p>
      {what === 'sending' || what === 'judging' ? <Button onClick={onCancel}>{say.cancel}</Button> : null}
    </div>
  );
}
