import { Answer } from '../../components/Answer/Answer.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { studentWords } from '../../words/students.ts';
import type { Matter } from '../matters/queries.ts';
import '../data/data.css';
import { ListTable } from './ListTable.tsx';
import { useRollList } from './queries.ts';
import './students.css';

/** The list that a matter is about, for whoever approves it: as it is now, while the matter is open. */
export function ListOfMatter({ matter: { kind, subject, details: { year, on } } }: { matter: Matter }) {
  const say = useWords(studentWords);
  const listKind = kind === 'step_up_list' ? 'step_up' : kind === 'leave_list' ? 'leave' : 'advance';
  const query = useRollList(listKind, subject, { ...(year !== undefined && { year: String(year) }), ...(on !== undefined && { on }) });
  return (
    <section aria-labelledby="matter-list">
      <h2 id="matter-list">{say[({ step_up: 'stepUpTitle', leave: 'leaveTitle', advance: 'advanceTitle' } as const)[listKind]]}</h2>
      <Answer query={query}>{(list) => <ListTable list={list} />}</Answer>
    </section>
  );
}
