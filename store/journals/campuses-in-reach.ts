import { KIND_OF_AREA, type Area } from '../../core/journals/journal-kind.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';

/** A campus whose work somebody may look at, with its labels. */
export interface WorkCampus {
  readonly campus_id: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

/**
 * The campuses that are not closed and whose work of an area is in reach. Asked of the database as well: what is told of them
 * beside their journals is worked out from all records.
 */
export function campusesOfWork(tx: Transaction, area: Area): Promise<WorkCampus[]> {
  const kind = KIND_OF_AREA[area];
  return tx.query<WorkCampus>(
    `select r.campus_id, r.name, r.scopes from register_campuses r where r.region_id = $1 and ${standing('r')} and r.status <> 'closed' and ($2::text[] is null or r.scopes && $2)
       and (current_setting('app.read_${kind}', true) = '*' or r.scopes && string_to_array(current_setting('app.read_${kind}', true), chr(31))) order by r.campus_id`,
    [tx.actor.region_id, labelsToRead(tx, kind)]);
}
