import { askGrant, decideGrant, endGrant, listGrants, type AskedGrant, type DecidedGrant, type MinorGrant } from '../store/minor-grants.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Context } from 'hono';
import type { Handlers } from './app.ts';
import { storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { isDone, once, type Change, type NotDone } from './once.ts';
import type { OutcomeCode } from './outcomes.ts';
import { refuse } from './refuse.ts';

type GrantHandlers = Pick<Handlers, 'listMinorGrants' | 'listOwnGrants' | 'askMinorGrant' | 'approveMinorGrant' | 'refuseMinorGrant' | 'endMinorGrant'>;
type NotGranted = Exclude<AskedGrant | DecidedGrant, { readonly outcome: 'done' }>;

const REFUSALS = {
  day_not_possible: 'grant_too_long', not_found: 'unknown_grant', own_request: 'oneself', not_allowed: 'not_allowed', decided_already: 'already_decided',
  key_of_another_request: 'key_of_another_request',
} as const satisfies Record<(NotGranted | NotDone)['outcome'], OutcomeCode>;

/** Leave to read minors' records: asked for, given by another person, ended. */
export function minorGrantHandlers(deps: Deps): GrantHandlers {
  const change = (c: Context<ApiEnv>, asks: unknown, work: (tx: Transaction) => Promise<AskedGrant | DecidedGrant>) =>
    once(deps, c, asks, async (tx): Promise<Change<MinorGrant> | NotGranted> => {
      const answer = await work(tx);
      return answer.outcome === 'done' ? { outcome: 'done', value: answer.grant } : answer;
    });
  return {
    listMinorGrants: (c) => storeOf(deps, c).read(async (tx) => c.json({ grants: await listGrants(tx, deps.today(), false) }, 200)),
    listOwnGrants: (c) => storeOf(deps, c).read(async (tx) => c.json({ grants: await listGrants(tx, deps.today(), true) }, 200)),
    askMinorGrant: async (c) => {
      const asked = c.req.valid('json');
      const answer = await change(c, asked, (tx) => askGrant(tx, asked, deps.today()));
      return isDone(answer) ? c.json(answer.value, 201) : refuse(c, REFUSALS[answer.outcome]);
    },
    approveMinorGrant: async (c) => {
      const answer = await change(c, c.req.valid('param'), (tx) => decideGrant(tx, c.req.valid('param').grant_id, { approved: true }, deps.today()));
      return isDone(answer) ? c.json(answer.value, 200) : refuse(c, REFUSALS[answer.outcome]);
    },
    refuseMinorGrant: async (c) => {
      const { grant_id } = c.req.valid('param');
      const reason = c.req.valid('json').reason ?? null;
      const answer = await change(c, { grant_id, reason }, (tx) => decideGrant(tx, grant_id, { approved: false, reason }, deps.today()));
      return isDone(answer) ? c.json(answer.value, 200) : refuse(c, REFUSALS[answer.outcome]);
    },
    endMinorGrant: async (c) => {
      const answer = await change(c, c.req.valid('param'), (tx) => endGrant(tx, c.req.valid('param').grant_id, deps.today()));
      return isDone(answer) ? c.json(answer.value, 200) : refuse(c, REFUSALS[answer.outcome]);
    },
  };
}
