import { AMOUNT_CHANGES, HEAD_CHANGES, LIST_CHANGES, type Changes } from '../core/check/changes.ts';
import { summaryOf } from '../core/check/check.ts';
import { answerFacts } from '../core/check/judging.ts';
import { leastChange } from '../core/check/least-change.ts';
import { applyChanges } from '../core/check/what-if.ts';
import { toFixed } from '../core/values/exact.ts';
import type { Handlers } from './app.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { judgedCampus } from './kept-verdicts.ts';
import { refuse } from './refuse.ts';
import { NO_TRENDS, shownAll } from './verdict-view.ts';

/** Imagined changes, judged by the function that the browser uses too. Nothing is stored. */
export function whatIfHandlers(deps: Deps): Pick<Handlers, 'askWhatIf'> {
  return {
    askWhatIf: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx);
      const { campus_id, on, changes } = c.req.valid('json');
      const day = dayOf(deps, place, on === undefined ? {} : { on });
      const judged = await judgedCampus(tx, place.pack, campus_id, day);
      if (judged === null) return refuse(c, 'unknown_campus');
      const { facts } = judged.result;
      if (facts === null) return refuse(c, 'not_in_force');
      const { verdicts, composites } = answerFacts(applyChanges(facts, changes), judged.judging);
      const least = leastChange(facts, judged.judging);
      return c.json({
        campus_id, on: day.on, summary: summaryOf(verdicts),
        verdicts: shownAll(campus_id, [...verdicts, ...composites], place.pack, NO_TRENDS),
        least: { changes: changesText(least.changes), left: least.left },
      }, 200);
    }),
  };
}

/** Changes as JSON: amounts as decimal text with two decimals, no less than what was worked out. */
export function changesText(changes: Changes) {
  const heads = HEAD_CHANGES.flatMap((key) => (changes[key] === undefined ? [] : [[key, changes[key]] as const]));
  const amounts = AMOUNT_CHANGES.flatMap((key) => {
    const value = changes[key];
    return value === undefined ? [] : [[key, toFixed(value, 2, 'up')] as const];
  });
  const lists = LIST_CHANGES.flatMap((key) => (changes[key] === undefined ? [] : [[key, changes[key]] as const]));
  return Object.fromEntries<unknown>([...heads, ...amounts, ...lists]) as Record<(typeof HEAD_CHANGES)[number], number | undefined>
    & Record<(typeof AMOUNT_CHANGES)[number], string | undefined> & Record<(typeof LIST_CHANGES)[number], readonly string[] | undefined>;
}
