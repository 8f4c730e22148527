import { useWords } from '../../settings/SettingsProvider.tsx';
import { todoWords } from '../../words/todo.ts';
import { DutyTable } from './DutyTable.tsx';
import { useDutyGroups } from './queries.ts';
import '../data/data.css';
import './todo.css';

/** What a firm owes, on its first page; nothing where nothing is due. */
export function OwnDuties() {
  const say = useWords(todoWords);
  const groups = useDutyGroups('mine').data?.groups ?? [];
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="own-duties">
      <h2 id="own-duties">{say.title}</h2>
      <DutyTable label={say.mine} groups={groups} own />
    </section>
  );
}
