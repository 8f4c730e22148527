import { ScreenLink } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { agreementWords } from '../../words/agreements.ts';
import { formatDate } from '../../words/format.ts';
import type { Followed } from './queries.ts';

type Milestone = Followed['milestones'][number];

const SHAPES: Readonly<Record<Milestone['state'], string>> = { done: '●', next: '◆', late: '▲', later: '○', closed: '–' };

/** Five years from top to bottom: shape, word and day of each step, and the clause that it rests on. */
export function Timeline({ milestones }: { milestones: readonly Milestone[] }) {
  const say = useWords(agreementWords);
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{say.timeline}</h2>
      <ol className="timeline">{milestones.map((one) => <Step key={one.id} milestone={one} />)}</ol>
    </section>
  );
}

function Step({ milestone: { title, state, done_on, by, clause, year } }: { milestone: Milestone }) {
  const say = useWords(agreementWords);
  const { language } = useSettings().settings;
  const when = done_on !== null ? say.doneOn(formatDate(done_on, language)) : by !== null ? say.until(formatDate(by, language)) : say.noDay;
  return (
    <li data-state={state} aria-current={state === 'next' ? 'step' : undefined}>
      <span className="timeline-mark" aria-hidden="true">{SHAPES[state]}</span>
      <div>
        <p className="timeline-title"><strong>{title[language]}</strong> <span className="small">{say[`milestone_${state}`]}</span></p>
        <p className="small">{say.inYear(year)} · {when} · <ScreenLink to={`/clauses/${clause}`}>{clause}</ScreenLink></p>
      </div>
    </li>
  );
}
