import type { Reading } from '../../core/exchange/reader.ts';
import { fundingRules } from '../../core/funding/rules.ts';
import { scopeOf } from '../../core/funding/scope.ts';
import { settle, type Settlement } from '../../core/funding/settle.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { date } from '../../core/values/plain-date.ts';
import type { Asked } from './naive-money.ts';

/** What the product answers on what was read. */
export function settledAsked({ dataset, problems }: Reading, { year, fiscal, day }: Asked): Settlement {
  const scope = scopeOf(year, date(day), fiscal);
  const rules = fundingRules(DEFAULT_PACK.parameters, scope);
  if ('no_rule_on' in rules) throw new Error(`no rule on ${rules.no_rule_on}`);
  return settle(dataset, problems, rules, scope);
}
