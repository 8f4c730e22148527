import { OFFERING_STATES } from '../../../core/teaching/states.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { formatDate } from '../../words/format.ts';
import { teachingWords } from '../../words/teaching.ts';
import { kindText } from '../schemes/course-text.ts';
import { shanghaiDay } from '../data/moment.ts';
import { GradeTable } from './GradeTable.tsx';
import { OfferingActs, ReleaseActs } from './OfferingActs.tsx';
import { useOffering, type Offering } from './queries.ts';
import { ReleasedGrades } from './ReleasedGrades.tsx';
import { Said } from './Said.tsx';
import { useDoing } from './useDoing.ts';

/** One course of a class: teacher, hours, grades, and what was done. */
export function OfferingPage({ offering_id }: { offering_id: string }) {
  const say = useWords(teachingWords);
  const query = useOffering(offering_id);
  const title = query.data === undefined ? say.title : `${query.data.offering.course} · ${query.data.offering.class_id}`;
  return (
    <Page title={title}>
      <p className="no-print"><ScreenLink to="/teaching" query={query.data === undefined ? {} : { term: query.data.offering.term }}>← {say.back}</ScreenLink></p>
      <Answer query={query}>{(whole) => <Parts whole={whole} />}</Answer>
    </Page>
  );
}

function Parts({ whole }: { whole: Offering }) {
  const say = useWords(teachingWords);
  const { language } = useSettings().settings;
  const doing = useDoing();
  const { offering, roster, full_marks, pass_line, may } = whole;
  const facts = [
    [say.programme, `${offering.programme} · ${say.cohortOf(offering.cohort)}`], [say.code, offering.course_code], [say.kind, kindText(offering.kind, language)], [say.credits, offering.credits],
    [say.hours, `${offering.taught_hours ?? '–'} / ${offering.planned_hours}`], [say.teacher, offering.teacher ?? say.noTeacher], [say.state, OFFERING_STATES[offering.state][language]],
  ] as const;
  return (
    <div className="teaching">
      <Said doing={doing} />
      <section aria-labelledby="offering-facts">
        <h2 id="offering-facts">{say.facts}</h2>
        <dl className="teaching-facts">{facts.map(([label, text]) => <div key={label}><dt>{label}</dt><dd>{text}</dd></div>)}</dl>
        <OfferingActs key={offering.version} whole={whole} doing={doing} />
      </section>
      <section aria-labelledby="offering-grades">
        <h2 id="offering-grades">{say.grades}</h2>
        {roster === null ? <p>{say.noNames}</p> : roster.length === 0 ? <EmptyState title={say.nobody}>{say.noClassesHelp}</EmptyState> : may.includes('save') ? (
          <>
            <p>{say.gradesLead(full_marks, pass_line)}</p>
            <GradeTable key={offering.version} whole={whole} roster={roster} doing={doing} />
          </>
        ) : (
          <>
            <ReleaseActs whole={whole} doing={doing} />
            <ReleasedGrades whole={whole} roster={roster} doing={doing} />
          </>
        )}
      </section>
      <History whole={whole} />
    </div>
  );
}

function History({ whole: { entries } }: { whole: Offering }) {
  const say = useWords(teachingWords);
  const { language } = useSettings().settings;
  const acts = { open: say.act_open, assign: say.act_assign, hours: say.act_hours, save: say.act_save, submit: say.act_submit, return: say.act_return, release: say.act_release, correct: say.act_correct } as Readonly<Record<string, string>>;
  return (
    <section aria-labelledby="offering-history">
      <h2 id="offering-history">{say.history}</h2>
      <ol className="teaching-history">
        {entries.map(({ entry_no, act, person, staff_no, taught_hours, reason, recorded_at }) => (
          <li key={entry_no}>{formatDate(shanghaiDay(recorded_at), language)} {acts[act] ?? act}{staff_no === null ? '' : ` ${staff_no}`}{taught_hours === null ? '' : ` ${taught_hours}`} {person ?? ''}{reason === null ? '' : `：${reason}`}</li>
        ))}
      </ol>
    </section>
  );
}
