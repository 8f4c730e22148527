import { draftProblems } from '../core/plans/draft-problems.ts';
import { planCourse } from '../core/plans/course.ts';
import { higherLine, planRules, type PlanRules } from '../core/plans/higher-line.ts';
import type { DraftLine, PlanLine } from '../core/plans/line.ts';
import type { Row } from '../core/exchange/sheets.ts';
import type { Pack } from '../core/policy/pack.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import { loadRows } from './campus-rows.ts';
import { loadMatter, type StoredMatter } from './matters/matter.ts';
import { stepMatter, type Stepped } from './matters/step-matter.ts';
import { scopesOfPlan } from './matters/subject.ts';
import { addRevision, linesOf } from './plan-lines.ts';
import { decidedPlans, yearOfPlan } from './plan-quota.ts';
import { lockRegion } from './record-stamp.ts';
import type { Transaction } from './transaction.ts';

/** Lines to be drawn up; `version` is the one that the drafter saw. */
export interface Revising {
  readonly matter_id: number;
  readonly version: number;
  readonly lines: readonly DraftLine[];
}

/** M8-a: draws up the lines of a plan as its next revision, in one act with the step of its matter. Anything else than `done` is for the caller to discard. */
export async function revisePlan(tx: Transaction, { matter_id, version, lines }: Revising, given: { readonly pack: Pack; readonly today: PlainDate }): Promise<Stepped> {
  await lockRegion(tx);
  const matter = await loadMatter(tx, matter_id);
  if (matter === null || matter.kind.id !== 'enrolment_plan') return { outcome: 'not_found' };
  const [year, rules] = [yearOfPlan(matter), planRules(parametersOn(given.pack.parameters, given.today))];
  if (year === null || rules === null) return { outcome: 'value_not_possible' };
  const { programmes, decided, before } = await tx.whole((whole) => grounds(whole, matter, year));
  const problems = draftProblems(lines, new Set(programmes.keys()), decided);
  if (problems.length > 0) return { outcome: 'problems', problems };
  const revision = planCourse(matter.entries).revision + 1;
  const drawn = lines.map((line) => lineOf(line, { year, rules, school_id: programmes.get(line.programme_id)?.school_id ?? '', before: before.get(line.programme_id) }));
  await tx.decided(['matters'], (deciding) => deciding.whole((whole) => write(whole, matter, revision, drawn)));
  return stepMatter(tx, { matter_id, act: 'revise', version, details: { revision } }, given);
}

/** The college's programmes, what is decided for the year already, and the year before. */
async function grounds(whole: Transaction, { subject, matter_id }: StoredMatter, year: number) {
  const programmes = await loadRows(whole, 'programmes', {}, 'r.college_id = $2', subject);
  const earlier = (await decidedPlans(whole, year)).find((plan) => plan.subject === subject && plan.matter_id !== matter_id);
  const decided = earlier === undefined ? [] : await linesOf(whole, earlier.matter_id, planCourse(earlier.entries).decided?.revision ?? 0);
  const before = await loadRows(whole, 'intakes', {}, 'r.year = $2', year - 1);
  return {
    programmes: new Map(programmes.map((one) => [one.programme_id, one])), decided: decided.map(({ programme_id }) => programme_id),
    before: new Map(before.map((one) => [one.programme_id, one])),
  };
}

function lineOf(
  line: DraftLine, { year, rules, school_id, before }: { readonly year: number; readonly rules: PlanRules; readonly school_id: string; readonly before: Row<'intakes'> | undefined },
): PlanLine {
  const higher = higherLine(rules, year, line.secondary_heads);
  return {
    ...line, school_id, year, higher_year: higher?.year ?? null, higher_heads: higher?.heads ?? null,
    planned_before: before?.planned ?? null, actual_before: before?.registered ?? before?.admitted ?? null,
  };
}

/** A school that comes in with a revision has the plan in reach from then on. */
async function write(whole: Transaction, matter: StoredMatter, revision: number, lines: readonly PlanLine[]): Promise<void> {
  const department = matter.entries[0]?.details?.department;
  const schools = [...new Set(lines.map(({ school_id }) => school_id))];
  const scopes = new Map<string, readonly string[]>();
  for (const school_id of schools) scopes.set(school_id, await scopesOfPlan(whole, { college_id: matter.subject, department, schools: [school_id] }));
  const all = [...new Set([...matter.scopes, ...[...scopes.values()].flat()])].sort();
  if (all.length > matter.scopes.length) await whole.change('update matters set scopes = $3 where region_id = $1 and matter_id = $2', [whole.actor.region_id, matter.matter_id, all]);
  await addRevision(whole, { matter_id: matter.matter_id, revision, lines, scopes });
}
