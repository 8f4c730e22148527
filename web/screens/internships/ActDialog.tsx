import { useState } from 'react';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { DateField } from '../../components/Field/DateField.tsx';
import { NumberField } from '../../components/Field/NumberField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { internshipWords } from '../../words/internships.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import { bodyOf, wanting, type ActDraft } from './act-draft.ts';
import type { Act, Intern } from './queries.ts';

interface ActDialogProps {
  readonly act: Act;
  readonly interns: readonly Intern[];
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: (said: string) => Promise<void>;
}

/** One thing that is done to everybody who is chosen. */
export function ActDialog({ act, interns, today, onClose, onDone }: ActDialogProps) {
  const say = useWords(internshipWords);
  const [draft, setDraft] = useState<ActDraft>({ on: (act === 'start' ? interns[0]?.from : today) as PlainDate, hours: '', led_by: '', proof: '', note: '', passed: '' });
  const change = (part: Partial<ActDraft>) => setDraft((now) => ({ ...now, ...part }));
  const submit = async () => {
    const answer = await ask(client.api['internship-acts'].$post({ json: bodyOf(act, draft, interns.map(({ placement_id }) => placement_id)) }, onceOnly()));
    const assessed = act === 'assess_firm' || act === 'assess_school';
    const whether = !assessed ? '' : answer.registered.length > 0 ? say.registered(answer.registered.length) : '';
    await onDone(`${say.done(say[`act_${act}`], answer.done)}${whether === '' ? '' : ` ${whether}`}`);
  };
  const assesses = act === 'assess_firm' || act === 'assess_school';
  const says = act !== 'train' && act !== 'start';
  return (
    <TeamForm title={say.doFor(say[`act_${act}`], interns.length)} act={say[`act_${act}`]} problems={() => wanting(act, draft, say)} onAct={submit} onClose={onClose}>
      {(wrong) => (
        <>
          <ul className="agreement-names">{interns.map(({ placement_id, student }) => <li key={placement_id}>{student}</li>)}</ul>
          <DateField id="act-on" label={act === 'start' ? say.onStart : say.on} help={act === 'start' ? say.startHelp : undefined} value={draft.on} onChange={(on) => change({ on })} error={wrong('act-on')} />
          {act === 'train' && (
            <>
              <NumberField id="act-hours" label={say.hours} help={say.hoursHelp} value={draft.hours} onChange={(hours) => change({ hours })} error={wrong('act-hours')} />
              <TextField id="act-led" label={say.ledBy} value={draft.led_by} onChange={(led_by) => change({ led_by })} error={wrong('act-led')} />
              <TextField id="act-proof" label={say.proof} help={say.proofHelp} value={draft.proof} onChange={(proof) => change({ proof })} error={wrong('act-proof')} />
            </>
          )}
          {assesses && <SelectField id="act-result" label={say.result} value={draft.passed} onChange={(passed) => change({ passed })} options={[{ value: 'yes', label: say.pass }, { value: 'no', label: say.fail }]} error={wrong('act-result')} />}
          {says && <TextField id="act-note" label={act === 'visit' || assesses ? say.note : say.noteReason} optional={assesses} value={draft.note} onChange={(note) => change({ note })} error={wrong('act-note')} />}
        </>
      )}
    </TeamForm>
  );
}
