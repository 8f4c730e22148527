import { isFiled, planCourse } from '../core/plans/course.ts';
import { loadMatters, type StoredMatter } from './matters/matter.ts';
import { linesOf } from './plan-lines.ts';
import type { Transaction } from './transaction.ts';

/** What a programme may admit in a year. */
export interface ApprovedQuota {
  readonly approved: number;
  /** M8-c: both bodies have sent their receipt. */
  readonly filed: boolean;
  readonly matter_id: number;
}

/**
 * The heads of the secondary stage that the leading groups decided for a year, by programme, as decided last: an amendment
 * takes the place of the plan before it, whole. A programme that is not there has no approved line. To be called within `tx.whole`.
 */
export async function approvedQuota(whole: Transaction, year: number): Promise<Map<string, ApprovedQuota>> {
  const quota = new Map<string, ApprovedQuota>();
  for (const matter of await decidedPlans(whole, year)) {
    const course = planCourse(matter.entries);
    const lines = await linesOf(whole, matter.matter_id, course.decided?.revision ?? 0);
    for (const { programme_id, secondary_heads } of lines) quota.set(programme_id, { approved: secondary_heads, filed: isFiled(course), matter_id: matter.matter_id });
  }
  return quota;
}

/** The plan of each college for a year that was decided last. To be called within `tx.whole`. */
export async function decidedPlans(whole: Transaction, year: number): Promise<StoredMatter[]> {
  const latest = new Map<string, StoredMatter>();
  for (const matter of await plansOf(whole, year)) {
    if (planCourse(matter.entries).decided !== null && !latest.has(matter.subject)) latest.set(matter.subject, matter);
  }
  return [...latest.values()];
}

/** The plans for a year that are in reach, latest first. */
export async function plansOf(tx: Transaction, year?: number): Promise<StoredMatter[]> {
  const plans = await loadMatters(tx, { kind: 'enrolment_plan' });
  return year === undefined ? plans : plans.filter((plan) => yearOfPlan(plan) === year);
}

/** The year that a plan was opened for. */
export function yearOfPlan({ entries }: StoredMatter): number | null {
  return entries[0]?.details?.year ?? null;
}
