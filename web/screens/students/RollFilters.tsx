import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useMay, useSession } from '../../shell/session.ts';
import { studentWords } from '../../words/students.ts';
import { useOrganisations } from '../grants/queries.ts';
import { useCampusNames, useProgrammes } from '../organisations/queries.ts';
import type { RollQuery } from './queries.ts';
import { statusText, STATUSES } from './roll-text.ts';
import { FILTERS, type FilterName } from './useRollFilter.ts';

interface RollFiltersProps {
  readonly filter: RollQuery;
  readonly onChange: (changes: Partial<Record<FilterName, string>>) => void;
}

const GRADES = ['1', '2', '3', '4', '5'];
const YEARS = /^\d{0,4}$/;
/** Asked less often: folded away until one of them is used. */
const MORE: readonly FilterName[] = ['stage', 'programme_id', 'campus_id', 'cohort', 'class_id', 'begins', 'misplaced'];

interface Typed {
  readonly name: string;
  readonly class_id: string;
  readonly cohort: string;
}

/** By name first; the rest is chosen. What is typed is looked for when it is sent. */
export function RollFilters({ filter, onChange }: RollFiltersProps) {
  const say = useWords(studentWords);
  const { language } = useSettings().settings;
  const { roles } = useSession();
  const may = useMay();
  const schools = (useOrganisations().data ?? []).filter(({ kind }) => kind === 'school');
  const ofSchool = <R extends { readonly school_id: string }>(rows: readonly R[] = []): readonly R[] => rows.filter(({ school_id }) => filter.school_id === undefined || school_id === filter.school_id);
  const programmes = ofSchool(useProgrammes().data);
  const campuses = ofSchool(useCampusNames(may('conditions.read')).data);
  const atSchool = roles.length > 0 && roles.every(({ org_id }) => schools.some((one) => one.org_id === org_id));
  const [typed, setTyped] = useState(typedOf(filter));
  const type = (part: Partial<Typed>) => setTyped((now) => ({ ...now, ...part }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    onChange({ name: typed.name.trim(), class_id: typed.class_id.trim(), cohort: typed.cohort });
  };
  const choose = (name: FilterName, options: readonly { readonly value: string; readonly label: string }[], label: string) => (
    <SelectField id={`roll-${name}`} label={label} optional value={String(filter[name] ?? '')} onChange={(value) => onChange({ [name]: value })} options={options} />
  );
  const clear = () => {
    setTyped(typedOf({}));
    onChange(Object.fromEntries(FILTERS.map((name) => [name, ''])));
  };
  return (
    <form className="no-print" role="search" aria-label={say.filters} onSubmit={send}>
      <div className="roll-filters">
        <TextField id="roll-name" type="search" label={say.name} help={say.nameHelp} optional value={typed.name} onChange={(name) => type({ name })} autoComplete="off" />
        {!atSchool && choose('school_id', schools.map(({ org_id, name }) => ({ value: org_id, label: name })), say.school)}
        {choose('grade', GRADES.map((value) => ({ value, label: say.years(value) })), say.grade)}
        {choose('status', STATUSES.map((value) => ({ value, label: statusText(value, language) })), say.status)}
      </div>
      <details className="roll-more" open={MORE.some((name) => filter[name] !== undefined)}>
        <summary>{say.moreFilters}</summary>
        <div className="roll-filters">
          {choose('stage', [{ value: 'secondary', label: say.secondary }, { value: 'higher', label: say.higher }], say.stage)}
          {choose('programme_id', programmes.map(({ programme_id, name }) => ({ value: programme_id, label: atSchool ? name : `${name} ${programme_id}` })), say.programme)}
          {campuses.length > 0 && choose('campus_id', campuses.map(({ campus_id, name }) => ({ value: campus_id, label: name })), say.campus)}
          <TextField id="roll-cohort" label={say.cohort} optional inputMode="numeric" value={typed.cohort} onChange={(cohort) => YEARS.test(cohort) && type({ cohort })} autoComplete="off" />
          <TextField id="roll-class" label={say.classId} optional value={typed.class_id} onChange={(class_id) => type({ class_id })} autoComplete="off" />
        </div>
        <div className="roll-ticks">
          <CheckboxField label={say.begins} checked={filter.begins === 'yes'} onChange={(on) => onChange({ begins: on ? 'yes' : '' })} />
          <CheckboxField label={say.misplaced} checked={filter.misplaced === 'yes'} onChange={(on) => onChange({ misplaced: on ? 'yes' : '' })} />
        </div>
      </details>
      <div className="button-row"><Button kind="primary" type="submit">{say.filters}</Button><Button onClick={clear}>{say.clear}</Button></div>
    </form>
  );
}

function typedOf({ name = '', class_id = '', cohort }: RollQuery): Typed {
  return { name, class_id, cohort: cohort === undefined ? '' : String(cohort) };
}
