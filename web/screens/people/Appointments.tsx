import { useState } from 'react';
import { date } from '../../../core/values/plain-date.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { ask, client, onceOnly } from '../../client.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { today } from '../../settings/today.ts';
import { useRegion } from '../../shell/region.ts';
import { useMay, useSession } from '../../shell/session.ts';
import { formatDate } from '../../words/format.ts';
import { peopleWords } from '../../words/people.ts';
import { formatMoment, shanghaiDay } from '../data/moment.ts';
import { ActDialog } from './ActDialog.tsx';
import { AppointDialog } from './AppointDialog.tsx';
import { appointmentText } from './person-text.ts';
import { layTimeline } from './timeline.ts';
import type { Timeline } from './timeline.ts';
import type { Appointment, Person } from './queries.ts';

interface AppointmentsProps {
  readonly person: Person;
  /** Something was done; says what. */
  readonly onDone: (what: string) => Promise<void>;
}

/** Every appointment that was ever made, on an axis of time; given and ended by the security administrator, never one's own. */
export function Appointments({ person, onDone }: AppointmentsProps) {
  const say = useWords(peopleWords);
  const { data: region } = useRegion();
  const approves = useMay()('accounts.approve');
  const own = useSession().account?.account === person.account;
  const [appointing, setAppointing] = useState(false);
  const [ending, setEnding] = useState<Appointment | null>(null);
  const acts = approves && !own && person.state !== 'closed';
  const appointments = person.appointments.toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
  const timeline = layTimeline(appointments.map((one) => ({ from: date(one.from), to: lastDayOf(one) })), region?.today ?? today());
  return (
    <section className="person-part" aria-labelledby="appointments">
      <div className="person-part-head">
        <h2 id="appointments">{say.appointments}</h2>
        {acts && <Button kind="primary" onClick={() => setAppointing(true)}>{say.appoint}</Button>}
      </div>
      {approves && own && <p className="small">{say.notOneself}</p>}
      {appointments.length === 0 ? (
        <EmptyState title={say.noAppointments}>{say.noAppointmentsHelp}</EmptyState>
      ) : (
        <>
          <Axis timeline={timeline} />
          <ol className="timeline" aria-label={say.timeline}>
            {appointments.map((one, index) => (
              <Entry key={one.appointment_id} appointment={one} today={timeline.today} bar={everHeld(one) ? timeline.bars[index] : undefined} {...(acts && { onEnd: () => setEnding(one) })} />
            ))}
          </ol>
        </>
      )}
      {appointing && <AppointDialog person={person} onClose={() => setAppointing(false)} onDone={async () => { await onDone(say.appointDone); setAppointing(false); }} />}
      {ending !== null && <EndDialog appointment={ending} onClose={() => setEnding(null)} onDone={async () => { await onDone(say.endDone); setEnding(null); }} />}
    </section>
  );
}

/** The last day on which it held or will hold. */
function lastDayOf({ from, to, ended_at }: Appointment): PlainDate | null {
  const days = [...(to === null ? [] : [date(to)]), ...(ended_at === null ? [] : [shanghaiDay(ended_at)])].toSorted();
  const [last = null] = days;
  return last !== null && last < from ? date(from) : last;
}

/** One that was ended before it began never held. */
function everHeld({ from, ended_at }: Appointment): boolean {
  return ended_at === null || shanghaiDay(ended_at) >= from;
}

/** The years above the bars; what they say stands in words in every entry. */
function Axis({ timeline }: { timeline: Timeline }) {
  const say = useWords(peopleWords);
  return (
    <div className="timeline-axis" aria-hidden="true">
      <div className="timeline-track">
        {timeline.years.map(({ year, at }) => (
          <span key={year} className="timeline-year" style={{ left: `${at}%` }}>{year}</span>
        ))}
        <span className="timeline-today" style={{ left: `${timeline.today}%` }} title={say.today} />
      </div>
    </div>
  );
}

interface EntryProps {
  readonly appointment: Appointment;
  readonly today: number;
  readonly bar: Timeline['bars'][number] | undefined;
  readonly onEnd?: () => void;
}

function Entry({ appointment, today: now, bar, onEnd }: EntryProps) {
  const say = useWords(peopleWords);
  const { language } = useSettings().settings;
  const { from, to, state, campuses, classes, recorded_by, recorded_at, ended_at, ended_by } = appointment;
  const listed = (ids: readonly string[]) => ids.join(language === 'zh' ? '、' : ', ');
  const what = appointmentText(appointment, language);
  return (
    <li>
      <div className="timeline-what">
        <p>
          <strong>{what}</strong> <span className="timeline-state" data-state={state}>{say[`state_${state}`]}</span>
        </p>
        {campuses.length > 0 && <p>{`${say.campuses}${language === 'zh' ? '：' : ': '}${listed(campuses)}`}</p>}
        {classes.length > 0 && <p>{`${say.classes}${language === 'zh' ? '：' : ': '}${listed(classes)}`}</p>}
        <p>{to === null ? say.since(formatDate(from, language)) : say.until(formatDate(from, language), formatDate(to, language))}</p>
        <p className="small">{say.recorded(recorded_by, formatMoment(recorded_at, language))}</p>
        {ended_at !== null && <p className="small">{say.endedBy(ended_by ?? '', formatMoment(ended_at, language))}</p>}
        {onEnd !== undefined && (state === 'now' || state === 'coming') && <Button aria-label={say.endOf(what)} onClick={onEnd}>{say.end}</Button>}
      </div>
      <div className="timeline-track" aria-hidden="true">
        {bar !== undefined && <span className="timeline-bar" data-state={state} style={{ left: `${bar.at}%`, width: `${bar.width}%` }} />}
        <span className="timeline-today" style={{ left: `${now}%` }} />
      </div>
    </li>
  );
}

function EndDialog({ appointment, onClose, onDone }: { appointment: Appointment; onClose: () => void; onDone: () => Promise<void> }) {
  const say = useWords(peopleWords);
  const { language } = useSettings().settings;
  const end = async () => {
    await ask(client.api.appointments[':appointment_id'].end.$post({ param: { appointment_id: appointment.appointment_id } }, onceOnly()));
    await onDone();
  };
  return (
    <ActDialog title={say.end} act={say.end} onAct={end} onClose={onClose}>
      <p>{say.endWhat(appointmentText(appointment, language))}</p>
    </ActDialog>
  );
}
