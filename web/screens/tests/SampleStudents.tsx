import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { testWords } from '../../words/tests.ts';
import type { SampleTest } from './queries.ts';

/** Who was drawn; names and scores as far as they are in reach. */
export function SampleStudents({ test: { draw } }: { test: SampleTest }) {
  const say = useWords(testWords);
  const { language } = useSettings().settings;
  if (draw === null) return null;
  return (
    <section aria-labelledby="sample-students">
      <h2 id="sample-students">{say.drawTitle}</h2>
      <p>{say.drawnOn(formatDate(draw.drawn_on, language), draw.students.length)} · {say.seed} <span className="test-code">{draw.seed}</span></p>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.drawTitle}</caption>
          <thead><tr><th scope="col">{say.student}</th><th scope="col">{say.class}</th><th scope="col">{say.school}</th><th scope="col" className="number">{say.score}</th></tr></thead>
          <tbody>
            {draw.students.map((one) => (
              <tr key={one.student_id}>
                <th scope="row">{one.name} <span className="small">{one.student_id}</span></th>
                <td className="unbroken" data-label={say.class}>{one.class_id ?? say.noClass}</td>
                <td data-label={say.school}>{one.school}</td>
                <td className="number" data-label={say.score}>{one.score ?? (one.state === null ? say.hidden : one.state === 'absent' ? say.absent : say.awaited)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
