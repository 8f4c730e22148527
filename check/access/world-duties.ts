import type pg from 'pg';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { date, type PlainDate } from '../../core/values/plain-date.ts';
import type { Database } from '../../store/database.ts';
import { reckonDuties } from '../../store/duty-run.ts';
import { setGoLive } from '../../store/duty-start.ts';
import { programActor } from '../../store/program-actor.ts';

/** A duty as it was worked out, with whose it is as it says itself. */
export interface WorldDuty {
  readonly duty_key: string;
  readonly scopes: readonly string[];
  readonly owed_by: readonly string[];
  readonly owed: boolean;
  readonly late: boolean;
  /** Labels of the student whom it is about; null where it is about none. */
  readonly student_labels: readonly string[] | null;
}

/** Everything that has ever been due of anybody in the world. */
export async function workOutDuties(
  db: Database, { region_id, owner, today }: { readonly region_id: number; readonly owner: pg.Client; readonly today: PlainDate },
): Promise<WorldDuty[]> {
  await db.as(programActor(region_id)).write((tx) => setGoLive(tx, date('2024-06-01')));
  await reckonDuties(db, region_id, { today, duties: DEFAULT_PACK.duties, parameters: DEFAULT_PACK.parameters });
  const { rows } = await owner.query<Omit<WorldDuty, 'student_labels'> & { student_labels: string[] | null }>(
    `select d.duty_key, d.scopes, d.owed_by, d.closed_on is null and not d.before_go_live and not d.lifted as owed, d.due_on < $1 as late, s.scopes as student_labels
     from duties d left join duty_students s using (region_id, duty_key)`, [today]);
  return rows;
}
