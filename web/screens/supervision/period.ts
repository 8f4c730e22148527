import type { VisitPeriod } from '../../../core/supervision/visit.ts';
import type { supervisionWords } from '../../words/supervision.ts';

export type Say = (typeof supervisionWords)['zh'];

export function periodText({ year, term }: VisitPeriod, say: Say): string {
  return term === null ? say.yearOf(year) : say.term(year, term);
}
