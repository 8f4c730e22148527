import type { Context } from 'hono';
import { answerAppeal, makeAppeal, type Answered, type Appealed } from '../store/step-up/appeals.ts';
import { publishSeason, type PublishOutcome } from '../store/step-up/publishing.ts';
import { scoreSeason, type Scored } from '../store/step-up/scoring.ts';
import { arrangeSeason, loadSeason, loadSeasons, type NotSet } from '../store/step-up/season.ts';
import type { Transaction } from '../store/transaction.ts';
import type { TestHandlers } from './app-tests.ts';
import { askerOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { seenBy } from './matters.ts';
import { myTestsView } from './my-tests-view.ts';
import { isDone, once, type Change } from './once.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';
import { seasonHeads, seasonView } from './step-up-view.ts';
import { scoresWrong, testRefusal } from './test-refusals.ts';

type StepUpHandlers = Pick<TestHandlers, 'listSeasons' | 'readSeason' | 'arrangeSeason' | 'scoreSeason' | 'publishSeason' | 'appealStepUp' | 'answerAppeal' | 'readMyTests'>;
type Done = { readonly outcome: 'done' };
type Answer = Done | Exclude<Scored | PublishOutcome | NotSet | Appealed | Answered, Done>;

/** The step-up test over HTTP (M9-d). */
export function stepUpHandlers(deps: Deps): StepUpHandlers {
  const dayAsked = async (tx: Transaction) => {
    const { place, today } = await seenBy(deps, tx);
    return { pack: place.pack, today };
  };
  type Given = Awaited<ReturnType<typeof dayAsked>>;
  /** Does it once, and answers what was changed. */
  const change = <A extends Answer, T>(c: Context<ApiEnv>, asks: unknown, work: (tx: Transaction, given: Given) => Promise<A>, value: (done: Extract<A, Done>) => T) =>
    once(deps, c, asks, async (tx): Promise<Change<T> | Exclude<A, Done>> => {
      const done = await work(tx, await dayAsked(tx));
      return done.outcome === 'done' ? { outcome: 'done', value: value(done as Extract<A, Done>) } : done as Exclude<A, Done>;
    });
  return {
    listSeasons: (c) => storeOf(deps, c).read(async (tx) => c.json({ seasons: await seasonHeads(tx, await loadSeasons(tx)) }, 200)),
    readSeason: (c) => storeOf(deps, c).read(async (tx) => {
      const { college_id, year } = c.req.valid('param');
      const season = await loadSeason(tx, college_id, year);
      return season === null ? refuse(c, 'unknown_season') : c.json(await seasonView(tx, season, await dayAsked(tx)), 200);
    }),
    arrangeSeason: async (c) => {
      const asked = c.req.valid('json');
      const answer = await change(c, asked, (tx) => arrangeSeason(tx, asked), () => ({ college_id: asked.college_id, year: asked.year }));
      return isDone(answer) ? c.json(answer.value, 201) : refuseStepUp(c, answer);
    },
    scoreSeason: async (c) => {
      const { resit, scores } = c.req.valid('json');
      const asked = { ...c.req.valid('param'), resit, lines: scores };
      const answer = await change(c, asked, (tx, given) => scoreSeason(tx, asked, given), () => c.req.valid('param'));
      return isDone(answer) ? c.json(answer.value, 201) : refuseStepUp(c, answer);
    },
    publishSeason: async (c) => {
      const asked = c.req.valid('param');
      const answer = await change(c, asked, (tx, given) => publishSeason(tx, asked, given), () => asked);
      return isDone(answer) ? c.json(answer.value, 201) : refuseStepUp(c, answer);
    },
    appealStepUp: async (c) => {
      const asked = c.req.valid('json');
      const answer = await change(c, asked, (tx, { today }) => makeAppeal(tx, asked, today), ({ appeal_id }) => ({ appeal_id: String(appeal_id) }));
      return isDone(answer) ? c.json(answer.value, 201) : refuseStepUp(c, answer);
    },
    answerAppeal: async (c) => {
      const asked = { appeal_id: idOf(c.req.valid('param').appeal_id), ...c.req.valid('json') };
      const answer = await change(c, asked, (tx, { today }) => answerAppeal(tx, asked, today), ({ appeal_id }) => ({ appeal_id: String(appeal_id) }));
      return isDone(answer) ? c.json(answer.value, 201) : refuseStepUp(c, answer);
    },
    readMyTests: (c) => storeOf(deps, c).read(async (tx) => {
      const { student_id, wards } = askerOf(c).holder;
      return c.json(await myTestsView(tx, [...(student_id === null ? [] : [student_id]), ...wards], await dayAsked(tx)), 200);
    }),
  };
}

function refuseStepUp(c: Context<ApiEnv>, answer: Exclude<Answer, Done> | { readonly outcome: 'key_of_another_request' }) {
  if (answer.outcome === 'key_of_another_request') return refuse(c, answer.outcome);
  return answer.outcome === 'scores_wrong' ? refuse(c, ...scoresWrong(answer.problems)) : refuse(c, ...testRefusal(answer.outcome));
}
