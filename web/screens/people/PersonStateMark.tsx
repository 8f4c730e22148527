import { useWords } from '../../settings/SettingsProvider.tsx';
import { peopleWords } from '../../words/people.ts';
import type { PersonState } from './queries.ts';

const SHAPES: Readonly<Record<PersonState, string>> = { active: '●', waiting: '◇', none: '▲', closed: '–' };

/** Shape and word: whether the person can sign in. */
export function PersonStateMark({ state }: { state: PersonState }) {
  const say = useWords(peopleWords);
  return (
    <span className="person-state" data-state={state} title={say[`${state}Help`]}>
      <span aria-hidden="true">{SHAPES[state]}</span> {say[state]}
    </span>
  );
}
