import type { benefitWords } from '../../words/benefits.ts';

/** What a level of certificates is called. */
export function levelName(level: string, say: (typeof benefitWords)['zh']): string {
  const key = `level_${level}`;
  return key in say ? String(say[key as 'level_3']) : level;
}
