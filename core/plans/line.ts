/** What a line plans: heads of the secondary stage in the year of the plan, and why they may be more than the campus holds. */
export interface DraftLine {
  readonly programme_id: string;
  readonly secondary_heads: number;
  readonly reason: string | null;
}

/** A line of a revision, with what it is linked to and what the year before was. */
export interface PlanLine extends DraftLine {
  readonly school_id: string;
  readonly year: number;
  /** M8-c, B47: the same heads in the plan of the higher stage; null where the plan counts in the secondary one only. */
  readonly higher_year: number | null;
  readonly higher_heads: number | null;
  /** Null where the register did not say. */
  readonly planned_before: number | null;
  readonly actual_before: number | null;
}
