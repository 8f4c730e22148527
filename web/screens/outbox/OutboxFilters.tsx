import { useState } from 'react';
import type { FormEvent } from 'react';
import { CHANNELS, type Channel } from '../../../core/messages/address.ts';
import { MESSAGE_STATES, type MessageState } from '../../../core/messages/states.ts';
import { Button } from '../../components/Button/Button.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { outboxWords } from '../../words/outbox.ts';
import { NO_FILTER, searchOf, type OutboxFilter } from './queries.ts';

interface OutboxFiltersProps {
  readonly filter: OutboxFilter;
  readonly counts: Readonly<Record<MessageState, number>> | undefined;
  readonly onFilter: (filter: OutboxFilter) => void;
}

const EVERY = 'all';

/** By state, with how many there are of each; by way; by person. */
export function OutboxFilters({ filter, counts, onFilter }: OutboxFiltersProps) {
  const say = useWords(outboxWords);
  const [draft, setDraft] = useState(filter);
  const change = (part: Partial<OutboxFilter>) => setDraft((now) => ({ ...now, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onFilter({ ...draft, account: draft.account.trim() });
  };
  const states = MESSAGE_STATES.map((value) => ({ value, label: counts === undefined ? say[`state_${value}`] : say.stateCount(say[`state_${value}`], counts[value]) }));
  return (
    <form className="outbox-filters no-print" role="search" aria-label={say.filters} noValidate onSubmit={submit}>
      <SelectField
        label={say.filterState} value={draft.state === '' ? EVERY : draft.state} options={[{ value: EVERY, label: say.every }, ...states]}
        onChange={(state) => change({ state: state === EVERY ? '' : state as MessageState })}
      />
      <SelectField
        label={say.filterChannel} value={draft.channel === '' ? EVERY : draft.channel}
        options={[{ value: EVERY, label: say.every }, ...CHANNELS.map((value) => ({ value, label: say[`channel_${value}`] }))]}
        onChange={(channel) => change({ channel: channel === EVERY ? '' : channel as Channel })}
      />
      <TextField label={say.filterAccount} help={say.filterAccountHelp} type="search" value={draft.account} onChange={(account) => change({ account })} autoComplete="off" />
      <div className="button-row outbox-apply">
        <Button kind="primary" type="submit">{say.apply}</Button>
        {searchOf(filter) !== '' && <Button onClick={() => onFilter(NO_FILTER)}>{say.clear}</Button>}
      </div>
    </form>
  );
}
