import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useSession } from '../../shell/session.ts';
import { studentWords } from '../../words/students.ts';
import { useOrganisations } from '../grants/queries.ts';
import type { RollQuery } from './queries.ts';
import { statusText, STATUSES } from './roll-text.ts';
import { FILTERS, type FilterName } from './useRollFilter.ts';

interface RollFiltersProps {
  readonly filter: RollQuery;
  readonly onChange: (changes: Partial<Record<FilterName, string>>) => void;
}

const GRADES = ['1', '2', '3', '4', '5'];
const YEARS = /^\d{0,4}$/;

/** By name first; the rest is chosen. What is typed is looked for when it is sent. */
export function RollFilters({ filter, onChange }: RollFiltersProps) {
  const say = useWords(studentWords);
  const { language } = useSettings().settings;
  const { roles } = useSession();
  const schools = (useOrganisations().data ?? []).filter(({ kind }) => kind === 'school');
  const atSchool = roles.length > 0 && roles.every(({ org_id }) => schools.some((one) => one.org_id === org_id));
  const [typed, setTyped] = useState({ name: filter.name ?? '', class_id: filter.class_id ?? '', campus_id: filter.campus_id ?? '', programme_id: filter.programme_id ?? '', cohort: filter.cohort === undefined ? '' : String(filter.cohort) });
  const type = (part: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...part }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    onChange({ name: typed.name.trim(), class_id: typed.class_id.trim(), campus_id: typed.campus_id.trim(), programme_id: typed.programme_id.trim(), cohort: typed.cohort });
  };
  const choose = (name: FilterName, options: readonly { readonly value: string; readonly label: string }[], label: string) => (
    <SelectField id={`roll-${name}`} label={label} optional value={String(filter[name] ?? '')} onChange={(value) => onChange({ [name]: value })} options={options} />
  );
  const clear = () => {
    setTyped({ name: '', class_id: '', campus_id: '', programme_id: '', cohort: '' });
    onChange(Object.fromEntries(FILTERS.map((name) => [name, ''])));
  };
  return (
    <form className="roll-filters no-print" role="search" aria-label={say.filters} onSubmit={send}>
      <TextField id="roll-name" type="search" label={say.name} help={say.nameHelp} optional value={typed.name} onChange={(name) => type({ name })} autoComplete="off" />
      {!atSchool && choose('school_id', schools.map(({ org_id, name }) => ({ value: org_id, label: name })), say.school)}
      {choose('stage', [{ value: 'secondary', label: say.secondary }, { value: 'higher', label: say.higher }], say.stage)}
      {choose('grade', GRADES.map((value) => ({ value, label: say.years(value) })), say.grade)}
      {choose('status', STATUSES.map((value) => ({ value, label: statusText(value, language) })), say.status)}
      <TextField id="roll-cohort" label={say.cohort} optional inputMode="numeric" value={typed.cohort} onChange={(cohort) => YEARS.test(cohort) && type({ cohort })} autoComplete="off" />
      <TextField id="roll-class" label={say.classId} optional value={typed.class_id} onChange={(class_id) => type({ class_id })} autoComplete="off" />
      <TextField id="roll-campus" label={say.campus} optional value={typed.campus_id} onChange={(campus_id) => type({ campus_id })} autoComplete="off" />
      <TextField id="roll-programme" label={say.programme} optional value={typed.programme_id} onChange={(programme_id) => type({ programme_id })} autoComplete="off" />
      <div className="roll-ticks">
        <CheckboxField label={say.begins} checked={filter.begins === 'yes'} onChange={(on) => onChange({ begins: on ? 'yes' : '' })} />
        <CheckboxField label={say.misplaced} checked={filter.misplaced === 'yes'} onChange={(on) => onChange({ misplaced: on ? 'yes' : '' })} />
      </div>
      <div className="button-row"><Button kind="primary" type="submit">{say.filters}</Button><Button onClick={clear}>{say.clear}</Button></div>
    </form>
  );
}
