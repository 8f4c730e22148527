import { AMOUNT_CHANGES, HEAD_CHANGES, LIST_CHANGES, type Changes } from '../core/check/changes.ts';
import { summaryOf } from '../core/check/check.ts';
import { answerFacts } from '../core/check/judging.ts';
import { leastChange } from '../core/check/least-change.ts';
import { applyChanges } from '../core/check/what-if.ts';
import { toFixed } from '../core/values/exact.ts';
import type { Handlers } from './app.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { judgedCampus, judgedSchool } from './kept-verdicts.ts';
import { packOf, triedFault } from './planning.ts';
import { refuse } from './refuse.ts';
import { unfit } from './unfit.ts';
import { judgeCampus, judgeSchool, knownOf, loadOrganisations } from './region-verdicts.ts';
import { NO_TRENDS, schoolView, shownAll } from './verdict-view.ts';

/** Imagined changes, judged by the function that the browser uses too. Nothing is stored. */
export function whatIfHandlers(deps: Deps): Pick<Handlers, 'askWhatIf'> {
  return {
    askWhatIf: (c) => storeOf(deps, c).read(async (tx) => {
      const { campus_id, on, known_on, changes, tried } = c.req.valid('json');
      const asked = { ...(on !== undefined && { on }), ...(known_on !== undefined && { known_on }) };
      const place = await placeOf(tx, asked);
      const day = dayOf(deps, place, asked);
      const impossible = triedFault({ pack: place.pack, on: day.on }, tried);
      if (impossible !== null) return unfit(c, 'json', impossible);
      const pack = packOf({ pack: place.pack, on: day.on }, tried);
      // What is tried is judged anew; what is in force has mostly been judged before.
      const judged = await (tried.length === 0 ? judgedCampus : judgeCampus)(tx, pack, campus_id, day);
      if (judged === null) return refuse(c, 'unknown_campus');
      const school = await (tried.length === 0 ? judgedSchool : judgeSchool)(tx, pack, judged.result.school_id, day);
      const { facts } = judged.result;
      if (facts === null) return refuse(c, 'not_in_force');
      const { verdicts, composites } = answerFacts(applyChanges(facts, changes), judged.judging);
      const least = leastChange(facts, judged.judging);
      return c.json({
        campus_id, on: day.on, summary: summaryOf(verdicts),
        verdicts: shownAll(campus_id, [...verdicts, ...composites], pack, NO_TRENDS),
        school_notices: school === null ? null : schoolView(school, await loadOrganisations(tx, knownOf(day)), pack, NO_TRENDS),
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
