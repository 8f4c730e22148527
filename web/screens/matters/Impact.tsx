import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { StatusMark } from '../../components/Status/Status.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { matterWords } from '../../words/matters.ts';
import { campusLink } from '../clauses/links.ts';
import { useImpact, type Matter } from './queries.ts';

/** Which verdicts the proposed value would change, before anybody approves it. */
export function Impact({ matter }: { matter: Matter }) {
  const say = useWords(matterWords);
  const { language } = useSettings().settings;
  const query = useImpact(matter.subject, matter.details, true);
  return (
    <section aria-labelledby="matter-impact">
      <h2 id="matter-impact">{say.impact}</h2>
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
    </section>
  );
}
