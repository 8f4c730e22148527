/** What a line of the year's plan approves. */
export interface QuotaLine {
  readonly approved: number;
  /** Whether both bodies have receipted it. */
  readonly filed: boolean;
}

export type QuotaRefusal = 'no_plan' | 'line_not_filed' | 'over_quota';

/** M8-c: nobody is admitted without a plan of the year, on a line that is not filed, or beyond what the line approves. */
export function refusalOfQuota(plan: ReadonlyMap<string, QuotaLine>, programme_id: string, { held, more }: { readonly held: number; readonly more: number }): QuotaRefusal | null {
  if (more <= 0) return null;
  if (plan.size === 0) return 'no_plan';
  const line = plan.get(programme_id);
  if (line?.filed !== true) return 'line_not_filed';
  return held + more > line.approved ? 'over_quota' : null;
}
