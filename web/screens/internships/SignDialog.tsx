import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { agreementWords } from '../../words/agreements.ts';
import { componentWords } from '../../words/components.ts';
import { formatDate } from '../../words/format.ts';
import { internshipWords } from '../../words/internships.ts';
import { ToRead } from '../agreements/ToRead.tsx';
import type { Intern, Party } from './queries.ts';
import { SignInternship } from './SignInternship.tsx';

/** A list that is signed in one act. */
export function SignDialog({ party, interns, onClose, onSigned }: { party: Party; interns: readonly Intern[]; onClose: () => void; onSigned: () => Promise<void> }) {
  const say = useWords(internshipWords);
  const { readEachHelp } = useWords(agreementWords);
  const { cancel } = useWords(componentWords);
  const { language } = useSettings().settings;
  return (
    <Dialog title={say.signTitle(interns.length, say[`party_${party}`])} open onClose={onClose} place="side">
      <div className="field-stack">
        <p>{say.signLead}</p>
        <ToRead items={interns.map(({ placement_id, student, student_id, firm, title, from, to }) => ({
          id: placement_id, label: `${student} ${student_id}`, about: `${firm} · ${title} · ${formatDate(from, language)} – ${formatDate(to, language)}`, to: `/internships/${placement_id}`,
        }))} />
        <SignInternship party={party} items={interns} readHelp={readEachHelp} onSigned={onSigned} />
        <div className="button-row"><Button onClick={onClose}>{cancel}</Button></div>
      </div>
    </Dialog>
  );
}
