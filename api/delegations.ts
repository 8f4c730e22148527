import { MATTERS } from '../core/approvals/matters.ts';
import { delegate, endDelegation, listColleagues, listDelegations, type Delegated, type EndedDelegation } from '../store/delegations.ts';
import { actingPerson } from '../store/matters/acting.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { storeOf, type Deps } from './deps.ts';
import { isDone, once, type NotDone } from './once.ts';
import type { OutcomeCode } from './outcomes.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';

const REFUSALS = {
  oneself: 'oneself', not_your_office: 'not_your_office', unknown_deputy: 'unknown_deputy', days_not_possible: 'delegation_days', deputy_without_factor: 'deputy_without_factor',
  held_alone: 'held_alone', unknown_delegation: 'unknown_delegation', already_ended: 'already_ended', key_of_another_request: 'key_of_another_request',
} as const satisfies Record<Exclude<Delegated['outcome'] | EndedDelegation | NotDone['outcome'], 'done'>, OutcomeCode>;

/** Leave to act in one another's stead: given by oneself to a colleague, for days, and ended by either. */
export function delegationHandlers(deps: Deps): Pick<Handlers, 'listDelegations' | 'giveDelegation' | 'endDelegation'> {
  return {
    listDelegations: (c) => storeOf(deps, c).read(async (tx) => c.json(await view(tx), 200)),
    giveDelegation: async (c) => {
      const asked = c.req.valid('json');
      const answer = await once(deps, c, asked, async (tx) => {
        const { outcome } = await delegate(tx, asked);
        return outcome === 'done' ? { outcome, value: await view(tx) } : { outcome };
      });
      return isDone(answer) ? c.json(answer.value, 201) : refuse(c, REFUSALS[answer.outcome]);
    },
    endDelegation: async (c) => {
      const { delegation_id } = c.req.valid('param');
      const answer = await once(deps, c, { delegation_id }, async (tx) => {
        const outcome = await endDelegation(tx, idOf(delegation_id));
        return outcome === 'done' ? { outcome, value: await view(tx) } : { outcome };
      });
      return isDone(answer) ? c.json(answer.value, 200) : refuse(c, REFUSALS[answer.outcome]);
    },
  };
}

/** The roles that have a part in any matter: for others there is nothing to stand in. */
const ACTING = new Set(MATTERS.flatMap(({ opens, steps }) => [...opens.by, ...Object.values(steps).flat().flatMap(({ by }) => by)]));

async function view(tx: Transaction) {
  const own = (await actingPerson(tx))?.acting.filter(({ in_stead_of }) => in_stead_of === null).map(({ role }) => role) ?? [];
  return {
    delegations: (await listDelegations(tx)).map(({ delegation_id, ...one }) => ({ ...one, delegation_id: String(delegation_id) })),
    colleagues: await listColleagues(tx), roles: [...new Set(own)].filter((role) => ACTING.has(role)),
  };
}
