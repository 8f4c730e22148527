import { useState } from 'react';
import type { Values } from '../../../core/journals/field.ts';
import type { JournalKind } from '../../../core/journals/journal-kind.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { workWords } from '../../words/work.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import { FieldInputs, missingFields } from './FieldInputs.tsx';
import type { Entry, WorkAnswer } from './queries.ts';

interface EntryDialogProps {
  readonly kind: JournalKind;
  readonly choices: WorkAnswer['choices'];
  readonly campus_id: string;
  /** Where else the same may be recorded. */
  readonly campuses: WorkAnswer['campuses'];
  /** The entry that is corrected; null for a new one. */
  readonly correcting: Entry | null;
  readonly onClose: () => void;
  readonly onDone: (what: string) => Promise<void>;
}

/** An entry as it is recorded, or in the place of one that was wrong. */
export function EntryDialog({ kind, choices, campus_id, campuses, correcting, onClose, onDone }: EntryDialogProps) {
  const say = useWords(workWords);
  const { language } = useSettings().settings;
  const [values, setValues] = useState<Values>(correcting?.values ?? {});
  const [reason, setReason] = useState('');
  const [withdrawn, setWithdrawn] = useState(false);
  const [everywhere, setEverywhere] = useState(false);
  const label = kind.label[language];
  const given = Object.fromEntries(Object.keys(kind.fields).map((name) => [name, values[name] ?? null]));
  // Whoever is chosen brings their name along.
  const nameOf = (name: string, id: unknown): Values => {
    const chosen = kind.fields[name]?.of === 'person' && kind.fields['name'] !== undefined ? choices.find((one) => one.of === 'person' && one.id === id) : undefined;
    return chosen === undefined ? {} : { name: chosen.name.replace(`（${chosen.id}）`, '') };
  };
  const problems = () => [
    ...(withdrawn ? [] : missingFields(kind.fields, values, { give: say.give, language })),
    ...(correcting !== null && reason.trim() === '' ? [{ field: 'entry-why', message: say.giveReason }] : []),
  ];
  const act = async () => {
    if (correcting === null) await ask(client.api.journals[':kind'].$post({ param: { kind: kind.id }, json: { campuses: everywhere ? campuses.map((one) => one.campus_id) : [campus_id], values: given } }, onceOnly()));
    else await ask(client.api['journal-entries'][':entry_id'].corrections.$post({ param: { entry_id: correcting.entry_id }, json: { values: withdrawn ? null : given, reason: reason.trim() } }, onceOnly()));
    await onDone(label);
  };
  return (
    <TeamForm title={correcting === null ? say.recordTitle(label) : say.correctTitle(label)} act={say.save} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <p className="small">{kind.help[language]}（{say.clause(kind.clause)}）</p>
          {correcting !== null && <CheckboxField label={say.withdraw} help={say.withdrawLead} checked={withdrawn} onChange={setWithdrawn} />}
          {!withdrawn && <FieldInputs fields={kind.fields} choices={choices} values={values} onChange={(name, value) => setValues((now) => ({ ...now, [name]: value, ...nameOf(name, value) }))} wrong={wrong} />}
          {correcting === null && campuses.length > 1 && <SelectField id="entry-where" label={say.alsoAt} value={everywhere ? 'all' : 'here'} onChange={(one) => setEverywhere(one === 'all')} options={[{ value: 'here', label: say.thisCampus }, { value: 'all', label: say.allCampuses }]} />}
          {correcting !== null && <TextField id="entry-why" label={say.reason} value={reason} onChange={setReason} error={wrong('entry-why')} autoComplete="off" />}
        </>
      )}
    </TeamForm>
  );
}
