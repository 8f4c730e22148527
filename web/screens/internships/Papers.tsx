import { ScreenLink } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { internshipWords } from '../../words/internships.ts';
import { InternState } from './InternTable.tsx';
import type { Intern } from './queries.ts';

const NEEDED = [
  ['agreement', 'S2-i'], ['training', 'S2-i'], ['school_liability', 'R4-j'], ['internship_liability', 'R4-j'],
] as const;

/** The four that stand before the first day: there, or missing with the days that lack cover. */
export function Papers({ internship }: { internship: Intern }) {
  const say = useWords(internshipWords);
  const { language } = useSettings().settings;
  const { state, from, to, firm, title, place, missing, agreed_on, trained_on } = internship;
  const day = (on: string) => formatDate(on, language);
  const saidOf = (what: (typeof NEEDED)[number][0]): string => {
    if (what === 'agreement') return agreed_on === null ? '' : say.agreedOn(day(agreed_on));
    if (what === 'training') return trained_on === null ? '' : say.trainedOn(day(trained_on));
    return say.covers;
  };
  return (
    <section className="agreement-part" aria-labelledby="papers">
      <p><InternState state={state} />　{firm} · {title} · {place}</p>
      <p>{day(from)} – {day(to)}</p>
      {(state === 'planned' || state === 'started') && (
        <>
          <h2 id="papers">{say.papers}</h2>
          <ul className="paper-list">
            {[...NEEDED, ...missing.filter(({ what }) => what === 'partner_agreement').map(({ what, clause }) => [what, clause] as const)].map(([what, clause]) => {
              const lacks = missing.find((one) => one.what === what);
              return (
                <li key={what} data-missing={lacks !== undefined || undefined}>
                  <span><span aria-hidden="true">{lacks === undefined ? '●' : '◇'} </span><strong>{say[`missing_${what}`]}</strong> {lacks === undefined ? say.have : say.lack} <ScreenLink to={`/clauses/${clause}`}>{clause}</ScreenLink></span>
                  <span className="small">{lacks === undefined && what !== 'partner_agreement' ? saidOf(what) : lacks?.gaps.map((gap) => say.gap(day(gap.from), day(gap.to))).join('、')}</span>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
