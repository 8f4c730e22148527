import { BASES, OUTCOMES } from '../../core/check/phrases.ts';
import { words } from './dictionary.ts';

const outcomes = (lang: 'zh' | 'en') => ({
  met: OUTCOMES.met[lang],
  unmet: OUTCOMES.unmet[lang],
  undetermined: OUTCOMES.undetermined[lang],
  not_applicable: OUTCOMES.not_applicable[lang],
  text: BASES.text[lang],
  wider_rule: BASES.wider_rule[lang],
  default: BASES.default[lang],
});

/** Outcomes and whose rule decides, in the words of every report. */
export const verdictWords = words(outcomes('zh'), outcomes('en'));
