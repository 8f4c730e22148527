import { TOPIC_LABELS } from '../../../core/office/topics.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { coordinationWords } from '../../words/coordination.ts';
import { formatDate } from '../../words/format.ts';
import { matterWords } from '../../words/matters.ts';
import { StateMark } from '../matters/MatterList.tsx';
import { CoordinationTabs } from './CoordinationTabs.tsx';
import { useCoordination, type OfficeMatter } from './queries.ts';

/** S1-d: agendas of meetings to come, and minutes of those that were held, each to be printed. */
export function MeetingsPage() {
  const say = useWords(coordinationWords);
  return (
    <Page title={say.title} lead={say.meetingsLead}>
      <CoordinationTabs here="meetings" />
      <Answer query={useCoordination()}>
        {({ matters }) => (
          <div className="coordination">
            <Agendas matters={matters.filter(({ meeting_on }) => meeting_on !== null)} />
            <Minutes matters={matters.filter(({ decision }) => decision !== null)} />
          </div>
        )}
      </Answer>
    </Page>
  );
}

const grouped = (matters: readonly OfficeMatter[], by: (matter: OfficeMatter) => string): (readonly [string, readonly OfficeMatter[]])[] =>
  [...new Set(matters.map(by))].toSorted().toReversed().map((key) => [key, matters.filter((one) => by(one) === key)] as const);

function Agendas({ matters }: { matters: readonly OfficeMatter[] }) {
  const say = useWords(coordinationWords);
  const { language } = useSettings().settings;
  return (
    <section aria-labelledby="agendas">
      <h2 id="agendas">{say.agendas}</h2>
      {matters.length === 0 && <EmptyState title={say.noAgenda}>{say.noAgendaHelp}</EmptyState>}
      {grouped(matters, ({ meeting_on }) => meeting_on ?? '').map(([day, listed]) => (
        <article key={day} className="meeting">
          <h3>{say.meetingOf(formatDate(day, language))}</h3>
          <ol>{listed.map((one) => <li key={one.matter_id}><Item matter={one} /></li>)}</ol>
        </article>
      ))}
    </section>
  );
}

function Item({ matter: { matter_id, title, name, subject, topic } }: { matter: OfficeMatter }) {
  const { language } = useSettings().settings;
  return <><ScreenLink to={`/matters/${matter_id}`}>{title ?? matter_id}</ScreenLink> <span className="small">{[topic === null ? null : TOPIC_LABELS[topic][language], name ?? subject].filter((part) => part !== null).join(' · ')}</span></>;
}

function Minutes({ matters }: { matters: readonly OfficeMatter[] }) {
  const [say, matter] = [useWords(coordinationWords), useWords(matterWords)];
  const { language } = useSettings().settings;
  return (
    <section aria-labelledby="minutes">
      <h2 id="minutes">{say.minutes}</h2>
      {matters.length === 0 && <EmptyState title={say.noMinutes}>{say.noMinutesHelp}</EmptyState>}
      {grouped(matters, ({ decision }) => `${decision?.on ?? ''} ${decision?.number ?? ''}`).map(([key, listed]) => (
        <article key={key} className="meeting">
          <h3>{listed[0]?.decision?.number}</h3>
          <p>{formatDate(listed[0]?.decision?.on ?? '', language)} · {say.attended(listed[0]?.decision?.attendees ?? '')}</p>
          <ol>
            {listed.map((one) => (
              <li key={one.matter_id}>
                <Item matter={one} />
                <p>{one.decision?.text}</p>
                {one.decision?.votes != null && <p className="small">{matter.votes(one.decision.votes.members, one.decision.votes.present, one.decision.votes.for, one.decision.votes.against, one.decision.votes.abstained)}</p>}
                <p className="small"><StateMark matter={one} />{one.due !== null && <> · {say.dueOn(formatDate(one.due, language))}{one.late && <strong> {say.late}</strong>}</>}</p>
              </li>
            ))}
          </ol>
        </article>
      ))}
    </section>
  );
}
