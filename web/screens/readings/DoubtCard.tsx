import { ScreenLink } from '../../components/Button/Button.tsx';
import { Tag } from '../../components/Tag/Tag.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { readingsWords } from '../../words/readings.ts';
import { clauseLink } from '../clauses/links.ts';
import type { ParameterAnswer } from '../../provenance/answers.ts';
import type { Bearing, Doubt } from './doubts.ts';
import { isProposed } from './doubts.ts';
import type { Effects } from './OtherReadings.tsx';
import { OtherReadings } from './OtherReadings.tsx';
import { parameterText } from './parameter-text.ts';

interface DoubtCardProps {
  readonly doubt: Doubt;
  readonly effects: Effects;
  readonly bearingOf: (parameter: ParameterAnswer) => Bearing;
}

/** One doubtful point: its question, what is taken and why, and what the other readings would change. */
export function DoubtCard({ doubt, effects, bearingOf }: DoubtCardProps) {
  const [first] = doubt.parameters;
  const { language } = useSettings().settings;
  const say = useWords(readingsWords);
  const unverified = doubt.parameters.some((p) => p.reading.unverified);
  const id = `reading-${doubt.id}`;
  return (
    <article className="doubt" aria-labelledby={id} id={doubt.id}>
      <div className="doubt-head">
        <h2 id={id}>
          <span className="doubt-id">{doubt.id}</span> {first?.reading.question[language]}
        </h2>
        {unverified && (
          <span className="doubt-unverified">
            <Tag kind="unverified" /> {say.unverified}
          </span>
        )}
      </div>
      {doubt.parameters.map((parameter) => (
        <Taken
          key={parameter.key}
          parameter={parameter}
          question={parameter.reading.question.zh === first?.reading.question.zh ? null : parameter.reading.question[language]}
          effects={effects}
          bearing={bearingOf(parameter)}
        />
      ))}
    </article>
  );
}

interface TakenProps {
  readonly parameter: Doubt['parameters'][number];
  /** Where it asks something else than the point's first parameter. */
  readonly question: string | null;
  readonly effects: Effects;
  readonly bearing: Bearing;
}

function Taken({ parameter, question, effects, bearing }: TakenProps) {
  const say = useWords(readingsWords);
  const { language } = useSettings().settings;
  const { from, to, clause } = parameter;
  const validity = to === null ? say.since(formatDate(from, language)) : say.until(formatDate(from, language), formatDate(to, language));
  return (
    <div className="taken">
      {question !== null && <p className="small">{question}</p>}
      <p>
        {parameter.label[language]}
        <span className="taken-value"> {say.chosen} <strong>{parameterText(parameter, language)}</strong></span>
      </p>
      <p className="small taken-about">
        <span>{isProposed(parameter) ? say.proposed : say.why(parameter.source[language])}</span>
        <span>{validity}</span>
        <span>
          {say.clause} <ScreenLink {...clauseLink(clause)}>{clause}</ScreenLink>
        </span>
      </p>
      <OtherReadings parameter={parameter} effects={effects} bearing={bearing} />
    </div>
  );
}
