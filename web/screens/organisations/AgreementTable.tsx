import { ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useMay } from '../../shell/session.ts';
import { cooperationWords } from '../../words/cooperation.ts';
import { formatDate } from '../../words/format.ts';
import { organisationWords } from '../../words/organisations.ts';
import type { Agreement } from './queries.ts';

/** Agreements with parties, programmes, period and how they stand on the day; what has ended comes last. */
export function AgreementTable({ agreements, label }: { agreements: readonly Agreement[]; label: string }) {
  const say = useWords(organisationWords);
  const cooperation = useWords(cooperationWords);
  const may = useMay();
  if (agreements.length === 0) return <EmptyState title={say.agreementsNone}>{may('partners.write') ? say.agreementsNoneHelp : say.agreementsNoneRead}</EmptyState>;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{label}</caption>
        <thead>
          <tr>{[cooperation.number, cooperation.parties, say.programmes, cooperation.period, cooperation.state].map((head) => <th key={head} scope="col">{head}</th>)}</tr>
        </thead>
        <tbody>{[...agreements.filter(({ state }) => state !== 'ended'), ...agreements.filter(({ state }) => state === 'ended')].map((agreement) => <Row key={agreement.agreement_id} agreement={agreement} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ agreement }: { agreement: Agreement }) {
  const say = useWords(organisationWords);
  const cooperation = useWords(cooperationWords);
  const { language } = useSettings().settings;
  const separator = language === 'zh' ? '、' : ', ';
  const { agreement_id, number, parties, programmes, from, to, state } = agreement;
  return (
    <tr data-state={state}>
      <th scope="row"><ScreenLink to={`/organisations/agreements/${agreement_id}`}>{number}</ScreenLink></th>
      <td data-label={cooperation.parties}>{parties.map(({ name }) => name).join(separator)}</td>
      <td data-label={say.programmes}>{programmes.map(({ name }) => name).join(separator)}</td>
      <td data-label={cooperation.period}>{cooperation.until(formatDate(from, language), to === null ? cooperation.openEnd : formatDate(to, language))}</td>
      <td data-label={cooperation.state}><AgreementStateMark state={state} /></td>
    </tr>
  );
}

const SHAPES: Readonly<Record<Agreement['state'], string>> = { coming: '◇', in_force: '●', expiring: '▲', ended: '–' };

/** Shape and word. */
export function AgreementStateMark({ state }: { state: Agreement['state'] }) {
  const say = useWords(cooperationWords);
  return <span className="agreement-state" data-state={state}><span aria-hidden="true">{SHAPES[state]}</span> {say[state]}</span>;
}
