import { useState } from 'react';
import { GRADUATION_OUTCOMES } from '../../../core/graduation/phrases.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { StatusMark } from '../../components/Status/Status.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { formatDate } from '../../words/format.ts';
import { graduationWords } from '../../words/graduation.ts';
import { useDecided, type Decided, type DecidedAnswer } from './decision-queries.ts';
import { Lines } from './GraduationListTable.tsx';
import { PER_PAGE } from './queries.ts';

/** Graduations as they were decided, of one list or all, each with its checklist as it was. */
export function DecidedPage({ matter_id }: { matter_id: string }) {
  const say = useWords(graduationWords);
  const [find, setFind] = useInAddress('find');
  const [page, setPage] = useState(1);
  const query = useDecided(matter_id, find, page);
  return (
    <Page title={say.decidedTitle} lead={say.decidedLead}>
      <p className="way-back no-print"><ScreenLink to="/graduation">← {say.back}</ScreenLink></p>
      <div className="graduation">
        <div className="graduation-filters no-print" role="search" aria-label={say.filters}>
          <TextField label={say.find} help={say.findHelp} type="search" value={find} onChange={(value) => { setPage(1); setFind(value); }} autoComplete="off" />
        </div>
        {matter_id !== '' && <p><ScreenLink to={`/matters/${matter_id}`}>{say.paperAt}</ScreenLink></p>}
        <Answer query={query}>{(answer) => (answer.total === 0 ? <Nothing narrowed={find !== ''} /> : <DecidedTable answer={answer} onPage={setPage} />)}</Answer>
      </div>
    </Page>
  );
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  const say = useWords(graduationWords);
  return narrowed ? <EmptyState title={say.noMatch}>{say.noMatchHelp}</EmptyState> : <EmptyState title={say.noneDecided}>{say.noneDecidedHelp}</EmptyState>;
}

function DecidedTable({ answer: { graduations, counts, total, page }, onPage }: { answer: DecidedAnswer; onPage: (page: number) => void }) {
  const say = useWords(graduationWords);
  return (
    <>
      <p><strong>{say.ends(counts.graduated, counts.completed, counts.incomplete)}</strong></p>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.decidedTitle}</caption>
          <thead><tr>{[say.student, say.class_, say.ending, say.number, say.items].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>{graduations.map((one) => <Row key={one.graduation_id} graduation={one} />)}</tbody>
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

function Row({ graduation }: { graduation: Decided }) {
  const say = useWords(graduationWords);
  const { language } = useSettings().settings;
  const { student_id, name, school, programme, class_id, outcome, on, number, replaces, undone, entered_by, approved_by, requirements } = graduation;
  return (
    <tr>
      <th scope="row">{name} <span className="small">{student_id}</span></th>
      <td data-label={say.class_}>{class_id ?? programme} <span className="small">{school}</span></td>
      <td data-label={say.ending}>
        <StatusMark outcome={outcome === 'graduated' ? 'met' : 'unmet'} /> {GRADUATION_OUTCOMES[outcome][language]} <span className="small">{formatDate(on, language)}</span>
        {undone && <> <span aria-hidden="true">▲</span> <strong>{say.undone}</strong></>}
        <span className="small graduation-people">{replaces !== null && `${say.replaced(formatDate(replaces, language))} · `}{say.people(entered_by, approved_by)}</span>
      </td>
      <td data-label={number === null ? undefined : say.number} className="graduation-number">{number}</td>
      <td data-label={say.items}><Lines name={name} lines={requirements} /></td>
    </tr>
  );
}
