import { beyondLineOn, overInWords } from '../step-up-line.ts';
import { held, holds, type AskGuard } from './guard-answer.ts';
import { listNow } from './roll-guards.ts';

/** M8-c, B47: whoever steps up, with those of the cohort who did before, within the line that the cohort's plan was linked with. */
export const higherLineHolds: AskGuard = async (whole, ask) => {
  const { details: { on }, pack } = ask;
  const list = on === undefined ? null : await listNow(whole, ask);
  if (on === undefined || list === null) return holds;
  const going = new Map<string, number>();
  for (const { outcome, last } of list.entries) if (outcome === 'goes') going.set(last.programme_id, (going.get(last.programme_id) ?? 0) + 1);
  const over = await beyondLineOn(whole, going, { on, pack });
  return over.length === 0 ? holds : held(over.map(overInWords.zh).join('；'), over.map(overInWords.en).join('; '));
};
