import { useState } from 'react';
import type { FormEvent } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { teachingWords } from '../../words/teaching.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import type { Offering, RosterRow } from './queries.ts';
import { readScore } from './score.ts';
import type { Doing } from './useDoing.ts';

interface CorrectDialogProps {
  readonly whole: Offering;
  readonly row: RosterRow;
  readonly doing: Doing;
  readonly onClose: () => void;
}

/** A grade that answers a released one, with its reason. */
export function CorrectDialog({ whole: { offering: { offering_id, version }, full_marks }, row: { name, grade }, doing, onClose }: CorrectDialogProps) {
  const say = useWords(teachingWords);
  const { cancel } = useWords(componentWords);
  const [score, setScore] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const read = readScore(score, full_marks);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (read.is !== 'grade' || reason.trim() === '' || grade === null) return;
    const done = await doing.run(
      () => ask(client.api.offerings[':offering_id'].corrections.$post({ param: { offering_id }, json: { version, grade_id: grade.grade_id, score: read.score, reason: reason.trim() } }, onceOnly())), () => say.corrected);
    if (done) onClose();
  };
  return (
    <Dialog title={say.correctTitle(name)} open onClose={onClose}>
      <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
        {doing.fault !== null && <RefusalNotice title={say.failed} error={doing.fault} />}
        <p>{say.correctHelp}</p>
        <TextField id="grade-score" label={say.newScore} value={score} onChange={setScore} error={tried && read.is !== 'grade' ? say.outOfRange(full_marks) : undefined} inputMode="decimal" autoComplete="off" />
        <TextField id="grade-reason" label={say.reason} value={reason} onChange={setReason} error={tried && reason.trim() === '' ? say.giveReason : undefined} autoComplete="off" />
        <div className="button-row">
          <Button kind="primary" type="submit" aria-disabled={doing.busy}>{doing.busy ? say.saving : say.correct}</Button>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
