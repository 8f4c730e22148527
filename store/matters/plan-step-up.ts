import { beyondLine, planRules, type Overfull } from '../../core/plans/higher-line.ts';
import type { Pack } from '../../core/policy/pack.ts';
import { yearOf, type PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { standing } from '../known-time.ts';
import { approvedQuota } from '../plan-quota.ts';
import type { Transaction } from '../transaction.ts';
import { held, holds, type AskGuard } from './guard-answer.ts';
import { listNow } from './roll-guards.ts';

/** M8-c, B47: whoever steps up, with those of the cohort who did before, within the line that the cohort's plan was linked with. */
export const higherLineHolds: AskGuard = async (whole, ask) => {
  const { details: { on }, pack } = ask;
  const list = on === undefined ? null : await listNow(whole, ask);
  if (on === undefined || list === null) return holds;
  const going = new Map<string, number>();
  for (const { outcome, last } of list.entries) if (outcome === 'goes') going.set(last.programme_id, (going.get(last.programme_id) ?? 0) + 1);
  const over = await beyondLineOn(whole, going, { on, pack });
  return over.length === 0 ? holds : held(over.map(inWords.zh).join('；'), over.map(inWords.en).join('; '));
};

const inWords = {
  zh: ({ programme_id, heads, line }: Overfull): string => `${programme_id}：升段 ${heads} 人，高职计划 ${line} 人`,
  en: ({ programme_id, heads, line }: Overfull): string => `${programme_id}: ${heads} step up, the line holds ${line}`,
};

async function beyondLineOn(whole: Transaction, going: ReadonlyMap<string, number>, { on, pack }: { readonly on: PlainDate; readonly pack: Pack }): Promise<Overfull[]> {
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
