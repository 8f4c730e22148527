import { Answer } from '../../components/Answer/Answer.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { todoWords } from '../../words/todo.ts';
import { May } from '../../shell/May.tsx';
import { CapacityGlance } from '../capacity/CapacityGlance.tsx';
import { DutyTable } from './DutyTable.tsx';
import { useDutyGroups } from './queries.ts';
import { SurveyInvitation } from '../surveys/SurveyInvitation.tsx';
import { TodoPage } from './TodoPage.tsx';

/** What is due from me, one action each. */
export function MyDuties() {
  const say = useWords(todoWords);
  return (
    <TodoPage part="mine" title={say.title} lead={say.lead}>
      <SurveyInvitation />
      <Answer query={useDutyGroups('mine')}>
        {({ groups }) => (groups.length === 0 ? <EmptyState title={say.nothing}>{say.nothingHelp}</EmptyState> : <DutyTable label={say.mine} groups={groups} own />)}
      </Answer>
      <May do="planning.write"><CapacityGlance /></May>
    </TodoPage>
  );
}
