import { date, yearOf } from '../../../core/values/plain-date.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { StatusMark } from '../../components/Status/Status.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { today } from '../../settings/today.ts';
import { formatDate } from '../../words/format.ts';
import { matterWords } from '../../words/matters.ts';
import { campusLink } from '../clauses/links.ts';
import { triedText } from '../forecast/tried.ts';
import { TriedEffect } from '../forecast/TriedEffect.tsx';
import { useImpact, type Matter } from './queries.ts';
import '../forecast/forecast.css';

/** How far ahead a draft is looked at. */
const YEARS_AHEAD = 5;

/** What the proposed value would change, before anybody approves it: campuses, students and money, by the trial that any planner makes. */
export function Impact({ matter }: { matter: Matter }) {
  const say = useWords(matterWords);
  const { language } = useSettings().settings;
  const { subject, details: { value, from } } = matter;
  if (value === undefined || from === undefined) return null;
  const tried = triedText([{ key: subject, value }]);
  const to = Math.max(yearOf(date(from)), yearOf(today())) + YEARS_AHEAD;
  return (
    <section className="forecast" aria-labelledby="matter-impact">
      <h2 id="matter-impact">{say.impact}</h2>
      <TriedEffect
        question={{ on: { from }, known: null, to, tried }} otherwise={<CampusesOnly matter={matter} />}
        lead={(on) => (
          <p>{say.effectLead(formatDate(on, language), to)} <ScreenLink to="/forecast/+policy" query={{ on, to: String(to), tried }}>{say.effectOpen}</ScreenLink></p>
        )}
      />
    </section>
  );
}

/** For whoever does not read what the whole effect is worked out from: verdicts of the campuses in reach. */
function CampusesOnly({ matter }: { matter: Matter }) {
  const say = useWords(matterWords);
  const { language } = useSettings().settings;
  const query = useImpact(matter.subject, matter.details, true);
  return (
    <Answer query={query}>
      {({ on, campuses, changes }) => (
        <>
          <p>{say.impactLead(formatDate(on, language), campuses)}</p>
          {changes.length === 0 ? <p>{say.impactNone}</p> : (
            <div className="wide-table">
              <table className="ledger ledger-cards">
                <caption className="hidden-text">{say.impact}</caption>
                <thead><tr>{[say.campus, say.standard, say.before, say.after].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
                <tbody>
                  {changes.map(({ campus_id, campus, standard, before, after, value, required_before, required_after }) => (
                    <tr key={`${campus_id} ${standard}`}>
                      <th scope="row"><ScreenLink {...campusLink(campus_id)}>{campus}</ScreenLink></th>
                      <td data-label={say.standard}>{standard}</td>
                      <td data-label={say.before}><StatusMark outcome={before} /> {value ?? ''} / {required_before ?? ''}</td>
                      <td data-label={say.after}><StatusMark outcome={after} /> {value ?? ''} / {required_after ?? ''}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </>
      )}
    </Answer>
  );
}
