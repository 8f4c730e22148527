import { useState } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { organisationWords } from '../../words/organisations.ts';
import { useEveryEntry, useProgrammes } from './queries.ts';

interface Chosen {
  readonly id: string;
  readonly name: string;
}

/** What was chosen so far, each with the way to leave it out. */
function ChosenList({ chosen, onRemove }: { chosen: readonly Chosen[]; onRemove: (id: string) => void }) {
  const say = useWords(organisationWords);
  if (chosen.length === 0) return null;
  return (
    <ul className="chosen">
      {chosen.map(({ id, name }) => (
        <li key={id}>{name} <Button kind="quiet" aria-label={say.removeParty(name)} onClick={() => onRemove(id)}>×</Button></li>
      ))}
    </ul>
  );
}

interface PartiesProps {
  readonly parties: readonly string[];
  readonly onChange: (parties: readonly string[]) => void;
  readonly error: string | undefined;
}

const PARTIES = ['college', 'school', 'enterprise', 'park'];

/** Organisations of the directory, firms by their credit code too. */
export function PartiesField({ parties, onChange, error }: PartiesProps) {
  const say = useWords(organisationWords);
  const [code, setCode] = useState('');
  const entries = (useEveryEntry().data?.entries ?? []).filter(({ kind }) => PARTIES.includes(kind));
  const add = (id: string) => onChange([...new Set([...parties, id])]);
  const left = entries.filter(({ id }) => !parties.includes(id)).sort((a, b) => PARTIES.indexOf(a.kind) - PARTIES.indexOf(b.kind));
  const addCode = () => {
    const typed = code.trim();
    if (typed === '') return;
    add(entries.find(({ credit_code }) => credit_code === typed)?.id ?? typed);
    setCode('');
  };
  return (
    <fieldset className="field-group">
      <legend>{say.partiesField}</legend>
      <ChosenList chosen={parties.map((id) => ({ id, name: entries.find((one) => one.id === id)?.name ?? id }))} onRemove={(id) => onChange(parties.filter((one) => one !== id))} />
      <SelectField id="agreement-party" label={say.addParty} help={say.partiesHelp} value="" error={error} onChange={(id) => { if (id !== '') add(id); }} options={left.map(({ id, name }) => ({ value: id, label: name }))} />
      <div className="field-beside">
        <TextField id="agreement-code" label={say.byCode} help={say.byCodeHelp} optional value={code} onChange={setCode} autoComplete="off" />
        <Button onClick={addCode}>{say.addParty}</Button>
      </div>
    </fieldset>
  );
}

interface ProgrammesProps {
  readonly programmes: readonly string[];
  readonly parties: readonly string[];
  readonly onChange: (programmes: readonly string[]) => void;
  readonly error: string | undefined;
}

/** Programmes of the colleges and schools that are parties. */
export function ProgrammesField({ programmes, parties, onChange, error }: ProgrammesProps) {
  const say = useWords(organisationWords);
  const every = useProgrammes().data ?? [];
  const label = (id: string) => {
    const found = every.find((one) => one.programme_id === id);
    return found === undefined ? id : `${found.name} ${id}`;
  };
  const left = every.filter((one) => !programmes.includes(one.programme_id) && (parties.includes(one.school_id) || parties.includes(one.college_id)));
  return (
    <fieldset className="field-group">
      <legend>{say.programmesField}</legend>
      <ChosenList chosen={programmes.map((id) => ({ id, name: label(id) }))} onRemove={(id) => onChange(programmes.filter((one) => one !== id))} />
      <SelectField
        id="agreement-programme" label={say.addProgramme} value="" error={error} onChange={(id) => { if (id !== '') onChange([...programmes, id]); }}
        options={left.map(({ programme_id }) => ({ value: programme_id, label: label(programme_id) }))}
      />
    </fieldset>
  );
}
