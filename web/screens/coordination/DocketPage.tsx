import { MATTERS } from '../../../core/approvals/matters.ts';
import { TOPIC_LABELS, TOPICS } from '../../../core/office/topics.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { useSession } from '../../shell/session.ts';
import { coordinationWords } from '../../words/coordination.ts';
import { formatDate } from '../../words/format.ts';
import { StateMark } from '../matters/MatterList.tsx';
import { CoordinationTabs } from './CoordinationTabs.tsx';
import { useCoordination, type OfficeMatter } from './queries.ts';

const KINDS = ['major_matter', 'difficulty_ticket', 'support_policy', 'major_advice', 'model_case'] as const;
const EVERY = 'every';

/** S1: what is before the office, kind by kind; what is late first. */
export function DocketPage() {
  const say = useWords(coordinationWords);
  const { language } = useSettings().settings;
  const [shown, show] = useInAddress('show');
  const [topic, setTopic] = useInAddress('topic');
  return (
    <Page title={say.title} lead={say.lead}>
      <CoordinationTabs here="docket" />
      <div className="matter-filter no-print">
        <SelectField id="docket-shown" label={say.shown} value={shown === 'all' ? 'all' : 'open'} onChange={(next) => show(next === 'all' ? 'all' : '')} options={[{ value: 'open', label: say.openOnly }, { value: 'all', label: say.everything }]} />
        <SelectField
          id="docket-topic" label={say.topic} value={topic === '' ? EVERY : topic} onChange={(next) => setTopic(next === EVERY ? '' : next)}
          options={[{ value: EVERY, label: say.everyTopic }, ...TOPICS.map((one) => ({ value: one, label: TOPIC_LABELS[one][language] }))]}
        />
      </div>
      <Answer query={useCoordination()}>
        {({ matters }) => (
          <div className="coordination">
            {KINDS.map((kind) => <KindSection key={kind} kind={kind} matters={matters.filter((one) => one.kind === kind && (shown === 'all' || one.open) && (topic === '' || kind !== 'major_matter' || one.topic === topic))} />)}
          </div>
        )}
      </Answer>
    </Page>
  );
}

function KindSection({ kind, matters }: { kind: (typeof KINDS)[number]; matters: readonly OfficeMatter[] }) {
  const say = useWords(coordinationWords);
  const { language } = useSettings().settings;
  const { roles } = useSession();
  const declared = MATTERS.find(({ id }) => id === kind);
  const label = declared?.label[language] ?? kind;
  const opens = roles.some(({ role }) => declared?.opens.by.includes(role) === true);
  const open = opens ? <ButtonLink to="/matters/new" query={{ kind }}>{say.raise(label)}</ButtonLink> : undefined;
  return (
    <section aria-labelledby={`docket-${kind}`}>
      <h2 id={`docket-${kind}`}>{label} <span className="small">{declared?.clause}</span></h2>
      {matters.length === 0 ? <EmptyState title={say.noneOf(label)} actions={open}>{say[`${kind}_help`]}</EmptyState> : (
        <>
          {open !== undefined && <div className="button-row no-print">{open}</div>}
          <MatterTable label={label} matters={matters.toSorted((a, b) => Number(b.late) - Number(a.late))} />
        </>
      )}
    </section>
  );
}

function MatterTable({ label, matters }: { label: string; matters: readonly OfficeMatter[] }) {
  const say = useWords(coordinationWords);
  const { language } = useSettings().settings;
  const topical = matters.some(({ topic }) => topic !== null);
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{label}</caption>
        <thead><tr>{[say.what, say.body, ...(topical ? [say.topic] : []), say.state, say.due].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {matters.map((one) => (
            <tr key={one.matter_id}>
              <th scope="row"><ScreenLink to={`/matters/${one.matter_id}`}>{one.title ?? one.matter_id}</ScreenLink>{one.mine.some((act) => act !== 'withdraw') && <span className="tag">{say.mine}</span>}</th>
              <td data-label={say.body}>{one.name ?? one.subject}{one.year !== null && <span className="small"> {say.ofYear(one.year)}</span>}</td>
              {topical && <td data-label={say.topic}>{one.topic === null ? '–' : TOPIC_LABELS[one.topic][language]}</td>}
              <td data-label={say.state}><StateMark matter={one} /></td>
              <td data-label={say.due} className="unbroken">{one.due === null ? '–' : formatDate(one.due, language)}{one.late && <span className="visit-about status-unmet">{say.late}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
