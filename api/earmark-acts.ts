import type { Context } from 'hono';
import { EARMARK_REFUSALS } from '../core/funding/earmark-refusals.ts';
import { drawOfSpending } from '../store/earmarks/draw.ts';
import { answerNeed, stateNeed } from '../store/earmarks/needs.ts';
import type { EarmarkOutcome, Given } from '../store/earmarks/outcome.ts';
import { returnSpending } from '../store/earmarks/return-spending.ts';
import { recordSpending } from '../store/earmarks/spend.ts';
import type { Transaction } from '../store/transaction.ts';
import { withClause } from './admission.ts';
import type { Handlers } from './app.ts';
import { dayOf, placeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { isDone, once } from './once.ts';
import { refuse } from './refuse.ts';

type Acts = Pick<Handlers, 'recordSpending' | 'returnSpending' | 'stateNeed' | 'answerNeed' | 'drawSpending'>;

/** M5: spending and what of it comes back, needs and their answers, and draws. */
export function earmarkActHandlers(deps: Deps): Acts {
  const acted = async (c: Context<ApiEnv>, asks: unknown, work: (tx: Transaction, given: Given) => Promise<EarmarkOutcome>) => {
    const answer = await once(deps, c, asks, async (tx) => {
      const place = await placeOf(tx);
      const done = await work(tx, { pack: place.pack, today: dayOf(deps, place, {}).on });
      return done.outcome === 'done' ? { outcome: 'done' as const, value: { id: done.id } } : done;
    });
    if (isDone(answer)) return c.json(answer.value, 201);
    return answer.outcome === 'earmark_refused' ? refuse(c, 'earmark_refused', { detail: withClause(EARMARK_REFUSALS[answer.why]) }) : refuse(c, answer.outcome);
  };
  return {
    recordSpending: (c) => { const entry = c.req.valid('json'); return acted(c, entry, (tx, given) => recordSpending(tx, entry, given)); },
    returnSpending: (c) => { const entry = c.req.valid('json'); return acted(c, entry, (tx, given) => returnSpending(tx, entry, given)); },
    stateNeed: (c) => { const entry = c.req.valid('json'); return acted(c, entry, (tx, given) => stateNeed(tx, entry, given)); },
    answerNeed: (c) => { const entry = { ...c.req.valid('json'), ...c.req.valid('param') }; return acted(c, entry, (tx, given) => answerNeed(tx, entry, given)); },
    drawSpending: (c) => { const entry = c.req.valid('json'); return acted(c, entry, (tx, given) => drawOfSpending(tx, entry, given)); },
  };
}
