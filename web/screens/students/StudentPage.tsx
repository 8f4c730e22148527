import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { Status } from '../../components/Status/Status.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { formatDate } from '../../words/format.ts';
import { studentWords } from '../../words/students.ts';
import { clauseLink } from '../clauses/links.ts';
import { FilesAt } from '../documents/FilesAt.tsx';
import { Part } from '../organisations/Part.tsx';
import { ChangeDialog } from './ChangeDialog.tsx';
import { ChangeList } from './ChangeList.tsx';
import { NumberDialog } from './NumberDialog.tsx';
import { useStudentRoll, type StudentRoll } from './queries.ts';
import { RollTimeline } from './RollTimeline.tsx';
import { statusText } from './roll-text.ts';
import { UndoDialog } from './UndoDialog.tsx';

/** One student: both rolls as five years, every change, and what the reader may do now. */
export function StudentPage({ student_id }: { student_id: string }) {
  const say = useWords(studentWords);
  const query = useStudentRoll(student_id);
  return (
    <Page title={query.data === undefined ? say.title : `${query.data.name} ${query.data.student_id}`}>
      <p className="way-back no-print"><ScreenLink to="/students">← {say.back}</ScreenLink></p>
      <Answer query={query}>{(student) => <Contents student={student} />}</Answer>
    </Page>
  );
}

interface Asked {
  readonly onClose: () => void;
  readonly onDone: (said: string) => Promise<void>;
}

function Contents({ student }: { student: StudentRoll }) {
  const say = useWords(studentWords);
  const queries = useQueryClient();
  const [asked, setAsked] = useState<((given: Asked) => ReactNode) | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const open = (dialog: (given: Asked) => ReactNode) => { setSaid(null); setAsked(() => dialog); };
  const given: Asked = {
    onClose: () => setAsked(null),
    // A change moves figures everywhere.
    onDone: async (what) => { await queries.invalidateQueries(); setAsked(null); setSaid(what); },
  };
  return (
    <div className="cooperation">
      {said !== null && <Notice kind="done" title={said} announce />}
      <Standing student={student} open={open} />
      <Part id="now" title={say.now}><Next student={student} open={open} /></Part>
      {student.step_up !== null && <Part id="step-up" title={say.stepUp}><StepUp answer={student.step_up} /></Part>}
      <Part id="timeline" title={say.timeline}><p className="small">{say.timelineLead}</p><RollTimeline student={student} /></Part>
      <Part id="changes" title={say.changes}>
        {student.changes.length === 0 ? <EmptyState title={say.noChanges}>{say.noChangesHelp}</EmptyState> : <ChangeList changes={student.changes} />}
      </Part>
      <FilesAt about={`students/${student.student_id}`} />
      {asked?.(given)}
    </div>
  );
}

function Standing({ student: { student_id, school, college, programme, cohort, stage, grade, status, since, misplaced, roll_number, may_replace_number }, open }: { student: StudentRoll; open: (dialog: (given: Asked) => ReactNode) => void }) {
  const say = useWords(studentWords);
  const { language } = useSettings().settings;
  return (
    <>
      <p>
        <strong>{say[stage]} {say.years(grade)} · {statusText(status, language)}</strong> {say.since(formatDate(since, language))}
        <br />{school}{college !== null && ` · ${college}`} · {programme} · {cohort}
        {roll_number !== null && <><br />{say.rollNumber} <span className="roll-id">{roll_number.text}</span>{roll_number.form === 'L' && `（${say.temporary}）`}</>}
      </p>
      {may_replace_number && <div className="button-row no-print"><Button onClick={() => open((given) => <NumberDialog student_id={student_id} {...given} />)}>{say.toLasting}</Button></div>}
      {misplaced && <Notice kind="warning" title={say.misplacedMark} />}
    </>
  );
}

function Next({ student, open }: { student: StudentRoll; open: (dialog: (given: Asked) => ReactNode) => void }) {
  const say = useWords(studentWords);
  const { language } = useSettings().settings;
  const { next, undo, open_matter } = student;
  const [now, later] = [next.filter(({ why }) => why === null), next.filter(({ why }) => why !== null)];
  return (
    <>
      {open_matter !== null && <Notice kind="info" title={say.openMatter}><ScreenLink to={`/matters/${open_matter.matter_id}`}>{say.toMatter}</ScreenLink></Notice>}
      {next.length === 0 ? <p className="small">{say.nothingNow}</p> : <p className="small">{say.nowLead}</p>}
      {open_matter === null && (now.length > 0 || undo !== null) && (
        <div className="button-row roll-acts no-print">
          {now.map((one) => (
            <Button key={one.name} onClick={() => open((given) => <ChangeDialog student={student} change={one} {...given} />)}>{one.label[language]}<span className="small"> {one.approval ? say.needsApproval : say.atOnce}</span></Button>
          ))}
          {undo !== null && <Button kind="quiet" onClick={() => open((given) => <UndoDialog student_id={student.student_id} undo={undo} {...given} />)}>{say.undo}</Button>}
        </div>
      )}
      {later.length > 0 && (
        <details className="roll-later">
          <summary>{say.notNow}</summary>
          <ul>{later.map(({ name, why, clause }) => <li key={name}>{why?.[language]} · <ScreenLink {...clauseLink(clause)}>{clause}</ScreenLink></li>)}</ul>
        </details>
      )}
    </>
  );
}

function StepUp({ answer: { outcome, lines } }: { answer: NonNullable<StudentRoll['step_up']> }) {
  const say = useWords(studentWords);
  return (
    <>
      <p><Status outcome={outcome} /></p>
      <ul className="roll-lines">
        {lines.map((line) => (
          <li key={line.name}><Status outcome={line.outcome} detail={line.missing.length === 0 ? '' : say.missing(line.missing.join('、'))} /> {say[line.name]} · <ScreenLink {...clauseLink(line.clause)}>{line.clause}</ScreenLink></li>
        ))}
      </ul>
    </>
  );
}
