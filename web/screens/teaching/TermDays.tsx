import { useState } from 'react';
import type { FormEvent } from 'react';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { formatDate } from '../../words/format.ts';
import { teachingWords } from '../../words/teaching.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import type { Teaching } from './queries.ts';
import type { Doing } from './useDoing.ts';

type College = Teaching['keeps'][number];

/** The days of the term, for each college that has set them; set and closed by academic affairs. */
export function TermDays({ teaching, doing }: { teaching: Teaching; doing: Doing }) {
  const say = useWords(teachingWords);
  const { language } = useSettings().settings;
  const [setting, setSetting] = useState<College | null>(null);
  const own = teaching.terms.filter(({ term }) => term === teaching.term);
  const close = (college_id: string) => doing.run(() => ask(client.api['teaching-terms'].close.$post({ json: { college_id, term: teaching.term } }, onceOnly())), ({ rows }) => say.termClosed(rows));
  return (
    <section aria-labelledby="term-days">
      <h2 id="term-days">{say.termDays}</h2>
      {own.length === 0 && <p>◇ {say.notSet}</p>}
      {own.map(({ college_id, college, first_day, last_day, weeks, closed }) => (
        <p key={college_id}>{college}：{say.days(formatDate(first_day, language), formatDate(last_day, language), weeks)}{closed && ` · ● ${say.closed}`}</p>
      ))}
      {teaching.keeps.map((college) => {
        const set = own.find(({ college_id }) => college_id === college.college_id);
        if (set?.closed === true) return null;
        return (
          <div key={college.college_id} className="button-row no-print">
            <Button onClick={() => setSetting(college)}>{say.setTerm}</Button>
            {set !== undefined && set.last_day <= teaching.on && <Button aria-disabled={doing.busy} onClick={() => void close(college.college_id)}>{say.closeTerm}</Button>}
          </div>
        );
      })}
      {setting !== null && <SetDialog college={setting} term={teaching.term} doing={doing} onClose={() => setSetting(null)} />}
    </section>
  );
}

function SetDialog({ college, term, doing, onClose }: { college: College; term: string; doing: Doing; onClose: () => void }) {
  const say = useWords(teachingWords);
  const { cancel } = useWords(componentWords);
  const { language } = useSettings().settings;
  const [first, setFirst] = useState<PlainDate | null>(null);
  const [last, setLast] = useState<PlainDate | null>(null);
  const [tried, setTried] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (first === null || last === null) return;
    const done = await doing.run(() => ask(client.api['teaching-terms'].$post({ json: { college_id: college.college_id, term, first_day: first, last_day: last } }, onceOnly())), () => say.termSet);
    if (done) onClose();
  };
  return (
    <Dialog title={say.setTermOf(college.name)} open onClose={onClose}>
      <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
        {doing.fault !== null && <RefusalNotice title={say.failed} error={doing.fault} />}
        <p>{college.year_begins === null ? say.noCalendar : say.yearBegins(formatDate(college.year_begins, language))}</p>
        <DateField id="term-first" label={say.firstDay} value={first} onChange={setFirst} error={tried && first === null ? say.giveDay : undefined} />
        <DateField id="term-last" label={say.lastDay} value={last} onChange={setLast} error={tried && last === null ? say.giveDay : undefined} />
        <div className="button-row">
          <Button kind="primary" type="submit" aria-disabled={doing.busy}>{doing.busy ? say.saving : say.setTerm}</Button>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
