import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sheets } from '../../../core/exchange/sheets.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { certificateWords } from '../../words/certificates.ts';
import { formatDate } from '../../words/format.ts';
import { CertificateTabs } from './CertificateTabs.tsx';
import { DecideDialog, type Decision } from './DecideDialog.tsx';
import { PER_PAGE, useCertificates, type Certificate, type CertificatesAnswer } from './queries.ts';

const LEVELS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = sheets.certificates.columns.level.codes ?? {};

/** Certificates that were entered, those that wait for verification first. */
export function ListPage() {
  const say = useWords(certificateWords);
  const queries = useQueryClient();
  const [verified, setVerified] = useInAddress('verified');
  const [find, setFind] = useInAddress('find');
  const [page, setPage] = useState(1);
  const [asked, setAsked] = useState<Decision | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const query = useCertificates({ verified, find }, page);
  const done = async () => {
    // A certificate that counts moves audits and lists.
    await queries.invalidateQueries();
    setAsked(null);
    setSaid(say.decided);
  };
  return (
    <Page title={say.list} lead={say.lead}>
      <CertificateTabs here="list" />
      {said !== null && <Notice kind="done" title={said} announce />}
      <div className="certificate-filters no-print" role="search" aria-label={say.filters}>
        <SelectField label={say.only} value={verified === '' ? 'all' : verified} onChange={(value) => { setPage(1); setVerified(value === 'all' ? '' : value); }} options={[{ value: 'all', label: say.every }, { value: 'no', label: say.waiting }, { value: 'yes', label: say.verified }]} />
        <TextField label={say.find} help={say.findHelp} type="search" value={find} onChange={(value) => { setPage(1); setFind(value); }} autoComplete="off" />
      </div>
      <Answer query={query}>
        {(answer) => (answer.total === 0 ? <Nothing narrowed={verified !== '' || find !== ''} /> : <Listed answer={answer} onPage={setPage} onAsk={(decision) => { setSaid(null); setAsked(decision); }} />)}
      </Answer>
      {asked !== null && <DecideDialog key={`${asked.act} ${asked.certificate.record_id}`} decision={asked} onClose={() => setAsked(null)} onDone={done} />}
    </Page>
  );
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  const say = useWords(certificateWords);
  return narrowed ? <EmptyState title={say.noMatch}>{say.noMatchHelp}</EmptyState> : <EmptyState title={say.none}>{say.noneHelp}</EmptyState>;
}

function Listed({ answer: { certificates, total, page }, onPage, onAsk }: { answer: CertificatesAnswer; onPage: (page: number) => void; onAsk: (decision: Decision) => void }) {
  const say = useWords(certificateWords);
  return (
    <>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.list}</caption>
          <thead><tr>{[say.student, say.name, say.number, say.issued, say.state, say.act].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>{certificates.map((one) => <Row key={one.record_id} certificate={one} onAsk={onAsk} />)}</tbody>
        </table>
      </div>
      <div className="button-row">
        <p className="small" role="status">{say.page((page - 1) * PER_PAGE + 1, Math.min(page * PER_PAGE, total), total)}</p>
        {page > 1 && <Button onClick={() => onPage(page - 1)}>{say.earlier}</Button>}
        {page * PER_PAGE < total && <Button onClick={() => onPage(page + 1)}>{say.later}</Button>}
      </div>
    </>
  );
}

function Row({ certificate, onAsk }: { certificate: Certificate; onAsk: (decision: Decision) => void }) {
  const say = useWords(certificateWords);
  const { language } = useSettings().settings;
  const { student, student_id, class_id, kind, name, level, number, issued_on, verified, verified_by, verified_on, source, entered_by, valid_until, expired, may_verify, may_withdraw } = certificate;
  return (
    <tr>
      <th scope="row">{student ?? student_id} <span className="small">{student !== null && student_id}{class_id !== null && ` · ${class_id}`}</span></th>
      <td data-label={say.name}>{name} <span className="small">{say[kind]} · {LEVELS[level]?.[language] ?? level}</span></td>
      <td data-label={say.number} className="certificate-number">{number}</td>
      <td data-label={say.issued}>{formatDate(issued_on, language)}{valid_until !== null && <span className="small"> {say.until} {formatDate(valid_until, language)}{expired && <> <span aria-hidden="true">▲</span> {say.expired}</>}</span>}</td>
      <td data-label={say.state}>
        <span aria-hidden="true">{verified ? '●' : '◇'}</span> {verified ? say.verified : say.waiting}
        <span className="small certificate-who">
          {verified_by !== null && verified_on !== null && ` ${say.by(verified_by, formatDate(verified_on, language))}`}{source !== null && ` ${say.source(source)}`}{!verified && entered_by !== null && ` ${say.enteredBy(entered_by)}`}
        </span>
      </td>
      <td data-label={may_verify || may_withdraw ? say.act : undefined}>
        <div className="button-row no-print">
          {may_verify && <Button onClick={() => onAsk({ act: 'verify', certificate })}>{say.verify}</Button>}
          {may_verify && <Button onClick={() => onAsk({ act: 'refuse', certificate })}>{say.refuse}</Button>}
          {may_withdraw && <Button onClick={() => onAsk({ act: 'withdraw', certificate })}>{say.withdraw}</Button>}
        </div>
      </td>
    </tr>
  );
}
