import { MATTERS } from '../../../core/approvals/matters.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { useMay } from '../../shell/session.ts';
import { formatDate } from '../../words/format.ts';
import { matterWords } from '../../words/matters.ts';
import { actText, kindText, stateText, subjectText } from './matter-text.ts';
import { useMatters, type MatterHead } from './queries.ts';

const EVERY = 'every';

/** What waits for one first, then everything in reach; narrowed by kind and by what it is about. */
export function MatterList() {
  const say = useWords(matterWords);
  const { language } = useSettings().settings;
  const acts = useMay()('matters.approve');
  const [asked, show] = useInAddress('show');
  const [kind, setKind] = useInAddress('kind');
  const [subject] = useInAddress('subject');
  const shown = asked === '' ? (acts && subject === '' ? 'mine' : 'all') : asked;
  const query = useMatters({
    ...(kind !== '' && { kind }), ...(subject !== '' && { subject }), ...(shown === 'mine' && { mine: 'yes' }), ...(shown === 'open' && { open: 'yes' }),
  });
  const views = [...(acts ? [['mine', say.showMine] as const] : []), ['open', say.showOpen] as const, ['all', say.showAll] as const];
  return (
    <Page title={say.title} lead={say.lead}>
      {acts && (
        <div className="button-row no-print">
          <ButtonLink kind="primary" to="/matters/new">{say.open}</ButtonLink>
          <ButtonLink to="/matters/deputies">{say.standIn}</ButtonLink>
        </div>
      )}
      <div className="matter-filter no-print">
        <SelectField id="matters-shown" label={say.shown} value={shown} onChange={show} options={views.map(([value, label]) => ({ value, label }))} />
        <SelectField
          id="matters-kind" label={say.kind} value={kind === '' ? EVERY : kind} onChange={(next) => setKind(next === EVERY ? '' : next)}
          options={[{ value: EVERY, label: say.everyKind }, ...MATTERS.map(({ id, label }) => ({ value: id, label: label[language] }))]}
        />
      </div>
      <Answer query={query}>{({ matters }) => (matters.length === 0 ? <Nothing mine={shown === 'mine'} /> : <Table matters={matters} />)}</Answer>
    </Page>
  );
}

function Nothing({ mine }: { mine: boolean }) {
  const say = useWords(matterWords);
  return mine ? <EmptyState title={say.nothingMine}>{say.nothingMineHelp}</EmptyState> : <EmptyState title={say.nothing}>{say.nothingHelp}</EmptyState>;
}

function Table({ matters }: { matters: readonly MatterHead[] }) {
  const say = useWords(matterWords);
  const { language } = useSettings().settings;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards matter-table">
        <caption className="hidden-text">{say.title}</caption>
        <thead>
          <tr>{[say.subject, say.kind, say.state, say.movedOn, say.next].map((head) => <th key={head} scope="col">{head}</th>)}</tr>
        </thead>
        <tbody>
          {matters.map((matter) => (
            <tr key={matter.matter_id}>
              <th scope="row"><ScreenLink to={`/matters/${matter.matter_id}`}>{subjectText(matter, language)}</ScreenLink></th>
              <td data-label={say.kind}>{kindText(matter.kind, language)}</td>
              <td data-label={say.state}><StateMark matter={matter} /></td>
              <td className="unbroken" data-label={say.movedOn}>{formatDate(matter.moved_on, language)}</td>
              <td data-label={matter.mine.length === 0 ? undefined : say.next}>{matter.mine.map((act) => actText(matter.kind, act, say, language)).join(language === 'zh' ? '、' : ', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Shape and word: what is closed, what waits. */
export function StateMark({ matter }: { matter: Pick<MatterHead, 'kind' | 'state' | 'open'> }) {
  const { language } = useSettings().settings;
  return (
    <span className="matter-state" data-open={matter.open}>
      <span aria-hidden="true">{matter.open ? '◇' : '●'}</span> {stateText(matter, language)}
    </span>
  );
}
