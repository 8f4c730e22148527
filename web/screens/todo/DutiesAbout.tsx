import { useState } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { todoWords } from '../../words/todo.ts';
import { DutyPaging, DutyRows } from './DutyList.tsx';
import { useDutiesAbout } from './queries.ts';
import { TodoPage } from './TodoPage.tsx';

/** What is owed about one thing, whoever owes it: where a figure about it leads. */
export function DutiesAbout({ about }: { about: string }) {
  const say = useWords(todoWords);
  const [page, setPage] = useState(1);
  const query = useDutiesAbout(about, page);
  const name = query.data?.about_name ?? null;
  const title = name === null ? say.aboutTitle : say.aboutNamed(name);
  return (
    <TodoPage title={title}>
      <Answer query={query}>
        {({ total, duties }) => (duties.length === 0 ? <EmptyState title={say.nothingAbout}>{say.nothingHelp}</EmptyState> : (
          <>
            <p>{say.total(total)}</p>
            <DutyRows label={title} duties={duties} headed="what" />
            <DutyPaging total={total} page={page} onPage={setPage} />
          </>
        ))}
      </Answer>
    </TodoPage>
  );
}
