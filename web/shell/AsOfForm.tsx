import { useState } from 'react';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { Button } from '../components/Button/Button.tsx';
import { DateField } from '../components/Field/DateField.tsx';
import { useSettings, useWords } from '../settings/SettingsProvider.tsx';
import { today } from '../settings/today.ts';
import { formatDate } from '../words/format.ts';
import { shellWords } from '../words/shell.ts';

/** Changing the date changes the whole page and the address. */
export function AsOfForm({ snapshots, done }: { snapshots: readonly PlainDate[]; done: () => void }) {
  const say = useWords(shellWords);
  const { settings, change } = useSettings();
  const [on, setOn] = useState<PlainDate | null>(settings.on);
  const [known, setKnown] = useState(settings.known);
  const show = (day: PlainDate) => {
    change({ on: day, known });
    done();
  };
  return (
    <form
      className="field-stack as-of-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (on !== null) show(on);
      }}
    >
      <DateField label={say.asOfDay} help={say.asOfHelp} value={on} onChange={setOn} />
      <div className="button-row">
        <Button onClick={() => show(today())}>{say.useToday}</Button>
        {snapshots.slice(0, 4).map((day) => (
          <Button key={day} aria-label={`${say.snapshots} ${formatDate(day, settings.language)}`} onClick={() => show(day)}>
            {formatDate(day, settings.language)}
          </Button>
        ))}
      </div>
      <DateField label={say.knownOn} help={say.knownHelp} optional value={known} onChange={setKnown} />
      <Button kind="primary" type="submit" disabled={on === null}>
        {say.apply}
      </Button>
    </form>
  );
}
