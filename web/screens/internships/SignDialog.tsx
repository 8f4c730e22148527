import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { internshipWords } from '../../words/internships.ts';
import type { Intern, Party } from './queries.ts';
import { SignInternship } from './SignInternship.tsx';

/** A list that is signed in one act. */
export function SignDialog({ party, interns, onClose, onSigned }: { party: Party; interns: readonly Intern[]; onClose: () => void; onSigned: () => Promise<void> }) {
  const say = useWords(internshipWords);
  return (
    <Dialog title={say.signTitle(interns.length, say[`party_${party}`])} open onClose={onClose} place="side">
      <div className="field-stack">
        <p>{say.signLead}</p>
        <ul className="agreement-names">{interns.map(({ placement_id, student }) => <li key={placement_id}>{student}</li>)}</ul>
        <SignInternship party={party} items={interns} onSigned={onSigned} />
      </div>
    </Dialog>
  );
}
