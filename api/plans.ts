import { mayTouch } from '../core/access/reach.ts';
import { loadMatter, type StoredMatter } from '../store/matters/matter.ts';
import { plansOf, yearOfPlan } from '../store/plan-quota.ts';
import { revisePlan } from '../store/plans.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { storeOf, type Deps } from './deps.ts';
import { refuseStep, seenBy, viewed } from './matters.ts';
import { isDone, once } from './once.ts';
import { outlookOf } from './plan-outlook.ts';
import { planHeads, planView } from './plan-view.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';

/** Enrolment plans: looked at, drawn up line by line, tried before they are. Signing, deciding and filing are steps of their matter. */
export function planHandlers(deps: Deps): Pick<Handlers, 'listPlans' | 'readPlan' | 'revisePlan' | 'askPlanOutlook'> {
  return {
    listPlans: (c) => storeOf(deps, c).read(async (tx) => c.json({ plans: await planHeads(tx, await plansOf(tx)) }, 200)),
    readPlan: (c) => storeOf(deps, c).read(async (tx) => {
      const plan = await planAt(tx, c.req.valid('param').matter_id);
      return plan === null ? refuse(c, 'unknown_matter') : c.json(await planView(tx, plan, await seenBy(deps, tx)), 200);
    }),
    revisePlan: async (c) => {
      const asked = { matter_id: idOf(c.req.valid('param').matter_id), ...c.req.valid('json') };
      const answer = await once(deps, c, asked, async (tx) => {
        const seen = await seenBy(deps, tx);
        return viewed(tx, await revisePlan(tx, asked, { pack: seen.place.pack, today: seen.today }), seen);
      });
      return isDone(answer) ? c.json(answer.value, 200) : refuseStep(c, answer);
    },
    askPlanOutlook: (c) => storeOf(deps, c).read(async (tx) => {
      const plan = await planAt(tx, c.req.valid('param').matter_id);
      if (plan === null) return refuse(c, 'unknown_matter');
      // Lines are tried by whoever draws them up, over all schools of the plan.
      if (!mayTouch(tx.actor.reach, 'matters', 'approve', [`org:${plan.subject}`])) return refuse(c, 'not_your_step');
      return c.json(await outlookOf(tx, { college_id: plan.subject, year: yearOfPlan(plan) ?? 0 }, c.req.valid('json').lines, await seenBy(deps, tx)), 200);
    }),
  };
}

async function planAt(tx: Transaction, matter_id: string): Promise<StoredMatter | null> {
  const plan = await loadMatter(tx, idOf(matter_id));
  return plan?.kind.id === 'enrolment_plan' ? plan : null;
}
