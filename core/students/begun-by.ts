/** A change as far as the records that it left: which stood before, which ended it, which began. */
interface Left {
  readonly change_id: number;
  readonly before_record: number;
  readonly ended_record: number | null;
  readonly added_record: number;
}

/**
 * The change by which a row of the roll began, however often it was ended since; null of a row that was only reported. What was decided
 * is told from what somebody corrected in the register.
 */
export function begunBy(record: number, changes: readonly Left[]): number | null {
  const begun = changes.findLast(({ added_record }) => added_record === record);
  if (begun !== undefined) return begun.change_id;
  const ended = changes.findLast(({ ended_record }) => ended_record === record);
  return ended === undefined || ended.before_record === record ? null : begunBy(ended.before_record, changes);
}
