import { packs } from '../policy/packs.ts';
import type { Pack } from '../policy/pack.ts';
import type { Parameter } from '../verdict/parameter.ts';
import { policyImpact, type ImpactQuestion, type ImpactRows, type PolicyImpact } from './policy-impact.ts';

/** The same question as plain data that another thread can be given: a pack is code, its values are not. */
export interface ToCompare {
  readonly rows: ImpactRows;
  readonly pack: string;
  readonly before: readonly Parameter[];
  readonly after: readonly Parameter[];
  readonly question: ImpactQuestion;
}

export function toCompare(rows: ImpactRows, before: Pack, after: Pack, question: ImpactQuestion): ToCompare {
  return { rows, pack: before.header.id, before: before.parameters, after: after.parameters, question };
}

/** @throws Error on a pack that this program does not have. */
export function compare({ rows, pack, before, after, question }: ToCompare): PolicyImpact {
  const document = packs.get(pack);
  if (document === undefined) throw new Error(`no pack ${pack}`);
  return policyImpact(rows, { ...document, parameters: before }, { ...document, parameters: after }, question);
}
