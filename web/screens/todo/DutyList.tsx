import { useState } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { todoWords } from '../../words/todo.ts';
import { clauseLink } from '../clauses/links.ts';
import { DueDay, DueMark } from './DueMark.tsx';
import { PER_PAGE, useDuties } from './queries.ts';
import type { Duty } from './queries.ts';
import { TodoPage } from './TodoPage.tsx';

/** One kind of duty, one by one, one's own or another post's: whom it is about, and what has happened. */
export function DutyList({ duty, due_on, owed_by }: { duty: string; due_on: string | null; owed_by: string | null }) {
  const say = useWords(todoWords);
  const { language } = useSettings().settings;
  const [page, setPage] = useState(1);
  const query = useDuties({ duty, owed_by, page, ...(due_on !== null && { due_on }) });
  const first = query.data?.duties[0];
  const together = first !== undefined && query.data?.duties.every(({ action }) => action.screen === first.action.screen) === true;
  return (
    <TodoPage part={owed_by === null ? 'mine' : 'late'} title={first === undefined ? say.title : say.listTitle(first.label[language])}>
      <div className="button-row no-print">
        {together && owed_by === null && <ButtonLink kind="primary" to={first.action.screen}>{first.action.label[language]}</ButtonLink>}
        <ButtonLink to={owed_by === null ? '/todo' : '/todo/late'}>{say.back}</ButtonLink>
      </div>
      <Answer query={query}>
        {({ total, duties }) => (duties.length === 0 ? <EmptyState title={say.nothing}>{say.nothingHelp}</EmptyState> : (
          <>
            <p>{say.total(total)}</p>
            <DutyRows label={duties[0]?.label[language] ?? ''} duties={duties} />
            <DutyPaging total={total} page={page} onPage={setPage} />
          </>
        ))}
      </Answer>
    </TodoPage>
  );
}

export function DutyPaging({ total, page, onPage }: { total: number; page: number; onPage: (page: number) => void }) {
  const say = useWords(todoWords);
  if (total <= PER_PAGE) return null;
  return (
    <div className="button-row no-print">
      <Button disabled={page === 1} onClick={() => onPage(page - 1)}>{say.previous}</Button>
      <Button disabled={page * PER_PAGE >= total} onClick={() => onPage(page + 1)}>{say.next}</Button>
    </div>
  );
}

/** Duties one by one, each headed by whom it is about, or by what it is where all are about the same. */
export function DutyRows({ label, duties, headed = 'subject' }: { label: string; duties: readonly Duty[]; headed?: 'subject' | 'what' }) {
  const say = useWords(todoWords);
  const { language } = useSettings().settings;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards duty-table">
        <caption className="hidden-text">{label}</caption>
        <thead>
          <tr>{[say[headed], say.who, say.due, say.state, say.steps].map((head) => <th key={head} scope="col">{head}</th>)}</tr>
        </thead>
        <tbody>
          {duties.map((duty) => (
            <tr key={duty.duty_key}>
              <th scope="row">{headed === 'what' ? <What duty={duty} /> : <Subject duty={duty} />}</th>
              <td data-label={say.who}>{duty.owed_by.map(({ role_name, place_name }) => `${place_name ?? ''} ${role_name[language]}`.trim()).join('；')}</td>
              <td data-label={say.due}><DueDay due_on={duty.due_on} without_table={duty.without_table} /></td>
              <td data-label={say.state}>{duty.days_left === null ? say[duty.state as 'closed'] : <DueMark days_left={duty.days_left} />}</td>
              <td data-label={say.steps}><Acts acts={duty.acts} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function What({ duty: { label, clause } }: { duty: Duty }) {
  const say = useWords(todoWords);
  const { language } = useSettings().settings;
  return (
    <>
      {label[language]}
      <span className="small duty-note"><ScreenLink {...clauseLink(clause)}>{say.clause(clause)}</ScreenLink></span>
    </>
  );
}

function Subject({ duty: { about, action } }: { duty: Duty }) {
  const say = useWords(todoWords);
  const { language } = useSettings().settings;
  // A matter has a page of its own, and so has a course.
  if (about.kind === 'matter' || about.kind === 'offering') return <ScreenLink to={action.screen}>{about.title?.[language] ?? about.name ?? about.id}</ScreenLink>;
  if (about.kind === 'region') return say.wholeRegion;
  if (about.id === null) return say.unnamed;
  return about.name === null ? about.id : `${about.name}（${about.id}）`;
}

function Acts({ acts }: { acts: Duty['acts'] }) {
  const say = useWords(todoWords);
  const { language } = useSettings().settings;
  const word = ({ act, to }: Duty['acts'][number]): string => {
    if (act.startsWith('told/')) return say.told(to?.[language] ?? '');
    if (act.startsWith('closed/')) return say.ended;
    if (act.startsWith('reopened/')) return say.reopened;
    return act.startsWith('lifted/') ? say.lifted : say.opened;
  };
  return (
    <ol className="duty-steps">
      {acts.map((act) => <li key={act.act}>{formatDate(act.on, language)} {word(act)}</li>)}
    </ol>
  );
}
