import { useState } from 'react';
import type { FormEvent } from 'react';
import { GRADUATION_OUTCOMES } from '../../../core/graduation/phrases.ts';
import { Button } from '../../components/Button/Button.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { graduationWords } from '../../words/graduation.ts';
import { outboxWords } from '../../words/outbox.ts';
import { GRADUATION_OUTCOME_NAMES, type GraduationAnswer, type GraduationFilter } from './queries.ts';

const EVERY = 'all';
const NO_FILTER: GraduationFilter = { outcome: '', school_id: '', find: '' };

interface GraduationFiltersProps {
  readonly filter: GraduationFilter;
  readonly schools: GraduationAnswer['schools'];
  readonly onFilter: (filter: GraduationFilter) => void;
}

/** By outcome, school and name. */
export function GraduationFilters({ filter, schools, onFilter }: GraduationFiltersProps) {
  const say = useWords(graduationWords);
  const { apply, clear } = useWords(outboxWords);
  const { language } = useSettings().settings;
  const [draft, setDraft] = useState(filter);
  const every = { value: EVERY, label: say.every };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onFilter({ ...draft, find: draft.find.trim() });
  };
  return (
    <form className="graduation-filters no-print" role="search" aria-label={say.filters} noValidate onSubmit={submit}>
      <SelectField
        label={say.outcome} value={draft.outcome === '' ? EVERY : draft.outcome}
        options={[every, ...GRADUATION_OUTCOME_NAMES.map((value) => ({ value, label: GRADUATION_OUTCOMES[value][language] }))]}
        onChange={(value) => setDraft({ ...draft, outcome: GRADUATION_OUTCOME_NAMES.find((one) => one === value) ?? '' })}
      />
      {schools.length > 1 && (
        <SelectField
          label={say.school} value={draft.school_id === '' ? EVERY : draft.school_id}
          options={[every, ...schools.map(({ school_id, name }) => ({ value: school_id, label: name }))]}
          onChange={(value) => setDraft({ ...draft, school_id: value === EVERY ? '' : value })}
        />
      )}
      <TextField label={say.find} help={say.findHelp} type="search" value={draft.find} onChange={(find) => setDraft({ ...draft, find })} autoComplete="off" />
      <div className="button-row">
        <Button kind="primary" type="submit">{apply}</Button>
        {JSON.stringify(filter) !== JSON.stringify(NO_FILTER) && <Button onClick={() => onFilter(NO_FILTER)}>{clear}</Button>}
      </div>
    </form>
  );
}
