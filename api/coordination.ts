import type { Context } from 'hono';
import { CIRCULAR_REFUSALS } from '../core/office/circular.ts';
import { LOG_REFUSALS } from '../core/office/log.ts';
import { issueCircular, readCircular, type CircularOutcome } from '../store/coordination/circulars.ts';
import { recordEntry, type LogOutcome } from '../store/coordination/log.ts';
import type { Transaction } from '../store/transaction.ts';
import { withClause } from './admission.ts';
import type { CoordinationHandlers } from './app-coordination.ts';
import { coordinationView } from './coordination-view.ts';
import { storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import type { Seen } from './matter-view.ts';
import { seenBy } from './matters.ts';
import { isDone, once } from './once.ts';
import { pilotLogView } from './pilot-log-view.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';

/** What the office co-ordinates, over HTTP (S1, M1-c, S2-f, S2-k, S2-l). */
export function coordinationHandlers(deps: Deps): Omit<CoordinationHandlers, 'readReport' | 'downloadReport' | 'issueAnnualReport'> {
  const acted = async (c: Context<ApiEnv>, asks: unknown, work: (tx: Transaction, seen: Seen) => Promise<CircularOutcome | LogOutcome>) => {
    const answer = await once(deps, c, asks, async (tx) => {
      const done = await work(tx, await seenBy(deps, tx));
      return done.outcome === 'done' ? { outcome: 'done' as const, value: { id: done.id } } : done;
    });
    if (isDone(answer)) return c.json(answer.value, 201);
    if (answer.outcome === 'key_of_another_request') return refuse(c, answer.outcome);
    return refuse(c, answer.outcome, { detail: withClause(answer.outcome === 'circular_refused' ? CIRCULAR_REFUSALS[answer.why] : LOG_REFUSALS[answer.why]) });
  };
  const given = ({ place, today }: Seen) => ({ pack: place.pack, today });
  return {
    readCoordination: (c) => storeOf(deps, c).read(async (tx) => c.json(await coordinationView(tx, await seenBy(deps, tx)), 200)),
    readPilotLog: (c) => storeOf(deps, c).read(async (tx) => c.json(await pilotLogView(tx, c.req.valid('query').year, await seenBy(deps, tx)), 200)),
    issueCircular: (c) => { const entry = c.req.valid('json'); return acted(c, entry, (tx, { today }) => issueCircular(tx, entry, today)); },
    readCircular: (c) => { const asked = c.req.valid('param'); return acted(c, asked, (tx, { today }) => readCircular(tx, idOf(asked.circular_id), today)); },
    recordLogEntry: (c) => { const entry = c.req.valid('json'); return acted(c, entry, (tx, seen) => recordEntry(tx, entry, null, given(seen))); },
    correctLogEntry: (c) => {
      const [{ reason, void: none, ...entry }, { entry_id }] = [c.req.valid('json'), c.req.valid('param')];
      return acted(c, { ...entry, reason, none, entry_id }, (tx, seen) => recordEntry(tx, entry, { answers: idOf(entry_id), reason, void: none }, given(seen)));
    },
  };
}
