import type { Context } from 'hono';
import { reckonDuties, type Counts } from '../store/duty-run.ts';
import { askerOf, dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';

/** Works out the duties of the asker's region after a change that they are counted by; the program does, not the asker. */
export async function reckonNow(deps: Deps, c: Context<ApiEnv>): Promise<Counts> {
  const place = await storeOf(deps, c).read(placeOf);
  const { duties, parameters } = place.pack;
  return reckonDuties(deps.database, askerOf(c).actor.region_id, { today: dayOf(deps, place, {}).on, duties, parameters });
}
