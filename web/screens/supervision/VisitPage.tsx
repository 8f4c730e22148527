import { SEVERITY_LABELS } from '../../../core/approvals/matters/finding.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { formatDate } from '../../words/format.ts';
import { supervisionWords } from '../../words/supervision.ts';
import { FilesAt } from '../documents/FilesAt.tsx';
import { PhotosAt } from '../documents/Photos.tsx';
import { headOf } from './ChecklistForm.tsx';
import { periodText } from './period.ts';
import { useVisit, type FoundLine, type Visit } from './queries.ts';

/** One visit: what was found wanting with what became of it, the whole checklist, its files. */
export function VisitPage({ visit_id }: { visit_id: string }) {
  const say = useWords(supervisionWords);
  const query = useVisit(visit_id);
  const { data } = query;
  return (
    <Page title={data === undefined ? say.title : `${data.school} · ${say[data.kind]}`}>
      <p className="way-back no-print"><ScreenLink to="/supervision">← {say.back}</ScreenLink></p>
      <Answer query={query}>{(visit) => <Parts visit={visit} />}</Answer>
    </Page>
  );
}

function Parts({ visit }: { visit: Visit }) {
  const say = useWords(supervisionWords);
  const { language } = useSettings().settings;
  const wanting = visit.lines.filter(({ answer }) => answer === 'not_met');
  const facts = [
    [say.on, formatDate(visit.on, language)], [say.period, periodText(visit, say)], [say.college, visit.college], [say.visitors, visit.visitors],
    [say.found, say.counts(visit.met, visit.not_met, visit.not_looked_at)], [say.recordedBy, visit.recorded_by], ...(visit.note === '' ? [] : [[say.note, visit.note]]),
  ] as const;
  return (
    <div className="supervision">
      {visit.answered_by !== null && <Notice kind="warning" title={say.correctedBy} actions={<ButtonLink to={`/supervision/${visit.answered_by}`}>{say.seeCorrection}</ButtonLink>} />}
      {visit.answers !== null && <Notice kind="info" title={say.corrects} actions={<ButtonLink to={`/supervision/${visit.answers}`}>{say.seeCorrected}</ButtonLink>}>{say.why(visit.reason ?? '')}</Notice>}
      <dl className="visit-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      <div className="button-row no-print">
        {visit.document_id !== null && <ButtonLink to={`/documents/${visit.document_id}`}>{say.paper}</ButtonLink>}
        {visit.may_correct && <ButtonLink to={`/supervision/${visit.visit_id}/correct`}>{say.correct}</ButtonLink>}
      </div>
      <section aria-labelledby="visit-problems">
        <h2 id="visit-problems">{say.problems}</h2>
        {wanting.length === 0 ? <p>{say.noProblems}</p> : <Lines lines={wanting} caption={say.problems} findings />}
      </section>
      <section aria-labelledby="visit-all">
        <h2 id="visit-all">{say.all}</h2>
        <Lines lines={visit.lines} caption={say.all} />
      </section>
      <FilesAt about={`supervision/${visit.visit_id}`} />
    </div>
  );
}

const MARKS = { met: '●', not_met: '▲', not_looked_at: '○' } as const;

function Lines({ lines, caption, findings = false }: { lines: readonly FoundLine[]; caption: string; findings?: boolean }) {
  const say = useWords(supervisionWords);
  const { language } = useSettings().settings;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{caption}</caption>
        <thead><tr>{[say.item, say.clause, say.answer, say.remark, say.severity, ...(findings ? [say.finding] : [])].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.line}>
              <th scope="row">{line.label[language]}{line.about !== null && <span className="visit-about">{headOf(line, say, language)}</span>}</th>
              <td data-label={say.clause}>{line.clause}</td>
              <td data-label={say.answer}>{MARKS[line.answer]} {say[line.answer]}</td>
              <td data-label={say.remark}>{line.remark}</td>
              <td data-label={say.severity}>{line.severity === null ? '' : SEVERITY_LABELS[line.severity][language]}</td>
              {findings && <td data-label={say.finding}>{line.finding !== null && <Became finding={line.finding} name={line.label[language]} />}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Became({ finding: { matter_id, state, open, due }, name }: { finding: NonNullable<FoundLine['finding']>; name: string }) {
  const say = useWords(supervisionWords);
  const { language } = useSettings().settings;
  return (
    <>
      <May do="matters.read"><ScreenLink to={`/matters/${matter_id}`}>{state[language]}</ScreenLink></May>
      {open && due !== null && <span className="visit-about">{say.dueBy(formatDate(due, language))}</span>}
      <May do="documents.read"><PhotosAt about={`matters/${matter_id}`} label={say.photoAt(name)} /></May>
    </>
  );
}
