import type { z } from '@hono/zod-openapi';
import { isFiled, lacking, planCourse, type Done } from '../core/plans/course.ts';
import type { Row } from '../core/exchange/sheets.ts';
import { loadRows } from '../store/campus-rows.ts';
import type { StoredEntry, StoredMatter } from '../store/matters/matter.ts';
import { linesOf } from '../store/plan-lines.ts';
import { decidedPlans, yearOfPlan } from '../store/plan-quota.ts';
import type { Transaction } from '../store/transaction.ts';
import type { listPlans, readPlan } from './contract/plans.ts';
import { matterHeads, type MatterHead, type Seen } from './matter-view.ts';
import { groundOfPlan, outlookOf, rulesOfDay } from './plan-outlook.ts';

type PlanView = z.infer<(typeof readPlan.responses)[200]['content']['application/json']['schema']>;
type PlanHead = z.infer<(typeof listPlans.responses)[200]['content']['application/json']['schema']>['plans'][number];

export async function planHeads(tx: Transaction, plans: readonly StoredMatter[]): Promise<PlanHead[]> {
  const heads = await matterHeads(tx, plans);
  const views: PlanHead[] = [];
  for (const [at, plan] of plans.entries()) {
    const course = planCourse(plan.entries);
    const lines = await linesOf(tx, plan.matter_id, course.revision);
    views.push({
      head: heads[at] as MatterHead, year: yearOfPlan(plan) ?? 0, revision: course.revision, secondary_heads: lines.length === 0 ? null : lines.reduce((sum, line) => sum + line.secondary_heads, 0),
      decided: course.decided !== null, filed: isFiled(course),
    });
  }
  return views;
}

/** A plan with everything that its page tells, its lines as far as they are in reach. */
export async function planView(tx: Transaction, plan: StoredMatter, seen: Seen): Promise<PlanView> {
  const [head] = await matterHeads(tx, [plan]);
  const [year, rules, course] = [yearOfPlan(plan) ?? 0, rulesOfDay(seen), planCourse(plan.entries)];
  const lines = await linesOf(tx, plan.matter_id, course.revision);
  const college_id = plan.subject;
  const names = await namesOf(tx);
  const named = (org_id: string) => ({ org_id, name: names.get(org_id) ?? org_id });
  // Whose signature is awaited is no secret within the plan.
  const schools = await tx.whole((whole) => linesOf(whole, plan.matter_id, course.revision));
  const left = lacking(course, [...new Set(schools.map(({ school_id }) => school_id))].sort());
  const department = plan.entries[0]?.details?.department;
  const { decided } = course;
  return {
    head: head as MatterHead, year, higher_year: year + rules.lag, counts_in_both: rules.both,
    college: named(college_id), department: department === undefined ? null : named(department), revision: course.revision,
    lines, programmes: await programmesOf(tx, { college_id, year }, names, seen),
    signatures: course.signatures.map(({ revision, school_id, on, by }) => ({ revision, school: school_id === null ? null : named(school_id), person: by.person_name, on })),
    lacking: { schools: left.schools.map(named), college: left.college },
    bureau: doneView(course.bureau), drc: doneView(course.drc),
    decided: decided === null ? null : {
      revision: decided.revision, number: decided.number, met_on: decided.met_on, on: decided.on, attendees: decided.attendees, votes: decided.votes, person: decided.by.person_name,
    },
    province: course.province, exam: course.exam, amends: await amendedBy(tx, plan, year),
    outlook: lines.length === 0 ? null : await outlookOf(tx, { college_id, year }, lines, seen),
  };
}

/** What was decided for the year before this plan; of a plan that is decided itself, nothing that still holds. */
async function amendedBy(tx: Transaction, plan: StoredMatter, year: number): Promise<PlanView['amends']> {
  const [earlier] = (await tx.whole((whole) => decidedPlans(whole, year))).filter(({ subject, matter_id }) => subject === plan.subject && matter_id < plan.matter_id);
  if (earlier === undefined) return null;
  const lines = await linesOf(tx, earlier.matter_id, planCourse(earlier.entries).decided?.revision ?? 0);
  return { matter_id: String(earlier.matter_id), lines: lines.map(({ programme_id, secondary_heads }) => ({ programme_id, secondary_heads })) };
}

function doneView(done: Done<StoredEntry> | null) {
  return done === null ? null : { person: done.by.person_name, on: done.on, reason: done.by.reason };
}

async function namesOf(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  return new Map((await loadRows(tx, 'organisations', {})).map(({ org_id, name }) => [org_id, name]));
}

/** The college's programmes; the year before as far as its intakes are in reach. */
async function programmesOf(tx: Transaction, plan: { readonly college_id: string; readonly year: number }, names: ReadonlyMap<string, string>, seen: Seen): Promise<PlanView['programmes']> {
  const { programmes } = await groundOfPlan(tx, plan, seen);
  const before = new Map((await loadRows(tx, 'intakes', {}, 'r.year = $2', plan.year - 1)).map((row) => [row.programme_id, row]));
  return programmes.map(({ programme_id, name, school_id, secondary_code, higher_code }) => ({
    programme_id, name, school_id, school: names.get(school_id) ?? school_id, secondary_code, higher_code, ...yearBefore(before.get(programme_id)),
  }));
}

function yearBefore(row: Row<'intakes'> | undefined) {
  return { planned_before: row?.planned ?? null, actual_before: row?.registered ?? row?.admitted ?? null };
}
