import type { Context } from 'hono';
import { mayTouch } from '../core/access/reach.ts';
import { closeList, drawSampleTest, planSampleTest, scoreSampleTest, type Held } from '../store/sample-tests/holding.ts';
import { closedList } from '../store/sample-tests/population.ts';
import { reportSampleTest, type Reported } from '../store/sample-tests/report.ts';
import { loadSampleTest, loadSampleTests } from '../store/sample-tests/sample-test.ts';
import type { Transaction } from '../store/transaction.ts';
import type { TestHandlers } from './app-tests.ts';
import { storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { seenBy } from './matters.ts';
import { isDone, once, type Change } from './once.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';
import { choicesOf, sampleTestHead, sampleTestView } from './sample-test-view.ts';
import { scoresWrong, testRefusal } from './test-refusals.ts';

type SampleHandlers = Pick<TestHandlers, 'listSampleTests' | 'readSampleTest' | 'planSampleTest' | 'closeSampleList' | 'readSampleList' | 'drawSample' | 'scoreSampleTest' | 'reportSampleTest'>;

type NotDone = Exclude<Held | Reported, { readonly outcome: 'done' }>;

/** Sample tests over HTTP (M9-c). */
export function sampleTestHandlers(deps: Deps): SampleHandlers {
  type Given = Awaited<ReturnType<typeof dayAsked>>;
  const dayAsked = async (tx: Transaction) => {
    const { place, today } = await seenBy(deps, tx);
    return { pack: place.pack, today };
  };
  const change = async (c: Context<ApiEnv>, asks: unknown, work: (tx: Transaction, given: Given) => Promise<Held | Reported>) => {
    const answer = await once(deps, c, asks, async (tx): Promise<Change<{ sample_test_id: string }> | NotDone> => {
      const done = await work(tx, await dayAsked(tx));
      return done.outcome === 'done' ? { outcome: 'done', value: { sample_test_id: String(done.sample_test_id) } } : done;
    });
    return isDone(answer) ? c.json(answer.value, 201) : refuseTest(c, answer);
  };
  return {
    listSampleTests: (c) => storeOf(deps, c).read(async (tx) => {
      const tests = await loadSampleTests(tx);
      const choices = await choicesOf(tx, (college_id) => mayTouch(tx.actor.reach, 'tests', 'write', [`org:${college_id}`]));
      return c.json({ tests: tests.map((one) => sampleTestHead(one, choices.name)), programmes: choices.programmes, colleges: choices.colleges }, 200);
    }),
    readSampleTest: (c) => storeOf(deps, c).read(async (tx) => {
      const test = await loadSampleTest(tx, idOf(c.req.valid('param').sample_test_id));
      return test === null ? refuse(c, 'unknown_sample_test') : c.json(await sampleTestView(tx, test, await dayAsked(tx)), 200);
    }),
    readSampleList: (c) => storeOf(deps, c).read(async (tx) => {
      const test = await loadSampleTest(tx, idOf(c.req.valid('param').sample_test_id));
      const content = test === null ? null : await closedList(tx, test.sample_test_id);
      return test === null || content === null ? refuse(c, 'unknown_sample_test') : c.json({ content, hash: test.list?.hash ?? '', seed: test.draw?.seed ?? null }, 200);
    }),
    planSampleTest: async (c) => change(c, c.req.valid('json'), (tx, given) => planSampleTest(tx, c.req.valid('json'), given)),
    closeSampleList: async (c) => change(c, c.req.valid('param'), (tx, given) => closeList(tx, idOf(c.req.valid('param').sample_test_id), given)),
    drawSample: async (c) => {
      const asked = { sample_test_id: idOf(c.req.valid('param').sample_test_id), seed: c.req.valid('json').seed };
      return change(c, asked, (tx, given) => drawSampleTest(tx, asked, given));
    },
    scoreSampleTest: async (c) => {
      const asked = { sample_test_id: idOf(c.req.valid('param').sample_test_id), lines: c.req.valid('json').scores };
      return change(c, asked, (tx, given) => scoreSampleTest(tx, asked, given));
    },
    reportSampleTest: async (c) => change(c, c.req.valid('param'), (tx, given) => reportSampleTest(tx, idOf(c.req.valid('param').sample_test_id), given)),
  };
}

function refuseTest(c: Context<ApiEnv>, answer: NotDone | { readonly outcome: 'key_of_another_request' }) {
  if (answer.outcome === 'key_of_another_request') return refuse(c, answer.outcome);
  return answer.outcome === 'scores_wrong' ? refuse(c, ...scoresWrong(answer.problems)) : refuse(c, ...testRefusal(answer.outcome));
}
