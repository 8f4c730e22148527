import { ScreenLink } from '../../components/Button/Button.tsx';
import { Status } from '../../components/Status/Status.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { readingsWords } from '../../words/readings.ts';
import { campusLink } from '../clauses/links.ts';
import type { Bearing, Doubt } from './doubts.ts';
import type { Effect } from './queries.ts';

export interface Effects {
  /** `untold`: whoever looks sees no verdicts. */
  readonly state: 'pending' | 'failed' | 'there' | 'untold';
  readonly list: readonly Effect[];
}

interface OtherReadingsProps {
  readonly parameter: Doubt['parameters'][number];
  readonly effects: Effects;
  readonly bearing: Bearing;
}

/** The readings not taken: each with what it would change today, or together where no campus verdict is computed with them. */
export function OtherReadings({ parameter, effects, bearing }: OtherReadingsProps) {
  const say = useWords(readingsWords);
  const { language } = useSettings().settings;
  const others = parameter.reading.options.filter((option) => option.value !== parameter.value);
  if (others.length === 0) return null;
  if (bearing !== 'campuses') {
    return (
      <p className="small">
        {say.othersAre(others.map((option) => option.label[language]).join(say.listOfOthers))}
        {{ schools: say.usedBySchools, targets: say.usedByTargets, nothing: say.notUsed }[bearing]}
      </p>
    );
  }
  return (
    <ul className="taken-others" aria-label={say.others}>
      {others.map((option) => (
        <li key={option.value}>
          {say.ifSo(option.label[language])}
          <EffectOf effects={effects} parameter={parameter.key} value={option.value} />
        </li>
      ))}
    </ul>
  );
}

/** What a choice would change today: every campus and standard whose verdict becomes another. */
function EffectOf({ effects, parameter, value }: { effects: Effects; parameter: string; value: string }) {
  const say = useWords(readingsWords);
  if (effects.state === 'untold') return null;
  if (effects.state !== 'there') return <span className="small">{effects.state === 'pending' ? say.effectPending : say.effectFailed}</span>;
  const effect = effects.list.find((e) => e.key === parameter && e.value === value);
  if (effect === undefined || effect.changes.length === 0) return <span className="small">{say.noEffect}</span>;
  return (
    <>
      <span>{say.effectCount(effect.changes.length)}</span>
      <ul className="effect-changes">
        {effect.changes.map((change) => (
          <li key={`${change.campus_id} ${change.standard}`}>
            <ScreenLink {...campusLink(change.campus_id)}>{say.change(change.campus, change.standard)}</ScreenLink>{' '}
            <Status outcome={change.before} /> <span aria-hidden="true">→</span>
            <span className="hidden-text">{say.becomes}</span> <Status outcome={change.after} />
          </li>
        ))}
      </ul>
    </>
  );
}
