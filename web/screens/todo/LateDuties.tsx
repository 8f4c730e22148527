import { Answer } from '../../components/Answer/Answer.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { todoWords } from '../../words/todo.ts';
import { DutyTable } from './DutyTable.tsx';
import { useDutyGroups } from './queries.ts';
import { TodoPage } from './TodoPage.tsx';

/** Who is late, by how long, under which clause. */
export function LateDuties() {
  const say = useWords(todoWords);
  return (
    <TodoPage part="late" title={say.late} lead={say.lateLead}>
      <Answer query={useDutyGroups('late')}>
        {({ groups }) => (groups.length === 0 ? <EmptyState title={say.nothingLate}>{say.nothingLateHelp}</EmptyState> : <DutyTable label={say.late} groups={groups} own={false} />)}
      </Answer>
    </TodoPage>
  );
}
