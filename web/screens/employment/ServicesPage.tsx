import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SERVICE_KINDS } from '../../../core/employment/services.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useInAddress } from '../../settings/useInAddress.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { employmentWords } from '../../words/employment.ts';
import { formatDate } from '../../words/format.ts';
import { EmploymentPage } from './EmploymentPage.tsx';
import { EMPLOYMENT, useServices, type Service, type ServicesAnswer } from './queries.ts';
import { ServiceDialog } from './ServiceDialog.tsx';

/** M10-a: what the school did so that its graduates find work. */
export function ServicesPage() {
  const say = useWords(employmentWords);
  const [year] = useInAddress('year');
  const query = useServices(useAsked(), year);
  return <EmploymentPage part="services" lead={say.servicesLead}><Answer query={query}>{(answer) => <Contents answer={answer} />}</Answer></EmploymentPage>;
}

const AROUND = [0, -1, -2, -3];

function Contents({ answer }: { answer: ServicesAnswer }) {
  const say = useWords(employmentWords);
  const queries = useQueryClient();
  const [, setYear] = useInAddress('year');
  const [about, setAbout] = useState<Service | 'new' | null>(null);
  const [done, setDone] = useState(false);
  const now = Number(answer.on.slice(0, 4));
  const add = answer.may_write_at.length === 0 ? undefined : <Button kind="primary" onClick={() => setAbout('new')}>{say.recordService}</Button>;
  return (
    <div className="cooperation employment">
      <div className="directory-filters no-print"><SelectField label={say.year} value={String(answer.year)} onChange={setYear} options={[...new Set([answer.year, ...AROUND.map((more) => now + more)])].sort((a, b) => b - a).map((one) => ({ value: String(one), label: String(one) }))} /></div>
      {done && <Notice kind="done" title={say.serviceDone} announce />}
      {answer.services.length === 0 ? <EmptyState title={say.noService} {...(add !== undefined && { actions: add })}>{say.noServiceHelp}</EmptyState> : (
        <>
          <div className="button-row no-print">{add}</div>
          <ServiceTable services={answer.services} onCorrect={setAbout} />
        </>
      )}
      {about !== null && (
        <ServiceDialog
          corrected={about === 'new' ? null : about} schools={answer.may_write_at} onClose={() => setAbout(null)}
          onDone={async () => {
            await queries.invalidateQueries({ queryKey: [EMPLOYMENT] });
            setAbout(null);
            setDone(true);
          }}
        />
      )}
    </div>
  );
}

function ServiceTable({ services, onCorrect }: { services: readonly Service[]; onCorrect: (service: Service) => void }) {
  const say = useWords(employmentWords);
  const { language } = useSettings().settings;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.services}</caption>
        <thead><tr>{[say.serviceTitle, say.kind, say.on].map((head) => <th key={head} scope="col">{head}</th>)}<th scope="col" className="number">{say.attended}</th><th scope="col">{say.note}</th><th scope="col"><span className="hidden-text">{say.correctService}</span></th></tr></thead>
        <tbody>
          {services.map((one) => (
            <tr key={one.service_id}>
              <th scope="row">{one.title}</th>
              <td data-label={say.kind}>{SERVICE_KINDS[one.kind][language]}{one.hours !== null && ` · ${one.hours} ${say.hour}`}{one.firms !== null && ` · ${one.firms} ${say.firm}`}</td>
              <td className="unbroken" data-label={say.on}>{formatDate(one.on, language)}</td>
              <td className="number" data-label={say.attended}>{one.attended}</td>
              <td data-label={say.note}>{[one.class_id, one.student_id, one.note].filter((text) => text !== null && text !== '').join(' · ')}{one.reason !== null && <span className="small graduate-more">{say.correctedWhy(one.reason)}</span>}</td>
              <td>{one.may_write && <Button kind="quiet" onClick={() => onCorrect(one)} aria-label={`${say.correctService} ${one.title}`}>{say.correctService}</Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
