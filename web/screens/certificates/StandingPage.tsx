import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { useHref, useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useMay } from '../../shell/session.ts';
import { certificateWords } from '../../words/certificates.ts';
import { formatDate } from '../../words/format.ts';
import { shellWords } from '../../words/shell.ts';
import { ReasonDialog } from '../people/ReasonDialog.tsx';
import { CertificateTabs } from './CertificateTabs.tsx';
import { useStanding, type Group, type StandingAnswer } from './queries.ts';
import { useCertificateOrigins } from './useCertificateOrigins.ts';

export const STANDINGS = ['held', 'exempted', 'unverified', 'lacking', 'not_reported'] as const;

/** Who of the higher stage still lacks a certificate, class by class, with the days that are left. */
export function StandingPage() {
  const say = useWords(certificateWords);
  const shell = useWords(shellWords);
  const { on } = useSettings().settings;
  const query = useStanding(on);
  return (
    <Page title={shell.certificates} lead={say.lead}>
      <CertificateTabs here="standing" />
      <Answer query={query}>
        {(answer) => (
          <div className="certificates">
            <Counts answer={answer} />
            <Sheets answer={answer} />
            <Groups answer={answer} />
          </div>
        )}
      </Answer>
    </Page>
  );
}

function Counts({ answer }: { answer: StandingAnswer }) {
  const say = useWords(certificateWords);
  const origins = useCertificateOrigins(answer);
  if (!answer.has_rules) return null;
  if (answer.final.students === 0) return <p className="certificates-none">{say.noFinal}</p>;
  return (
    <dl className="certificate-counts">
      {answer.rate !== null && <div><dt>{say.rate}</dt><dd><Figure label={say.rate} from={origins.rate(answer.rate)}>{answer.rate.value}%</Figure></dd></div>}
      {STANDINGS.filter((name) => name !== 'not_reported' || answer.final.not_reported > 0).map((name) => (
        <div key={name}><dt>{say[name]}</dt><dd><Figure label={say[name]} from={origins.count(name)}>{say.heads(answer.final[name])}</Figure></dd></div>
      ))}
    </dl>
  );
}

/** The table of each school in reach, to be filed. */
function Sheets({ answer: { groups, on } }: { answer: StandingAnswer }) {
  const say = useWords(certificateWords);
  const may = useMay();
  const schools = new Map(groups.map(({ school_id, school }) => [school_id, school]));
  if (!may('learning.export') || schools.size === 0) return null;
  return (
    <ul className="certificate-sheets no-print">
      {[...schools].map(([school_id, school]) => {
        const query = new URLSearchParams({ school_id, on });
        return <li key={school_id}>{say.sheetOf(school)} <a href={`/api/certificates/workbook?${query}`} download>.xlsx</a> <a href={`/api/certificates/paper?${query}`} download>PDF</a></li>;
      })}
    </ul>
  );
}

function Groups({ answer: { has_rules, groups } }: { answer: StandingAnswer }) {
  const say = useWords(certificateWords);
  if (!has_rules) return <EmptyState title={say.noRules}>{say.noRulesHelp}</EmptyState>;
  if (groups.length === 0) return <EmptyState title={say.nobody}>{say.nobodyHelp}</EmptyState>;
  return <>{groups.map((group) => <ClassGroup key={[group.school_id, group.programme_id, group.class_id, group.grade].join(' ')} group={group} />)}</>;
}

function ClassGroup({ group }: { group: Group }) {
  const say = useWords(certificateWords);
  const { language } = useSettings().settings;
  const [asking, setAsking] = useState<Group['open'][number] | null>(null);
  const { school, programme, class_id, grade, students, held, exempted, graduates_on, days, open } = group;
  return (
    <section className="certificate-group" aria-label={`${school} ${programme} ${class_id ?? say.noClass}`}>
      <h2>{programme} · {class_id ?? say.noClass} <span className="small">{school} · {say.grade(grade)}</span></h2>
      <p>
        {say.held} {held} / {students}{exempted > 0 && ` · ${say.exempted} ${exempted}`} · <strong>{say.daysLeft(days)}</strong> <span className="small">{formatDate(graduates_on, language)}</span>
      </p>
      {open.length === 0 ? <p className="small"><span aria-hidden="true">●</span> {say.nobodyOpen}</p> : (
        <details>
          <summary>{say.show(open.length)}</summary>
          <ul className="certificate-open">
            {open.map((one) => (
              <li key={one.student_id}>
                <span>{one.name} <span className="small">{one.student_id}</span></span>
                <span><span aria-hidden="true">{one.standing === 'lacking' ? '▲' : '◇'}</span> {say[one.standing]}</span>
                {one.may_exempt && <Button onClick={() => setAsking(one)}>{say.exempt}</Button>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {asking !== null && <ExemptDialog student={asking} onClose={() => setAsking(null)} />}
    </section>
  );
}

/** Opens the matter, where the proof is attached. */
function ExemptDialog({ student: { student_id, name }, onClose }: { student: Group['open'][number]; onClose: () => void }) {
  const say = useWords(certificateWords);
  const href = useHref();
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const act = async (reason: string) => {
    const { matter_id } = await ask(client.api.matters.$post({ json: { kind: 'certificate_exemption', subject: student_id, reason } }, onceOnly()));
    await queries.invalidateQueries();
    navigate(href(`/matters/${matter_id}`));
  };
  return (
    <ReasonDialog title={say.exemptTitle(name)} field={{ id: 'exempt-reason', label: say.exemptReason, help: say.exemptHelp, missing: say.exemptMissing }} act={say.exempt} onAct={act} onClose={onClose}>
      <p>{say.exemptLead}</p>
    </ReasonDialog>
  );
}
