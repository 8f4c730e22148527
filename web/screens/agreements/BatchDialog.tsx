import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { agreementWords } from '../../words/agreements.ts';
import type { Listed, Party } from './queries.ts';
import { SignForm } from './SignForm.tsx';

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
      <ul className="agreement-names">{agreements.map(({ student_id, name }) => <li key={student_id}>{name}</li>)}</ul>
      <SignForm party={party} items={items} onSigned={onSigned} />
    </Dialog>
  );
}
