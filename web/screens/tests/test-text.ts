import type { OutcomeView } from '../../verdict-view.ts';
import type { testWords } from '../../words/tests.ts';
import type { Decision, SampleHead, Season } from './queries.ts';

type Say = (typeof testWords)['zh'];

export function stateText(state: SampleHead['state'], say: Say): string {
  return state === 'drawn' ? say.drawn_ : say[state];
}

/** How a decision is marked: the same shapes as everywhere. */
export const DECISION_MARKS: Readonly<Record<Decision, OutcomeView>> = { passed: 'met', resit: 'undetermined', not_passed: 'unmet', not_eligible: 'unmet', undecided: 'undetermined' };

/** The lines that are not met, or cannot be answered yet. */
export function reasonsText(lines: Season['students'][number]['lines'], say: Say): string {
  return lines.filter(({ outcome }) => outcome !== 'met').map(({ name, outcome }) => (outcome === 'undetermined' ? `${say[`line_${name}`]}（${say.missing}）` : say[`line_${name}`])).join(' · ');
}
