import type { PlanLine } from '../core/plans/line.ts';
import type { Transaction } from './transaction.ts';

/** Of one revision of a plan; those in reach, by programme. */
export function linesOf(tx: Transaction, matter_id: number, revision: number): Promise<PlanLine[]> {
  return tx.query<PlanLine>(
    `select programme_id, school_id, year, secondary_heads, higher_year, higher_heads, planned_before, actual_before, reason
     from plan_lines where region_id = $1 and matter_id = $2 and revision = $3 order by programme_id`, [tx.actor.region_id, matter_id, revision]);
}

export interface Revision {
  readonly matter_id: number;
  readonly revision: number;
  readonly lines: readonly PlanLine[];
  /** Labels by the school of a line: a school reads its own. */
  readonly scopes: ReadonlyMap<string, readonly string[]>;
}

/** Adds the lines of a revision; they are never touched again. */
export async function addRevision(tx: Transaction, { matter_id, revision, lines, scopes }: Revision): Promise<void> {
  for (const line of lines) {
    await tx.change(
      `insert into plan_lines (region_id, matter_id, revision, programme_id, school_id, year, secondary_heads, higher_year, higher_heads, planned_before, actual_before, reason,
         scopes, recorded_at, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, clock_timestamp(), $14)`,
      [tx.actor.region_id, matter_id, revision, line.programme_id, line.school_id, line.year, line.secondary_heads, line.higher_year, line.higher_heads,
        line.planned_before, line.actual_before, line.reason, scopes.get(line.school_id) ?? [], tx.actor.account]);
  }
}
