import { useState } from 'react';
import { ROLE_NAMES, ROLES } from '../../../core/access/roles.ts';
import { Button } from '../../components/Button/Button.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useMay } from '../../shell/session.ts';
import { peopleWords } from '../../words/people.ts';
import { PERSON_KINDS, PERSON_STATES, usePlaces } from './queries.ts';
import type { PeopleFilter } from './queries.ts';

interface PeopleFiltersProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

/** What narrows the list. A name is not written into the address; kind, role, institution and state are. */
export function PeopleFilters({ search, onSearch }: PeopleFiltersProps) {
  const say = useWords(peopleWords);
  const { language } = useSettings().settings;
  const wide = useMay()('accounts.approve');
  const places = usePlaces(wide);
  const [typed, setTyped] = useState(search);
  const roles = ROLE_NAMES.filter((role) => ROLES[role].at !== 'person').map((role) => ({ value: role, label: ROLES[role].name[language] }));
  const organisations = (places.data?.organisations ?? []).map(({ org_id, name }) => ({ value: org_id, label: name }));
  return (
    <div className="people-filters no-print">
      <form
        role="search" className="people-find"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(typed.trim());
        }}
      >
        <TextField label={say.find} help={say.findHelp} type="search" value={typed} onChange={setTyped} autoComplete="off" />
        <Button type="submit">{say.find}</Button>
      </form>
      <Narrow name="kind" label={say.kind} options={PERSON_KINDS.map((kind) => ({ value: kind, label: say[kind] }))} />
      {wide && <Narrow name="role" label={say.roleNow} options={roles} />}
      {organisations.length > 0 && <Narrow name="org" label={say.organisation} options={organisations} />}
      <Narrow name="state" label={say.state} options={PERSON_STATES.map((state) => ({ value: state, label: say[state] }))} />
    </div>
  );
}

function Narrow({ name, label, options }: { name: string; label: string; options: readonly { readonly value: string; readonly label: string }[] }) {
  const say = useWords(peopleWords);
  const [value, set] = useInAddress(name);
  const every = { value: 'all', label: say.every };
  return <SelectField label={label} value={value === '' ? 'all' : value} onChange={(next) => set(next === 'all' ? '' : next)} options={[every, ...options]} />;
}

/** What the address narrows the list to; what it does not know narrows nothing. */
export function useFilterInAddress(): PeopleFilter {
  const [kind] = useInAddress('kind');
  const [role] = useInAddress('role');
  const [org_id] = useInAddress('org');
  const [state] = useInAddress('state');
  const found = {
    kind: PERSON_KINDS.find((one) => one === kind), role: ROLE_NAMES.find((one) => one === role), state: PERSON_STATES.find((one) => one === state),
  };
  return {
    ...(found.kind !== undefined && { kind: found.kind }), ...(found.role !== undefined && { role: found.role }),
    ...(org_id !== '' && { org_id }), ...(found.state !== undefined && { state: found.state }),
  };
}
