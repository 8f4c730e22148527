import { ScreenLink } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { internshipWords } from '../../words/internships.ts';
import type { Intern } from './queries.ts';

/** What keeps an internship from beginning: each with its days and its clause. */
export function MissingList({ missing }: { missing: Intern['missing'] }) {
  const say = useWords(internshipWords);
  const { language } = useSettings().settings;
  const days = ({ from, to }: { from: string; to: string }) => (from === to ? say.oneDay(formatDate(from, language)) : say.gap(formatDate(from, language), formatDate(to, language)));
  return (
    <ul className="missing-list">
      {missing.map(({ what, clause, gaps }) => (
        <li key={what}>
          <span aria-hidden="true">◇ </span>{say[`missing_${what}`]} <ScreenLink to={`/clauses/${clause}`}>{clause}</ScreenLink>
          {gaps.map((gap) => <span key={gap.from} className="small missing-days">{days(gap)}</span>)}
        </li>
      ))}
    </ul>
  );
}
