import { amountOf, choiceOf, countedStatuses, listOf } from '../facts/rules.ts';
import type { Exact } from '../values/exact.ts';
import { date, type PlainDate } from '../values/plain-date.ts';
import { parametersOn, type Parameter, type ParametersInForce } from '../verdict/parameter.ts';
import type { Scope } from './scope.ts';

/** `08-31`: a day of any year. */
export type MonthDay = string;

/** The parameters that decide what fees and their passing on come to, those of the academic year. */
export interface FeeRules {
  readonly parameters: ParametersInForce;
  /** Statuses of a student who is in school, so back again after leaving. */
  readonly in_school: ReadonlySet<string>;
  readonly refund_months: bigint;
  readonly refund_month_days: number;
  readonly refund_due_days: number;
  readonly refund_close: MonthDay;
  readonly tuition_floor: Exact;
  readonly tuition_settle_days: readonly MonthDay[];
  readonly pass_on_share: Exact;
  readonly pass_on_days: number;
  readonly custody_close: MonthDay;
  /** Last day for the fees of the first and of the second term. */
  readonly lecture_due_days: readonly MonthDay[];
}

/** The parameters that decide what the grant of a fiscal year comes to. */
export interface GrantRules {
  readonly parameters: ParametersInForce;
  /** Statuses of the students that a grant is paid for. */
  readonly counted_statuses: ReadonlySet<string>;
  readonly snapshot: MonthDay;
  readonly months_previous: bigint;
  readonly months_current: bigint;
  readonly instalment_days: readonly MonthDay[];
  readonly instalment_share: Exact;
  readonly pass_on_share: Exact;
  readonly pass_on_days: number;
}

export interface FundingRules {
  readonly fees: FeeRules;
  readonly grant: GrantRules;
}

const FEE_KEYS = [
  'refund.months', 'refund.month_days', 'refund.part_month', 'refund.day_count', 'refund.due_days', 'refund.close',
  'tuition.base', 'tuition.share', 'tuition.share_rounding', 'tuition.settle_days', 'dorm.base', 'custody.base',
  'fees.pass_on_share', 'fees.pass_on_days', 'custody.close', 'custody.leaver', 'lecture.due_days', 'student.counts.money',
] as const;
const GRANT_KEYS = [
  'snapshot.finance', 'grant.standard', 'grant.headcount', 'grant.months_previous', 'grant.months_current', 'campus.payer_finance',
  'grant.instalment_days', 'grant.instalment_share', 'grant.pass_on_share', 'grant.pass_on_days', 'student.counts.money',
] as const;

/** No rule was in force in the year that is asked about. */
export interface NoFundingRules {
  readonly no_rule_on: PlainDate;
}

/**
 * The rules of a settlement. A year is settled by the rules that were in force at its end, or on the day
 * if it has not ended: what changes later does not reach back into it.
 */
export function fundingRules(parameters: readonly Parameter[], scope: Scope): FundingRules | NoFundingRules {
  const ofYear = parametersOn(parameters, earlier(scope.academic.to, scope.as_of));
  if (FEE_KEYS.some((key) => !ofYear.has(key))) return { no_rule_on: earlier(scope.academic.to, scope.as_of) };
  const ofFiscal = parametersOn(parameters, earlier(scope.fiscal.to, scope.as_of));
  const grant = grantRulesIn(ofFiscal);
  return grant === null ? { no_rule_on: earlier(scope.fiscal.to, scope.as_of) } : { fees: feeRules(ofYear), grant };
}

/** The rules of a grant among the parameters of a day; null when one of them is not in force. */
export function grantRulesIn(parameters: ParametersInForce): GrantRules | null {
  return GRANT_KEYS.some((key) => !parameters.has(key)) ? null : grantRules(parameters);
}

function feeRules(parameters: ParametersInForce): FeeRules {
  return {
    parameters,
    in_school: countedStatuses(parameters, 'student.counts.money'),
    refund_months: wholeOf(parameters, 'refund.months'),
    refund_month_days: Number(wholeOf(parameters, 'refund.month_days')),
    refund_due_days: Number(wholeOf(parameters, 'refund.due_days')),
    refund_close: choiceOf(parameters, 'refund.close'),
    tuition_floor: amountOf(parameters, 'tuition.share'),
    tuition_settle_days: listOf(parameters, 'tuition.settle_days'),
    pass_on_share: amountOf(parameters, 'fees.pass_on_share'),
    pass_on_days: Number(wholeOf(parameters, 'fees.pass_on_days')),
    custody_close: choiceOf(parameters, 'custody.close'),
    lecture_due_days: listOf(parameters, 'lecture.due_days'),
  };
}

function grantRules(parameters: ParametersInForce): GrantRules {
  return {
    parameters,
    counted_statuses: countedStatuses(parameters, 'student.counts.money'),
    snapshot: choiceOf(parameters, 'snapshot.finance'),
    months_previous: wholeOf(parameters, 'grant.months_previous'),
    months_current: wholeOf(parameters, 'grant.months_current'),
    instalment_days: listOf(parameters, 'grant.instalment_days'),
    instalment_share: amountOf(parameters, 'grant.instalment_share'),
    pass_on_share: amountOf(parameters, 'grant.pass_on_share'),
    pass_on_days: Number(wholeOf(parameters, 'grant.pass_on_days')),
  };
}

function wholeOf(parameters: ParametersInForce, key: string): bigint {
  const { n, d } = amountOf(parameters, key);
  if (n % d !== 0n) throw new Error(`parameter ${key} is not whole`);
  return n / d;
}

/** A day of the year by its month and day. */
export function dayIn(year: number, monthDay: MonthDay): PlainDate {
  return date(`${String(year).padStart(4, '0')}-${monthDay}`);
}

function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}
