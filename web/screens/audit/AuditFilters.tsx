import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { auditActionWords } from '../../words/audit-actions.ts';
import { auditWords } from '../../words/audit.ts';
import type { AuditFilter } from './queries.ts';

interface AuditFiltersProps {
  readonly filter: AuditFilter;
  readonly filtered: boolean;
  readonly onFilter: (filter: AuditFilter) => void;
  readonly onClear: () => void;
}

const EVERY = 'all';

/** By person, act, object and days. Sent as one form: each reading of the entries is written down. */
export function AuditFilters({ filter, filtered, onFilter, onClear }: AuditFiltersProps) {
  const say = useWords(auditWords);
  const called = useWords(auditActionWords);
  const [draft, setDraft] = useState(filter);
  const [early, setEarly] = useState(false);
  const change = (part: Partial<AuditFilter>) => setDraft((now) => ({ ...now, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = draft.from !== null && draft.to !== null && draft.to < draft.from;
    setEarly(wrong);
    if (!wrong) onFilter({ ...draft, actor: draft.actor.trim(), object: draft.object.trim() });
  };
  const actions = Object.entries(called).map(([value, label]) => ({ value, label }));
  // An address may ask for all acts of a kind, or for one that this version has no word for.
  const other = draft.action !== '' && !(draft.action in called) ? [{ value: draft.action, label: draft.action }] : [];
  return (
    <form className="audit-filters no-print" role="search" aria-label={say.filters} noValidate onSubmit={submit}>
      <SelectField
        label={say.action} value={draft.action === '' ? EVERY : draft.action} options={[{ value: EVERY, label: say.every }, ...other, ...actions]}
        onChange={(action) => change({ action: action === EVERY ? '' : action })}
      />
      <TextField label={say.actor} help={say.actorHelp} type="search" value={draft.actor} onChange={(actor) => change({ actor })} autoComplete="off" />
      <TextField label={say.object} help={say.objectHelp} type="search" value={draft.object} onChange={(object) => change({ object })} autoComplete="off" />
      <DateField label={say.from} value={draft.from} onChange={(from) => change({ from })} />
      <DateField label={say.to} value={draft.to} onChange={(to) => change({ to })} error={early ? say.endsEarly : undefined} />
      <div className="button-row audit-apply">
        <Button kind="primary" type="submit">{say.apply}</Button>
        {filtered && <Button onClick={onClear}>{say.clear}</Button>}
      </div>
    </form>
  );
}
