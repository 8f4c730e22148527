import { Answer } from '../../components/Answer/Answer.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { clearingWords } from '../../words/clearing.ts';
import type { Matter } from '../matters/queries.ts';
import { BillTable } from './BillTable.tsx';
import './clearing.css';
import { useBills } from './queries.ts';

/** The bills that a matter is about, for whoever approves them: as they are now. */
export function BillsOfMatter({ matter: { subject, details: { year, on, classes } } }: { matter: Matter }) {
  const say = useWords(clearingWords);
  const query = useBills(subject, year ?? 0, on ?? '', classes?.[0] ?? '');
  return (
    <section aria-labelledby="matter-bills">
      <h2 id="matter-bills">{say.billsTitle}</h2>
      <Answer query={query}>{(answer) => <BillTable answer={answer} />}</Answer>
    </section>
  );
}
