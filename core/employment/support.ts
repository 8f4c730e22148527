import { amountOf } from '../facts/rules.ts';
import { fenOf, type Fen } from '../values/fen.ts';
import type { Bilingual } from '../values/bilingual.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import { isContract, type ContractKind } from './outcomes.ts';
import { addMonths } from './retention.ts';

/** What the registers say of a graduate for whom a firm claims support. */
export interface HiredFacts {
  readonly graduated: boolean;
  readonly of_school: boolean;
  /** The destination that stands: whether it is at the firm, and on what. */
  readonly hired_here: boolean;
  readonly contract_kind: ContractKind | null;
  readonly agreed_on: PlainDate | null;
  readonly insured_from: PlainDate | null;
  /** Whether the firm was a partner of the programme on the day of the contract. */
  readonly partner: boolean;
  readonly objected: boolean;
  readonly supported: boolean;
}

/** What becomes of the money of a support once it is granted. */
export const SUPPORT_MOVES = ['due', 'paid', 'dropped', 'reclaimed', 'returned'] as const;
export type SupportMove = (typeof SUPPORT_MOVES)[number];

export type SupportRefusal = 'not_graduated' | 'other_school' | 'not_hired_here' | 'contract_unknown' | 'no_contract' | 'day_unknown' | 'no_agreement' | 'insured_too_short' | 'objected' | 'supported_already';

export interface SupportRules {
  readonly per_head_fen: Fen;
  readonly insured_months: number;
}

/** Null on a day without rules. */
export function supportRules(parameters: ParametersInForce): SupportRules | null {
  const keys = ['hiring_support.per_head', 'hiring_support.insured_months'] as const;
  if (keys.some((key) => !parameters.has(key))) return null;
  return { per_head_fen: fenOf(amountOf(parameters, 'hiring_support.per_head')), insured_months: Number(amountOf(parameters, 'hiring_support.insured_months').n) };
}

/** M10-d: why a firm is not supported for a graduate; null where nothing is against it. Insured for so many months: the day after so many has come. */
export function refusalOfSupport(facts: HiredFacts, { insured_months }: SupportRules, today: PlainDate): SupportRefusal | null {
  if (!facts.graduated) return 'not_graduated';
  if (!facts.of_school) return 'other_school';
  if (facts.supported) return 'supported_already';
  if (!facts.hired_here) return 'not_hired_here';
  if (facts.objected) return 'objected';
  if (facts.contract_kind === null) return 'contract_unknown';
  if (!isContract(facts.contract_kind)) return 'no_contract';
  if (facts.agreed_on === null) return 'day_unknown';
  if (!facts.partner) return 'no_agreement';
  return facts.insured_from === null || addMonths(facts.insured_from, insured_months) > today ? 'insured_too_short' : null;
}

const of = (zh: string, en: string): Bilingual => ({ zh: `${zh}（M10-d）`, en: `${en} (M10-d)` });
export const SUPPORT_REFUSALS: Readonly<Record<SupportRefusal, Bilingual>> = {
  not_graduated: of('尚未毕业', 'has not graduated'),
  other_school: of('不是这所学校的毕业生', 'is not of that school'),
  not_hired_here: of('现行去向不在本企业', 'is not recorded at this firm'),
  contract_unknown: of('学校没有登记合同类型', 'has no kind of contract on record'),
  no_contract: of('没有签劳动合同', 'has no labour contract'),
  day_unknown: of('没有登记合同签订日期', 'has no day of the contract on record'),
  no_agreement: of('签订合同当日没有在效的合作协议', 'no partner agreement was in force on the day of the contract'),
  insured_too_short: of('社会保险未缴满规定月数', 'is not insured for long enough'),
  objected: of('毕业生对去向有异议', 'objects to the record'),
  supported_already: of('已经给过补助', 'was supported before'),
};
