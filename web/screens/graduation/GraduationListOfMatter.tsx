import { Answer } from '../../components/Answer/Answer.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { graduationWords } from '../../words/graduation.ts';
import type { Matter } from '../matters/queries.ts';
import '../data/data.css';
import { useDecisionList } from './decision-queries.ts';
import { GraduationListTable } from './GraduationListTable.tsx';
import './graduation.css';

/** The list that a matter is about, for whoever approves it: as it is now, while the matter is open. */
export function GraduationListOfMatter({ matter: { subject, details: { on } } }: { matter: Matter }) {
  const say = useWords(graduationWords);
  const query = useDecisionList(subject, on ?? '');
  return (
    <section className="graduation" aria-labelledby="matter-list">
      <h2 id="matter-list">{say.listTitle}</h2>
      <Answer query={query}>{(list) => <div className="graduation"><GraduationListTable list={list} /></div>}</Answer>
    </section>
  );
}
