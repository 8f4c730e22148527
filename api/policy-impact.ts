import type { PolicyImpact } from '../core/policy-impact/policy-impact.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { attachScenario, scenariosOfMatter, type MatterScenario } from '../store/scenarios/matter-scenarios.ts';
import type { Transaction } from '../store/transaction.ts';
import type { PlanningHandlers } from './app-planning.ts';
import { dayOf, storeOf, type Deps } from './deps.ts';
import { isDone, once, type Change } from './once.ts';
import { refuse } from './refuse.ts';
import { unfit } from './unfit.ts';
import { idOf } from './registers.ts';
import { answerOf, questionFault, scenarioGround } from './scenario-answers.ts';

/** What a change of law would come to, and scenarios at the matters that decide it. */
export function policyImpactHandlers(deps: Deps): Pick<PlanningHandlers, 'readPolicyImpact' | 'readMatterScenarios' | 'attachScenario'> {
  return {
    readPolicyImpact: async (c) => {
      const { to, rates = 'pack', tried, from, ...query } = c.req.valid('query');
      const ground = await storeOf(deps, c).read((tx) => scenarioGround(tx, 'policy', (place) => laterOf(dayOf(deps, place, query), query.on === undefined ? from : undefined)));
      if (ground === null) return refuse(c, 'not_allowed');
      const question = { to, target: null, rates, tried };
      const fault = questionFault(ground, question);
      if (fault !== null) return unfit(c, 'query', fault);
      return c.json({ ...await answerOf(ground, question, c.req.raw.signal) as PolicyImpact, names: ground.names }, 200);
    },
    readMatterScenarios: (c) => storeOf(deps, c).read(async (tx) => {
      const entries = await scenariosOfMatter(tx, idOf(c.req.valid('param').matter_id));
      return entries === null ? refuse(c, 'unknown_matter') : c.json(view(tx, entries), 200);
    }),
    attachScenario: async (c) => {
      const asked = { matter_id: idOf(c.req.valid('param').matter_id), ...c.req.valid('json') };
      const answer = await once(deps, c, asked, async (tx): Promise<Change<ReturnType<typeof view>> | { outcome: Refused }> => {
        if (tx.actor.reach.get('planning.read') !== '*') return { outcome: 'not_allowed' };
        const done = await attachScenario(tx, { ...asked, scenario_id: idOf(asked.scenario_id) });
        return done.outcome === 'done' ? { outcome: 'done', value: view(tx, done.entries) } : { outcome: done.outcome === 'about_student' ? 'not_allowed' : done.outcome };
      });
      return isDone(answer) ? c.json(answer.value, 201) : refuse(c, answer.outcome);
    },
  };
}

const laterOf = <D extends { readonly on: PlainDate }>(day: D, from: PlainDate | undefined): D => (from !== undefined && from > day.on ? { ...day, on: from } : day);

type Refused = 'not_allowed' | 'unknown_matter' | 'unknown_scenario' | 'matter_closed' | 'changed_meanwhile';

const view = (tx: Transaction, entries: readonly MatterScenario[]) => ({ entries, may_attach: tx.actor.reach.get('planning.read') === '*' });
