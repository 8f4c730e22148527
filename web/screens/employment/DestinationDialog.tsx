import { useState } from 'react';
import type { FormEvent } from 'react';
import { DESTINATION_REFUSALS } from '../../../core/employment/draft-words.ts';
import { date } from '../../../core/values/plain-date.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { ErrorSummary, type FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { employmentWords } from '../../words/employment.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { BLANK, enteredOf, type Entered, type TypedDestination } from './destination-draft.ts';
import { DestinationFields } from './DestinationFields.tsx';
import { fieldOf, idOf } from './destination-fields.ts';
import type { Graduate } from './queries.ts';
import { sendDestinations } from './send-destinations.ts';
import { useFirms } from './useFirms.ts';

interface DestinationDialogProps {
  readonly graduate: Graduate;
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** Where one graduate went, judged while it is typed as the server will judge it. */
export function DestinationDialog({ graduate, today, onClose, onDone }: DestinationDialogProps) {
  const say = useWords(employmentWords);
  const { cancel } = useWords(componentWords);
  const firms = useFirms();
  const { language } = useSettings().settings;
  const [typed, setTyped] = useState<TypedDestination>(BLANK);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const entered = enteredOf(typed, graduate, firms, date(today));
    const found = problemsOf(entered, say, language);
    setProblems(found);
    setFault(null);
    if (found.length > 0) return;
    setBusy(true);
    try {
      await sendDestinations([entered.draft]);
      await onDone();
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={say.dialogTitle(graduate.name)} open onClose={onClose} place="side">
      <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary problems={problems} />
        {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
        <DestinationFields typed={typed} firms={firms} problems={problems} onChange={(part) => setTyped((now) => ({ ...now, ...part }))} />
        <div className="button-row">
          <Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.saving : say.save}</Button>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function problemsOf({ unread, refusal }: Entered, say: (typeof employmentWords)['zh'], language: 'zh' | 'en'): FieldProblem[] {
  return [...unread.map((field) => ({ field: idOf(field), message: say.wrongCell })), ...(refusal === null ? [] : [{ field: idOf(fieldOf(refusal)), message: DESTINATION_REFUSALS[refusal][language] }])];
}
