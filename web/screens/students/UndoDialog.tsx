import { ask, client, onceOnly } from '../../client.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { studentWords } from '../../words/students.ts';
import { ReasonDialog } from '../people/ReasonDialog.tsx';
import type { StudentRoll } from './queries.ts';

interface UndoDialogProps {
  readonly student_id: string;
  readonly undo: NonNullable<StudentRoll['undo']>;
  readonly onClose: () => void;
  readonly onDone: (said: string) => Promise<void>;
}

/** Takes the last change back by another record; what was approved is undone with an approval. */
export function UndoDialog({ student_id, undo: { change_id, approval }, onClose, onDone }: UndoDialogProps) {
  const say = useWords(studentWords);
  const act = async (reason: string) => {
    if (approval) await ask(client.api.matters.$post({ json: { kind: 'roll_undo', subject: student_id, reason, details: { undoes: change_id } } }, onceOnly()));
    else await ask(client.api.roll[':student_id'].changes[':change_id'].undo.$post({ param: { student_id, change_id }, json: { reason } }, onceOnly()));
    await onDone(approval ? say.askedUndo : say.didUndo);
  };
  return (
    <ReasonDialog title={say.undo} field={{ id: 'undo-reason', label: say.undoReason, help: '', missing: say.giveReason }} act={say.undo} onAct={act} onClose={onClose}>
      <p>{say.undoLead}</p>
    </ReasonDialog>
  );
}
