import { useQuery } from '@tanstack/react-query';
import { targetKey } from '../../../core/office/report.ts';
import { monthOf, yearOf } from '../../../core/values/plain-date.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { overviewQuery } from '../../provenance/asked.ts';
import { useAsked, useOrigins } from '../../provenance/useOrigins.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { coordinationWords } from '../../words/coordination.ts';
import { CoordinationTabs } from './CoordinationTabs.tsx';
import { IssueAnnual } from './IssueAnnual.tsx';
import { useReport, type Report, type Run } from './queries.ts';

const MONTHS_BACK = 12;
const YEARS_BACK = 3;

/** Months and years that a report may be about, the present one first. */
function periodsOf(kind: Report['kind'], on: string): string[] {
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
  if (kind === 'annual') return Array.from({ length: YEARS_BACK }, (_, back) => String(year - back));
  return Array.from({ length: MONTHS_BACK }, (_, back) => {
    const months = year * 12 + month - 1 - back;
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
  });
}

/** The monthly briefing and the yearly report, drafted; each figure opens to where it comes from. */
export function ReportsPage() {
  const say = useWords(coordinationWords);
  const { on } = useAsked();
  const [asked, setKind] = useInAddress('kind');
  const [chosen, setPeriod] = useInAddress('period');
  const kind = asked === 'annual' ? 'annual' : 'briefing';
  const periods = periodsOf(kind, `${yearOf(on)}-${String(monthOf(on)).padStart(2, '0')}`);
  const period = periods.includes(chosen) ? chosen : periods[0] ?? '';
  return (
    <Page title={say.title} lead={say.reportsLead}>
      <CoordinationTabs here="reports" />
      <div className="matter-filter no-print">
        <SelectField id="report-kind" label={say.reportKind} value={kind} onChange={(next) => { setPeriod(''); setKind(next); }} options={[{ value: 'briefing', label: say.briefing }, { value: 'annual', label: say.annual }]} />
        <SelectField id="report-period" label={say.period} value={period} onChange={setPeriod} options={periods.map((one) => ({ value: one, label: one }))} />
        <a className="button button-secondary report-file" href={`/api/coordination/report.docx?kind=${kind}&period=${period}`} download>{say.docx}</a>
      </div>
      <Answer query={useReport(kind, period)}>{(report) => <Draft report={report} />}</Answer>
    </Page>
  );
}

function Draft({ report }: { report: Report }) {
  const say = useWords(coordinationWords);
  return (
    <div className="coordination">
      {report.kind === 'annual' && <IssueAnnual report={report} />}
      <article className="meeting" lang="zh-CN">
        <h2>{report.title}</h2>
        {report.sections.map(({ heading, paragraphs }) => (
          <section key={heading}>
            <h3>{heading}</h3>
            {paragraphs.map((runs, at) => <p key={at}>{withTails(runs).map(([run, tail], nth) => (tail === '' ? <Part key={nth} run={run} /> : <span key={nth} className="with-tail"><Part run={run} />{tail}</span>))}</p>)}
          </section>
        ))}
        <p className="small">{report.issuer} · {report.dated}</p>
      </article>
      {report.kind === 'annual' && <Dimensions report={report} say={say} />}
    </div>
  );
}

const TAIL = /^[，。；、：）]+/;

/** A figure keeps the punctuation that follows it: no line begins with a comma. */
function withTails(runs: readonly Run[]): (readonly [run: Run, tail: string])[] {
  const tailOf = (run: Run | undefined): string => (typeof run === 'string' ? TAIL.exec(run)?.[0] ?? '' : '');
  return runs.map((run, at) => (typeof run === 'string'
    ? [at > 0 && typeof runs[at - 1] !== 'string' ? run.slice(tailOf(run).length) : run, ''] as const
    : [run, tailOf(runs[at + 1])] as const));
}

/** Words, or a figure: that of a target opens to its verdict, every other one to the page that it is counted on. */
function Part({ run }: { run: Run }) {
  const origins = useOrigins();
  const targets = useQuery(overviewQuery(useAsked())).data?.targets ?? [];
  if (typeof run === 'string') return run;
  const target = run.target === null ? undefined : targets.find((one) => targetKey(one) === run.target);
  if (target !== undefined) return <Figure label={target.label.zh} from={origins.target(target)}>{run.text}</Figure>;
  const [to = '/', query = ''] = run.to.split('?');
  return <ScreenLink to={to} query={Object.fromEntries(new URLSearchParams(query))}>{run.text}</ScreenLink>;
}

function Dimensions({ report: { dimensions }, say }: { report: Report; say: (typeof coordinationWords)['zh'] }) {
  const text = (share: Report['dimensions'][number]['skill']): string => (share === null ? say.noFigure : `${share.part} / ${share.of}`);
  return (
    <section aria-labelledby="dimensions">
      <h2 id="dimensions">{say.dimensions} <span className="small">1.1-c · 1.2-m</span></h2>
      <p>{say.dimensionsLead}</p>
      {dimensions.length === 0 ? <EmptyState title={say.noFigure}>{say.noProgrammesHelp}</EmptyState> : (
        <div className="wide-table">
          <table className="ledger ledger-cards">
            <caption className="hidden-text">{say.dimensions}</caption>
            <thead><tr>{[say.cohort, say.students, say.skill, say.character, say.stepUp, say.further].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
            <tbody>
              {dimensions.map((one) => (
                <tr key={one.cohort}>
                  <th scope="row">{one.cohort}</th>
                  <td data-label={say.students}>{one.students}</td>
                  <td data-label={say.skill}>{text(one.skill)}</td>
                  <td data-label={say.character}>{text(one.character)}</td>
                  <td data-label={say.stepUp}>{text(one.step_up)}</td>
                  <td data-label={say.further}>{text(one.further)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
