import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { readNotice } from '../../../core/duties/read-notice.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Fault } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { Field } from '../../components/Field/Field.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { holidayWords } from '../../words/holidays.ts';
import { HolidayMonths } from './HolidayMonths.tsx';
import type { DayKind } from './HolidayMonths.tsx';
import type { HolidayYear } from './queries.ts';

interface HolidayEditorProps {
  readonly year: number;
  /** What stands; null where the year has no table yet. */
  readonly table: HolidayYear | null;
  readonly onClose: () => void;
  readonly onDone: (what: string) => void;
}

type Days = ReadonlyMap<string, DayKind>;

const daysOf = (off: readonly string[], worked: readonly string[]): Days =>
  new Map([...off.map((day): [string, DayKind] => [day, 'off']), ...worked.map((day): [string, DayKind] => [day, 'worked'])]);

/** A year's table as a clerk enters it: the notice pasted and read, or each day pressed. */
export function HolidayEditor({ year, table, onClose, onDone }: HolidayEditorProps) {
  const say = useWords(holidayWords);
  const queries = useQueryClient();
  const [days, setDays] = useState<Days>(() => daysOf(table?.off ?? [], table?.worked ?? []));
  const [notice, setNotice] = useState('');
  const [read, setRead] = useState<string | null>(null);
  const [source, setSource] = useState('');
  const [missing, setMissing] = useState(false);
  const all = (kind: DayKind): string[] => [...days].filter(([, one]) => one === kind).map(([day]) => day).sort();
  const saving = useMutation({
    mutationFn: () => ask(client.api.holidays[':year'].$post({ param: { year: String(year) }, json: { off: all('off'), worked: all('worked'), source, version: table?.version ?? 0 } }, onceOnly())),
    onSuccess: async ({ moved }) => {
      await Promise.all([queries.invalidateQueries({ queryKey: ['holidays'] }), queries.invalidateQueries({ queryKey: ['duties'] })]);
      onDone(say.saved(year, moved));
    },
  });
  const readIt = () => {
    const { off, worked } = readNotice(notice, year);
    if (off.length + worked.length === 0) return setRead(say.readNothing);
    setDays(daysOf(off, worked));
    setRead(say.readDone(off.length, worked.length));
  };
  return (
    <section className="holiday-year" aria-labelledby="holiday-editor">
      <h2 id="holiday-editor">{year}</h2>
      {saving.error !== null && <Fault error={saving.error} />}
      <Field id="holiday-notice" label={say.paste} help={say.pasteHelp} optional>
        {(control) => <textarea {...control} className="field-box" rows={4} value={notice} onChange={(event) => setNotice(event.currentTarget.value)} />}
      </Field>
      <div><Button onClick={readIt}>{say.read}</Button></div>
      <p role="status" className="small">{read}</p>
      <p className="small">{say.calendarHelp}</p>
      <HolidayMonths year={year} days={days} onChange={setDays} />
      <p role="status">{say.chosen(all('off').length, all('worked').length)}</p>
      <TextField id="holiday-source" label={say.source} help={say.sourceHelp} value={source} onChange={setSource} {...(missing && source.trim() === '' && { error: say.sourceMissing })} />
      <div className="button-row">
        <Button kind="primary" disabled={saving.isPending} onClick={() => (source.trim() === '' ? setMissing(true) : saving.mutate())}>{say.save}</Button>
        <Button onClick={onClose}>{say.cancel}</Button>
      </div>
    </section>
  );
}
