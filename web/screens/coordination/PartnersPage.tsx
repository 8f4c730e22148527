import { academicYearOf } from '../../../core/values/plain-date.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { useSession } from '../../shell/session.ts';
import { coordinationWords } from '../../words/coordination.ts';
import { formatDate } from '../../words/format.ts';
import { CoordinationTabs } from './CoordinationTabs.tsx';
import { usePilotLog, type PilotLog } from './queries.ts';

const YEARS_BACK = 4;

/** M1-c, S2-f: whether every year of study has something done together, which firms do nothing, and which programmes have advice for the next plan. */
export function PartnersPage() {
  const say = useWords(coordinationWords);
  const { on } = useAsked();
  const [asked, setYear] = useInAddress('year');
  const years = Array.from({ length: YEARS_BACK }, (_, before) => academicYearOf(on) - before);
  const year = years.find((one) => String(one) === asked) ?? academicYearOf(on);
  return (
    <Page title={say.title} lead={say.partnersLead}>
      <CoordinationTabs here="partners" />
      <div className="matter-filter no-print">
        <SelectField id="process-year" label={say.schoolYear} value={String(year)} onChange={setYear} options={years.map((one) => ({ value: String(one), label: say.yearOf(one, one + 1) }))} />
      </div>
      <Answer query={usePilotLog(year)}>
        {(log) => <div className="coordination"><WholeProcess log={log} /><Firms log={log} /><FiveParties log={log} /></div>}
      </Answer>
    </Page>
  );
}

function WholeProcess({ log }: { log: PilotLog }) {
  const say = useWords(coordinationWords);
  const advises = useSession().roles.some(({ role }) => role === 'department');
  return (
    <section aria-labelledby="whole-process">
      <h2 id="whole-process">{say.wholeProcess} <span className="small">M1-c · S2-f</span></h2>
      <p>{say.wholeProcessLead(log.year + 1)}</p>
      <div className="button-row no-print">
        {log.may_record && <ButtonLink to="/coordination/log" query={{ new: 'activity' }}>{say.recordActivity}</ButtonLink>}
        {advises && <ButtonLink to="/matters/new" query={{ kind: 'major_advice' }}>{say.advise}</ButtonLink>}
      </div>
      {log.programmes.length === 0 ? <EmptyState title={say.noProgrammes}>{say.noProgrammesHelp}</EmptyState> : (
        <div className="wide-table">
          <table className="ledger ledger-cards">
            <caption className="hidden-text">{say.wholeProcess}</caption>
            <thead><tr><th scope="col">{say.programme}</th>{[1, 2, 3, 4, 5].map((one) => <th key={one} scope="col">{say.studyYear(one)}</th>)}<th scope="col">{say.advice}</th></tr></thead>
            <tbody>
              {log.programmes.map((one) => (
                <tr key={one.programme_id}>
                  <th scope="row">{one.name}</th>
                  {one.years.map(({ study_year, activities, outcome }) => <td key={study_year} data-label={say.studyYear(study_year)} className="process-year">{outcome === 'met' ? say.times(activities) : <span className="amber">{say.empty}</span>}</td>)}
                  <td data-label={say.advice}>{one.advice > 0 ? <ScreenLink to="/coordination">{say.times(one.advice)}</ScreenLink> : <span className="amber">{say.noAdvice}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Firms({ log: { firms, dormant_days } }: { log: PilotLog }) {
  const say = useWords(coordinationWords);
  const { language } = useSettings().settings;
  return (
    <section aria-labelledby="firms-at-work">
      <h2 id="firms-at-work">{say.firms}</h2>
      <p>{dormant_days === null ? say.noDormantRule : say.firmsLead(dormant_days)}</p>
      {firms.length === 0 ? <EmptyState title={say.noFirms}>{say.noFirmsHelp}</EmptyState> : (
        <div className="wide-table">
          <table className="ledger ledger-cards">
            <caption className="hidden-text">{say.firms}</caption>
            <thead><tr>{[say.firm, say.activities, say.lastActivity, say.atWork].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
            <tbody>
              {firms.toSorted((a, b) => Number(b.dormant) - Number(a.dormant)).map((one) => (
                <tr key={one.id}>
                  <th scope="row">{one.name}</th>
                  <td data-label={say.activities}>{one.activities}</td>
                  <td data-label={say.lastActivity}>{one.last === null ? say.never : formatDate(one.last, language)}</td>
                  <td data-label={say.atWork}>{one.dormant ? <span className="amber">{say.dormant}</span> : say.active}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function FiveParties({ log: { five_parties } }: { log: PilotLog }) {
  const say = useWords(coordinationWords);
  return (
    <section aria-labelledby="five-parties">
      <h2 id="five-parties">{say.fiveParties} <span className="small">1.2-l</span></h2>
      <p>{say.fivePartiesLead}</p>
      <dl className="matter-details">{five_parties.map(({ party, activities }) => <div key={party}><dt>{say[`party_${party}`]}</dt><dd>{say.countOf(activities)}</dd></div>)}</dl>
    </section>
  );
}
