import { Answer } from '../../components/Answer/Answer.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { surveyWords } from '../../words/surveys.ts';
import { useSurveys } from './queries.ts';
import { Results } from './Results.tsx';
import './surveys.css';

/** S3-h: what people said in the year that a review sums up. */
export function SurveyOfMatter({ year }: { year: number }) {
  const say = useWords(surveyWords);
  return (
    <section className="surveys" aria-labelledby="survey-of-matter">
      <h2 id="survey-of-matter">{say.ofMatter}</h2>
      <Answer query={useSurveys()}>
        {({ surveys }) => {
          const survey = surveys.find((one) => one.year === year && one.state !== 'withdrawn');
          if (survey === undefined) return <p>{say.noneOfMatter(year)}</p>;
          return survey.results === null ? <p>{say.answered(survey.answered)} · {say.waitForEnd}</p> : <Results survey={survey} />;
        }}
      </Answer>
    </section>
  );
}
