import { consequenceText } from '../../core/check/phrases.ts';
import type { Language } from '../../core/values/bilingual.ts';
import { missingNames } from '../words/outcome.ts';
import type { CampusRow } from './answers.ts';

type ShortVerdict = CampusRow['verdicts'][number];

const NOTHING = { numerator: null, denominator: null, value: null, unit: '' } as const;
const UNSAID = {
  basis: 'text', measured: NOTHING, required: { op: '=', value: null, from: null }, readings: [], alternatives: [], evidence: [], parts: [],
} as const;

/** What stands after the word of a short verdict: the gap, what is missing, or the reason; what it does not carry is left unsaid. */
export function shortDetail(verdict: ShortVerdict, language: Language): string {
  const { outcome, gap, reason, missing, standard } = verdict;
  if (outcome === 'undetermined') return missingNames(missing, language);
  if (gap === null && reason === null) return '';
  return consequenceText({ ...UNSAID, ...verdict, clause: standard }, language);
}
