import { ScreenLink } from '../../components/Button/Button.tsx';
import { Status } from '../../components/Status/Status.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { readingsWords } from '../../words/readings.ts';
import { campusLink } from '../clauses/links.ts';
import type { Bearing } from './doubts.ts';
import type { Effect } from './queries.ts';

export interface Effects {
  readonly state: 'pending' | 'failed' | 'there';
  readonly list: readonly Effect[];
}

/** What a choice would change today: every campus and standard whose verdict becomes another. */
export function EffectOf({ effects, parameter, value, bearing }: { effects: Effects; parameter: string; value: string; bearing: Bearing }) {
  const say = useWords(readingsWords);
  if (bearing !== 'campuses') {
    return <span className="small">{{ schools: say.usedBySchools, targets: say.usedByTargets, nothing: say.notUsed }[bearing]}</span>;
  }
  if (effects.state !== 'there') return <span className="small">{effects.state === 'pending' ? say.effectPending : say.effectFailed}</span>;
  const effect = effects.list.find((e) => e.key === parameter && e.value === value);
  if (effect === undefined || effect.changes.length === 0) return <span className="small">{say.noEffect}</span>;
  return (
    <>
      <span>{say.effectCount(effect.changes.length)}</span>
      <ul className="effect-changes">
        {effect.changes.map((change) => (
          <li key={`${change.campus_id} ${change.standard}`}>
            <ScreenLink {...campusLink(change.campus_id, change.standard)}>{say.change(change.campus, change.standard)}</ScreenLink>{' '}
            <Status outcome={change.before} /> <span aria-hidden="true">→</span>
            <span className="hidden-text">{say.becomes}</span> <Status outcome={change.after} />
          </li>
        ))}
      </ul>
    </>
  );
}
