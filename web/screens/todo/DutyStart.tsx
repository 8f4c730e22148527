import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer, Fault } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useMay } from '../../shell/session.ts';
import { dutyStartWords } from '../../words/duty-start.ts';
import { formatDate } from '../../words/format.ts';
import { useDutyStart } from './queries.ts';

/** The day from which duties are owed, what it means, and how many are done with by it; the office sets it. */
export function DutyStart({ onDone }: { onDone: (what: string) => void }) {
  const say = useWords(dutyStartWords);
  const { language } = useSettings().settings;
  const may = useMay();
  const [editing, setEditing] = useState(false);
  return (
    <section className="holiday-year" aria-labelledby="duty-start">
      <h2 id="duty-start">{say.title}</h2>
      <p>{say.meaning}</p>
      <Answer query={useDutyStart(null)}>
        {({ go_live, unfinished }) => (
          <>
            <dl>
              <dt>{say.day}</dt>
              <dd>{formatDate(go_live, language)}</dd>
              <dt>{say.before}</dt>
              <dd>{say.count(unfinished)}</dd>
            </dl>
            {editing ? <StartEditor onClose={() => setEditing(false)} onDone={(what) => { setEditing(false); onDone(what); }} />
              : may('policy.write') && <div><Button onClick={() => setEditing(true)}>{say.edit}</Button></div>}
          </>
        )}
      </Answer>
    </section>
  );
}

function StartEditor({ onClose, onDone }: { onClose: () => void; onDone: (what: string) => void }) {
  const say = useWords(dutyStartWords);
  const { language } = useSettings().settings;
  const queries = useQueryClient();
  const [day, setDay] = useState<PlainDate | null>(null);
  const [missing, setMissing] = useState(false);
  const saving = useMutation({
    mutationFn: (go_live: PlainDate) => ask(client.api.duties.start.$post({ json: { go_live } }, onceOnly())),
    onSuccess: async ({ go_live }) => {
      await queries.invalidateQueries({ queryKey: ['duties'] });
      onDone(say.saved(formatDate(go_live, language)));
    },
  });
  return (
    <>
      {saving.error !== null && <Fault error={saving.error} />}
      <DateField id="duty-start-day" label={say.newDay} value={day} onChange={setDay} {...(missing && day === null && { error: say.dayMissing })} />
      <div role="status">{day !== null && <Effect day={day} />}</div>
      <div className="button-row">
        <Button kind="primary" disabled={saving.isPending} onClick={() => (day === null ? setMissing(true) : saving.mutate(day))}>{say.save}</Button>
        <Button onClick={onClose}>{say.cancel}</Button>
      </div>
    </>
  );
}

/** How many duties another day would leave done with. */
function Effect({ day }: { day: PlainDate }) {
  const say = useWords(dutyStartWords);
  const { language } = useSettings().settings;
  const { data } = useDutyStart(day);
  return data === undefined ? null : <p>{say.effect(formatDate(day, language), data.unfinished)}</p>;
}
