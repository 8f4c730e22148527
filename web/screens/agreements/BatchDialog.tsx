import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { agreementWords } from '../../words/agreements.ts';
import type { Listed, Party } from './queries.ts';
import { SignForm } from './SignForm.tsx';
import { ToRead } from './ToRead.tsx';

interface BatchDialogProps {
  readonly party: Party;
  readonly agreements: readonly Listed[];
  readonly onClose: () => void;
  readonly onSigned: () => Promise<void>;
}

/** B62: a list is signed in one act, all of it or nothing. */
export function BatchDialog({ party, agreements, onClose, onSigned }: BatchDialogProps) {
  const say = useWords(agreementWords);
  const items = agreements.map(({ agreement_id, version, content_hash }) => ({ agreement_id: agreement_id ?? '', version: version ?? 0, content_hash: content_hash ?? '' }));
  return (
    <Dialog title={say.batchTitle(agreements.length, say[`party_${party}`])} open onClose={onClose} place="side">
      <p>{say.batchLead}</p>
      <ToRead items={agreements.map(({ student_id, name, agreement_id, programme }) => ({ id: student_id, label: `${name} ${student_id}`, about: programme, to: `/agreements/${agreement_id}` }))} />
      <SignForm party={party} items={items} readHelp={say.readEachHelp} onSigned={onSigned} />
    </Dialog>
  );
}
