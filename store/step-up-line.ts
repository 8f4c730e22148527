import { beyondLine, planRules, type Overfull } from '../core/plans/higher-line.ts';
import type { Pack } from '../core/policy/pack.ts';
import { yearOf, type PlainDate } from '../core/values/plain-date.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import { standing } from './known-time.ts';
import { approvedQuota } from './plan-quota.ts';
import type { Transaction } from './transaction.ts';

/** What is too many, for whoever is refused. */
export const overInWords = {
  zh: ({ programme_id, heads, line }: Overfull): string => `${programme_id}：升段 ${heads} 人，高职计划 ${line} 人`,
  en: ({ programme_id, heads, line }: Overfull): string => `${programme_id}: ${heads} step up, the line holds ${line}`,
};

/** B47: programmes of which more would have stepped up than their line holds, with those of the cohort who did before. */
export async function beyondLineOn(whole: Transaction, going: ReadonlyMap<string, number>, { on, pack }: { readonly on: PlainDate; readonly pack: Pack }): Promise<Overfull[]> {
  const rules = planRules(parametersOn(pack.parameters, on));
  if (rules === null || !rules.both) return [];
  const cohort = yearOf(on) - rules.lag;
  const lines = new Map([...await approvedQuota(whole, cohort)].map(([programme_id, { approved }]) => [programme_id, approved]));
  const before = await steppedUp(whole, cohort);
  return beyondLine(new Map([...going].map(([programme_id, heads]) => [programme_id, heads + (before.get(programme_id) ?? 0)])), lines);
}

/** Of a cohort, by programme: those in the higher stage, whatever became of them since. */
async function steppedUp(whole: Transaction, cohort: number): Promise<ReadonlyMap<string, number>> {
  const rows = await whole.query<{ programme_id: string; heads: number }>(
    `select r.programme_id, count(distinct r.student_id)::int as heads from register_students r
     where r.region_id = $1 and ${standing('r')} and r.stage = 'higher' and r.cohort = $2 group by 1`, [whole.actor.region_id, cohort]);
  return new Map(rows.map(({ programme_id, heads }) => [programme_id, heads]));
}
