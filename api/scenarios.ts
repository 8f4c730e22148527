import type { PolicyImpact } from '../core/policy-impact/policy-impact.ts';
import type { KeptForecast } from '../core/simulation/kept-forecast.ts';
import { lastMoment, type Instant } from '../store/known-time.ts';
import { hashOf, keepScenario, lastMomentOf, listScenarios, readScenario, type ScenarioHead } from '../store/scenarios/scenarios.ts';
import type { Handlers } from './app.ts';
import { dayOf, storeOf, type Deps } from './deps.ts';
import { isDone, once, type Change } from './once.ts';
import { namesInReach, withNames, type SolvedPlan } from './planning.ts';
import { refuse } from './refuse.ts';
import { unfit } from './unfit.ts';
import { idOf } from './registers.ts';
import { answerOf, factsOf, questionFault, scenarioGround, type ScenarioAnswer } from './scenario-answers.ts';

/** Plans that are kept: worked out before they are written, so that nobody waits for the optimiser. */
export function scenarioHandlers(deps: Deps): Pick<Handlers, 'listScenarios' | 'keepScenario' | 'readScenario' | 'repeatScenario'> {
  return {
    listScenarios: (c) => storeOf(deps, c).read(async (tx) => c.json({
      scenarios: (await listScenarios(tx)).map(({ status, cost_yuan, ...head }) => ({ ...headView(head), status, cost_yuan })),
    }, 200)),
    keepScenario: async (c) => {
      const asked = c.req.valid('json');
      const { answers, kind, name, note, on, known_on, ...question } = asked;
      const read = await storeOf(deps, c).read(async (tx) => {
        const moment = known_on === undefined ? await lastMomentOf(tx) : lastMoment(known_on) as Instant;
        const ground = await scenarioGround(tx, kind, (place) => ({ ...dayOf(deps, place, { ...(on !== undefined && { on }) }), known_on: moment }));
        return ground === null || tx.actor.reach.get('planning.write') !== '*' ? null : { ground, moment };
      });
      if (read === null) return refuse(c, 'not_allowed');
      const { ground, moment } = read;
      const fault = questionFault(ground, question);
      if (fault !== null) return unfit(c, 'json', fault);
      const answer = await answerOf(ground, question, c.req.raw.signal);
      const kept = await once(deps, c, asked, async (tx): Promise<Change<ReturnType<typeof headView>> | { outcome: 'unknown_scenario' }> => {
        const head = await keepScenario(tx, {
          answers: answers === null ? null : idOf(answers), kind, name, note, on: ground.on, known_on: moment, question, facts_hash: factsOf(ground), answer,
        });
        return head === null ? { outcome: 'unknown_scenario' } : { outcome: 'done', value: headView(head) };
      });
      return isDone(kept) ? c.json(kept.value, 201) : refuse(c, kept.outcome);
    },
    readScenario: (c) => storeOf(deps, c).read(async (tx) => {
      const found = await readScenario<ScenarioAnswer>(tx, idOf(c.req.valid('param').scenario_id), c.req.valid('query').version ?? null);
      if (found === null) return refuse(c, 'unknown_scenario');
      const { answer, intact, versions, ...head } = found;
      const campuses = await namesInReach(tx, head);
      return c.json({
        ...headView(head), versions, intact, campuses,
        answer: head.kind === 'plan' ? withNames(answer as SolvedPlan, campuses) : null,
        forecast: head.kind === 'forecast' ? answer as KeptForecast : null, impact: head.kind === 'policy' ? answer as PolicyImpact : null,
      }, 200);
    }),
    repeatScenario: async (c) => {
      const read = await storeOf(deps, c).read(async (tx) => {
        const found = await readScenario<SolvedPlan>(tx, idOf(c.req.valid('param').scenario_id), c.req.valid('query').version ?? null);
        const ground = found === null ? null : await scenarioGround(tx, found.kind, () => ({ on: found.on, known_on: found.known_on }));
        return found === null || ground === null ? null : { found, ground };
      });
      if (read === null) return refuse(c, 'unknown_scenario');
      const { found, ground } = read;
      const answer_hash = hashOf(await answerOf(ground, found.question, c.req.raw.signal));
      return c.json({ facts_same: factsOf(ground) === found.facts_hash, answer_same: answer_hash === found.answer_hash, answer_hash }, 200);
    },
  };
}

function headView({ scenario_id, question, recorded_at, recorded_by, ...head }: ScenarioHead) {
  return { ...head, scenario_id: String(scenario_id), ...question, kept_at: recorded_at, kept_by: recorded_by };
}
