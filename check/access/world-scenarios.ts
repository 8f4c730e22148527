import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Database } from '../../store/database.ts';
import { programActor } from '../../store/program-actor.ts';
import { hashOf, keepScenario, lastMomentOf } from '../../store/scenarios/scenarios.ts';

/** A plan that was kept, for whoever reads planning of the whole region. Answers its number. */
export async function makeScenario(db: Database, region_id: number, on: PlainDate): Promise<string> {
  const to = Number(on.slice(0, 4)) + 1;
  const answer = {
    on, to, target: null, judged_to: to + 4, status: 'optimal', proof: { proven: true, cost_yuan: '0.00', bound_yuan: '0.00' }, options: 0,
    plan: [], hires: [], costs: [], binding: [], conflict: [], nearest_target: null, open: [], intakes: [],
  };
  const kept = await db.as(programActor(region_id)).write(async (tx) => keepScenario(tx, {
    answers: null, kind: 'plan', name: '留存', note: '', on, known_on: await lastMomentOf(tx), question: { to, target: null, rates: 'pack', tried: [] }, facts_hash: hashOf([]), answer,
  }));
  return String(kept?.scenario_id);
}
