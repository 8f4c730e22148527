import { CONTRACTS } from '../../../core/employment/outcomes.ts';
import { ConsentButton } from './ConsentButton.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Status } from '../../components/Status/Status.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { employmentWords } from '../../words/employment.ts';
import { formatDate, groupDigits } from '../../words/format.ts';
import { codeLabel } from './code-label.ts';
import type { Destination, Graduate } from './queries.ts';

/** Each graduate with the destination that stands, what it took, what they say of it, and what to look at. */
export function GraduateTable({ graduates, onEnter }: { graduates: readonly Graduate[]; onEnter: (graduate: Graduate) => void }) {
  const say = useWords(employmentWords);
  if (graduates.length === 0) return <EmptyState title={say.allDone}>{say.savedHelp}</EmptyState>;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.graduates}</caption>
        <thead><tr>{[say.name, say.class, say.destination, say.employer, say.state].map((head) => <th key={head} scope="col">{head}</th>)}<th scope="col"><span className="hidden-text">{say.enter}</span></th></tr></thead>
        <tbody>{graduates.map((one) => <Row key={one.student_id} graduate={one} onEnter={onEnter} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ graduate, onEnter }: { graduate: Graduate; onEnter: (graduate: Graduate) => void }) {
  const say = useWords(employmentWords);
  const { language } = useSettings().settings;
  const { student_id, name, programme, class_id, destinations, may_write } = graduate;
  const latest = destinations.at(-1);
  return (
    <tr>
      <th scope="row">{name}<span className="small graduate-more">{student_id}</span></th>
      <td data-label={say.class}>{class_id ?? say.noClass}<span className="small graduate-more">{programme}</span></td>
      <td data-label={say.destination}>
        {latest === undefined ? <Status outcome="undetermined" detail={say.notRecorded} /> : codeLabel(latest.code, language)}
        {latest !== undefined && <span className="small graduate-more">{formatDate(latest.recorded_on, language)}{latest.late_reason !== null && ` · ${say.lateMark}：${latest.late_reason}`}{destinations.length > 1 && ` · ${say.earlier(destinations.length - 1)}`}</span>}
      </td>
      <td data-label={say.employer}>{latest !== undefined && <Work latest={latest} />}</td>
      <td data-label={say.state}><Marks graduate={graduate} /></td>
      <td>{may_write && <Button kind="quiet" onClick={() => onEnter(graduate)} aria-label={`${latest === undefined ? say.enter : say.again} ${name}`}>{latest === undefined ? say.enter : say.again}</Button>}{may_write && graduate.consent === null && <ConsentButton graduate={graduate} />}</td>
    </tr>
  );
}

function Work({ latest }: { latest: Destination }) {
  const say = useWords(employmentWords);
  const { language } = useSettings().settings;
  const contract = latest.contract_kind === null ? latest.contract : CONTRACTS[latest.contract_kind][language];
  const wage = latest.wage_yuan === null ? latest.wage_band : `${groupDigits(latest.wage_yuan)} ${say.yuan}`;
  const more = [latest.workplace_division, contract, wage].filter((one) => one !== null && one !== '');
  return <>{latest.employer}<span className="small graduate-more">{more.join(' · ')}</span></>;
}

/** What the graduate says, and signs that the record is to be looked at. */
function Marks({ graduate: { destinations, said, objection, consent, signs, asked_again, answered_again } }: { graduate: Graduate }) {
  const say = useWords(employmentWords);
  const { language } = useSettings().settings;
  return (
    <>
      {destinations.length > 0 && <span className="graduate-mark">{said === 'confirm' ? `● ${say.confirmed}` : said === 'object' ? `▲ ${say.objected}` : `◇ ${say.notSaid}`}</span>}
      {objection !== null && <span className="small graduate-more">{objection}</span>}
      {consent !== null && <span className="small graduate-more">{consent ? say.consents : say.noConsent}</span>}
      {asked_again !== null && <span className="small graduate-more">{say.askedAgain(asked_again)} · {answered_again === null ? say.waitsAnswer : `${say.answeredAgain(formatDate(answered_again.on, language))} ${codeLabel(answered_again.code, language)} ${answered_again.workplace_division ?? ''}`}</span>}
      {signs.map((sign) => <span key={sign} className="small graduate-more" title={say.signsHelp}>⚠ {say[sign]}</span>)}
    </>
  );
}
