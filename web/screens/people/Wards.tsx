import { useState } from 'react';
import type { FormEvent } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { ErrorSummary } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useMay } from '../../shell/session.ts';
import { componentWords } from '../../words/components.ts';
import { formatDate } from '../../words/format.ts';
import { peopleWords } from '../../words/people.ts';
import { formatMoment } from '../data/moment.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { ActDialog } from './ActDialog.tsx';
import type { Person, Ward } from './queries.ts';

interface WardsProps {
  readonly person: Person;
  readonly onDone: (what: string) => Promise<void>;
}

/** The students whose guardian somebody is, and was. */
export function Wards({ person, onDone }: WardsProps) {
  const say = useWords(peopleWords);
  const { language } = useSettings().settings;
  const acts = useMay()('accounts.write') && person.state !== 'closed';
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Ward | null>(null);
  const end = async (ward: Ward) => {
    await ask(client.api.guardianships[':guardianship_id'].end.$post({ param: { guardianship_id: ward.guardianship_id } }, onceOnly()));
    await onDone(say.endWardDone);
    setEnding(null);
  };
  return (
    <section className="person-part" aria-labelledby="wards">
      <div className="person-part-head">
        <h2 id="wards">{say.wards}</h2>
        {acts && <Button onClick={() => setAdding(true)}>{say.addWard}</Button>}
      </div>
      {person.wards.length === 0 && <p>{say.noWards}</p>}
      <ul className="wards">
        {person.wards.map((ward) => (
          <li key={ward.guardianship_id}>
            <p>
              <strong>{ward.student_id}</strong> {say.wardSince(ward.relation, formatDate(ward.from, language))}
              {ward.ended_at !== null && <span className="small"> {say.wardEnded(formatMoment(ward.ended_at, language))}</span>}
            </p>
            {acts && ward.ended_at === null && <Button aria-label={say.endWardOf(ward.student_id)} onClick={() => setEnding(ward)}>{say.endWard}</Button>}
          </li>
        ))}
      </ul>
      {adding && <AddWard person={person} onClose={() => setAdding(false)} onDone={async () => { await onDone(say.wardDone); setAdding(false); }} />}
      {ending !== null && (
        <ActDialog title={say.endWardOf(ending.student_id)} act={say.endWard} onAct={() => end(ending)} onClose={() => setEnding(null)}>
          <p>{say.endWardWhat(ending.student_id)}</p>
        </ActDialog>
      )}
    </section>
  );
}

function AddWard({ person, onClose, onDone }: { person: Person; onClose: () => void; onDone: () => Promise<void> }) {
  const say = useWords(peopleWords);
  const { cancel } = useWords(componentWords);
  const [student_id, setStudent] = useState('');
  const [relation, setRelation] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = [
      ...(student_id.trim() === '' ? [{ field: 'ward-student', message: say.giveStudent }] : []),
      ...(relation.trim() === '' ? [{ field: 'ward-relation', message: say.giveRelation }] : []),
    ];
    setProblems(found);
    setFault(null);
    if (found.length > 0) return;
    setBusy(true);
    try {
      await ask(client.api.guardianships.$post({ json: { person_id: person.person_id, student_id: student_id.trim(), relation: relation.trim() } }, onceOnly()));
      await onDone();
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  const wrong = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <Dialog title={say.addWardTitle} open onClose={onClose}>
      <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary problems={problems} />
        {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
        <TextField id="ward-student" label={say.studentId} value={student_id} onChange={setStudent} autoComplete="off" error={wrong('ward-student')} />
        <TextField id="ward-relation" label={say.relation} help={say.relationHelp} value={relation} onChange={setRelation} autoComplete="off" error={wrong('ward-relation')} />
        <div className="button-row">
          <Button kind="primary" type="submit" aria-disabled={busy}>{say.addWard}</Button>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
