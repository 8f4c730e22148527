import { ANSWERER_LABELS, QUESTIONS } from '../../../core/surveys/questions.ts';
import { divide, exact, toFixed } from '../../../core/values/exact.ts';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { surveyWords } from '../../words/surveys.ts';
import type { GroupResult, Survey } from './queries.ts';

type Shown = GroupResult['total'];

/** What a survey came to, group by group and place by place; what is held back says so. */
export function Results({ survey: { results, least } }: { survey: Survey }) {
  const say = useWords(surveyWords);
  const { language } = useSettings().settings;
  if (results === null) return null;
  if (results.length === 0) return <p>{say.noAnswers}</p>;
  return (
    <>
      <p>{say.rule(least)}</p>
      <details>
        <summary>{say.questions}</summary>
        <ol>{QUESTIONS.map(({ id, clause, text }) => <li key={id}>{text[language]} <ScreenLink to={`/clauses/${clause}`}>{clause}</ScreenLink></li>)}</ol>
      </details>
      {results.map((result) => <Group key={result.group} result={result} least={least} />)}
    </>
  );
}

function Group({ result: { group, total, units, remarks }, least }: { result: GroupResult; least: number }) {
  const say = useWords(surveyWords);
  const { language } = useSettings().settings;
  const label = ANSWERER_LABELS[group][language];
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      {total === null ? <p className="held-back">{say.few(least)}</p> : (
        <>
          <div className="wide-table" tabIndex={0} role="region" aria-label={`${label} · ${say.mean}`}>
            <table className="ledger ledger-cards">
              <caption className="hidden-text">{label}</caption>
              <thead><tr><th scope="col">{say.unit}</th><th scope="col" className="number">{say.count}</th>{QUESTIONS.map(({ id, text }, at) => <th key={id} scope="col" className="number" title={text[language]}>{at + 1}</th>)}</tr></thead>
              <tbody>
                <Row name={say.all} shown={total} />
                {units.map(({ unit, name, shown }) => <Row key={unit} name={name} shown={shown} />)}
              </tbody>
            </table>
          </div>
          {remarks !== null && (remarks.length === 0 ? <p>{say.noRemarks}</p> : (
            <details>
              <summary>{say.remarks(remarks.length)}</summary>
              <ul>{remarks.map((text, at) => <li key={at}>{text}</li>)}</ul>
            </details>
          ))}
        </>
      )}
    </section>
  );
}

function Row({ name, shown }: { name: string; shown: Shown }) {
  const say = useWords(surveyWords);
  const { language } = useSettings().settings;
  return (
    <tr>
      <th scope="row">{name}</th>
      {shown === null ? <td colSpan={QUESTIONS.length + 1} className="held-back" data-label={say.mean}>{say.withheld}</td> : (
        <>
          <td className="number" data-label={say.count}>{shown.answered}</td>
          {QUESTIONS.map(({ id, text }, at) => <td key={id} className="number" data-label={say.numbered(at + 1, text[language])}>{mean(shown.sums[at] ?? 0, shown.answered)}</td>)}
        </>
      )}
    </tr>
  );
}

/** Two decimals, cut and never rounded up. */
const mean = (sum: number, answered: number): string => toFixed(divide(exact(sum), exact(answered)), 2, 'down');
