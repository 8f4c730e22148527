import { ScreenLink } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { matterWords } from '../../words/matters.ts';
import { StateMark } from './MatterList.tsx';
import { subjectText } from './matter-text.ts';
import type { Matter } from './queries.ts';

/** How far each school of a round is, and whether it is late. */
export function Returns({ returns }: { returns: NonNullable<Matter['returns']> }) {
  const say = useWords(matterWords);
  const { language } = useSettings().settings;
  return (
    <section aria-labelledby="matter-returns">
      <h2 id="matter-returns">{say.returns}</h2>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.returns}</caption>
          <thead><tr>{[say.school, say.state, say.submittedOn, say.lateness].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>
            {returns.map((one) => (
              <tr key={one.matter_id}>
                <th scope="row"><ScreenLink to={`/matters/${one.matter_id}`}>{subjectText(one, language)}</ScreenLink></th>
                <td data-label={say.state}><StateMark matter={one} /></td>
                <td data-label={say.submittedOn}>{one.submitted_on === null ? say.notYet : formatDate(one.submitted_on, language)}</td>
                <td data-label={say.lateness} data-late={one.late}>{one.late ? `▲ ${say.late(one.days_late)}` : `● ${say.inTime}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
