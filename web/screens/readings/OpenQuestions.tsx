import { Button } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { readingsWords } from '../../words/readings.ts';
import type { ParameterAnswer } from '../../provenance/answers.ts';
import type { Bearing, Doubt } from './doubts.ts';
import { isOpen, isProposed } from './doubts.ts';
import type { Effects } from './OtherReadings.tsx';
import { OtherReadings } from './OtherReadings.tsx';
import { parameterText } from './parameter-text.ts';

interface OpenQuestionsProps {
  readonly doubts: readonly Doubt[];
  readonly effects: Effects;
  readonly bearingOf: (parameter: ParameterAnswer) => Bearing;
}

/** The list to bring to the office: question, what is taken meanwhile, what else it could mean, and room for the answer. */
export function OpenQuestions({ doubts, effects, bearingOf }: OpenQuestionsProps) {
  const say = useWords(readingsWords);
  const open = doubts.filter(isOpen);
  return (
    <section aria-labelledby="open-title" className="reading-section">
      <div className="open-head">
        <h2 id="open-title">{say.openTitle}</h2>
        <Button onClick={() => window.print()}>{say.print}</Button>
      </div>
      <p>{say.openLead(open.length)}</p>
      <ol className="open-questions">
        {open.map((doubt) => (
          <Question key={doubt.id} doubt={doubt} effects={effects} bearingOf={bearingOf} />
        ))}
      </ol>
    </section>
  );
}

function Question({ doubt, effects, bearingOf }: Omit<OpenQuestionsProps, 'doubts'> & { doubt: Doubt }) {
  const say = useWords(readingsWords);
  const { language } = useSettings().settings;
  const open = doubt.parameters.filter((p) => p.reading.unverified || isProposed(p));
  const questions = [...new Set(open.map((p) => p.reading.question[language]))];
  const clauses = [...new Set(open.map((p) => p.clause))].join(say.list);
  return (
    <li>
      <p className="open-question">
        <strong>{questions.join(' ')}</strong>{' '}
        <span className="small">
          {doubt.id} · {say.clause} {clauses}
        </span>
      </p>
      {open.map((parameter) => (
        <div key={parameter.key} className="open-parameter">
          <p>
            {parameter.label[language]} <span className="taken-value">{say.chosen} <strong>{parameterText(parameter, language)}</strong></span>
            {parameter.reading.unverified && <span className="small"> {say.unverified}</span>}
          </p>
          <OtherReadings parameter={parameter} effects={effects} bearing={bearingOf(parameter)} />
        </div>
      ))}
      <p className="only-print open-answer">{say.answer}：</p>
    </li>
  );
}
