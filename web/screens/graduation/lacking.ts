import { GRADUATION_OUTCOMES } from '../../../core/graduation/phrases.ts';
import type { Bilingual, Language } from '../../../core/values/bilingual.ts';

interface Line {
  readonly outcome: string;
  readonly said: Bilingual;
  readonly detail: Bilingual;
}

/** What a student lacks, line by line, and after it once what is to be reported. */
export function lackingTexts(lines: readonly Line[], language: Language): string[] {
  const said = lines.filter(({ outcome, said: text }) => outcome !== 'undetermined' && text[language] !== '').map((line) => line.said[language]);
  const asked = [...new Set(lines.filter(({ outcome }) => outcome === 'undetermined').map(({ detail }) => detail[language]))];
  if (asked.length === 0) return said;
  const [colon, comma] = language === 'zh' ? ['：', '、'] : [': ', ', '];
  return [...said, `${GRADUATION_OUTCOMES.undetermined[language]}${colon}${asked.join(comma)}`];
}
