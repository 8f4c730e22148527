import type { Fen } from '../values/fen.ts';
import { toDecimalText, type Exact } from '../values/exact.ts';
import type { Outcome, Evidence } from '../verdict/verdict.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';

/** The kinds of line, the clause of each, and whether it may not be overpaid: what is passed on is exactly what came in. */
export const LINE_KINDS = {
  bill_tuition: { clause: 'R4-b', exactly: false },
  bill_dorm: { clause: 'R4-d', exactly: false },
  bill_other: { clause: 'R4-d', exactly: false },
  fee_refund: { clause: 'R4-b', exactly: true },
  tuition_share: { clause: 'R4-c', exactly: false },
  dorm: { clause: 'R4-e', exactly: true },
  other_fee: { clause: 'R4-e', exactly: true },
  custody: { clause: 'R4-e', exactly: true },
  custody_refund: { clause: 'R4-g', exactly: true },
  custody_claim: { clause: 'R4-g', exactly: false },
  wrong_payee: { clause: 'R4-b', exactly: false },
  lecture_fee: { clause: 'R4-h', exactly: false },
  grant: { clause: 'M5-d', exactly: false },
  grant_pass: { clause: 'M5-f', exactly: true },
} as const satisfies Readonly<Record<string, { readonly clause: string; readonly exactly: boolean }>>;

export type LineKind = keyof typeof LINE_KINDS;

/** The side of a line that is all students of the other side. */
export const STUDENTS = 'students';

export type Missing = 'shares' | 'payer_id' | 'grant_standards' | 'grant_headcounts' | 'lecture_rates';
export type LineReason = Missing | 'overpaid' | 'provisional';

/** How one figure of a line came about: the clause, the parameters with their dates, the formula with its numbers, the rows. */
export interface TraceStep {
  readonly figure: 'base' | 'due' | 'paid' | 'overdue';
  readonly clause: string;
  readonly parameters: readonly UsedParameter[];
  readonly formula: string;
  readonly evidence: readonly Evidence[];
}

export interface UsedParameter {
  readonly key: string;
  readonly value: string;
  readonly from: string;
  readonly to: string | null;
}

/** What one side owes another under a clause in a period, and how far it is paid. Fen; null where something is missing. */
export interface Line {
  readonly clause: string;
  readonly kind: LineKind;
  readonly from_id: string | null;
  readonly to_id: string;
  readonly campus_id: string | null;
  readonly period: string;
  /** In yuan, for grants yuan per student; of lecture fees it is hours. */
  readonly base: Exact | null;
  readonly ratio: string | null;
  readonly due: Fen | null;
  readonly paid: Fen | null;
  readonly outstanding: Fen | null;
  readonly overdue: Fen | null;
  readonly outcome: Outcome;
  readonly reason: LineReason | null;
  readonly trace: readonly TraceStep[];
}

type Given = Pick<Line, 'from_id' | 'to_id' | 'period' | 'base' | 'due' | 'paid' | 'overdue' | 'trace'>
  & Partial<Pick<Line, 'campus_id' | 'ratio'>> & { readonly missing?: readonly Missing[]; readonly provisional?: boolean };

/** A line with its verdict: missing before late, late before too much. */
export function lineOf(kind: LineKind, given: Given): Line {
  const { clause, exactly } = LINE_KINDS[kind];
  const { missing = [], provisional = false, campus_id = null, ratio = null, ...figures } = given;
  const outstanding = given.due === null || given.paid === null ? null : given.due - given.paid;
  const late = given.overdue !== null && given.overdue > 0n;
  const overpaid = exactly && outstanding !== null && outstanding < 0n;
  const outcome = missing.length > 0 ? 'undetermined' : late || overpaid ? 'unmet' : 'met';
  const reason = missing[0] ?? (overpaid ? 'overpaid' : provisional ? 'provisional' : null);
  return { clause, kind, campus_id, ratio, outstanding, outcome, reason, ...figures };
}

/** Whether a line has anything to say: its base or what was paid is not zero. */
export function saysSomething({ base, paid }: Line): boolean {
  return base === null || base.n !== 0n || paid !== 0n;
}

/** Clause, kind, from, to, then campus, as text. */
export function inOrder(lines: readonly Line[]): Line[] {
  return lines.toSorted((a, b) =>
    byText(a.clause, b.clause) || byText(a.kind, b.kind) || byText(a.from_id ?? '', b.from_id ?? '') || byText(a.to_id, b.to_id)
    || byText(a.campus_id ?? '', b.campus_id ?? ''));
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Parameters by key as a trace names them. */
export function used(parameters: ParametersInForce, ...keys: string[]): UsedParameter[] {
  return keys.map((key) => {
    const parameter = parameters.get(key);
    if (parameter === undefined) throw new Error(`parameter ${key} is not in force`);
    const { value, from, to } = parameter;
    return { key, value: typeof value === 'object' ? exactText(value) : String(value), from, to };
  });
}

/** A decimal, or `1560/12` where no decimal is exact. */
export function exactText(value: Exact): string {
  return toDecimalText(value) ?? `${value.n}/${value.d}`;
}

/** Rows of a sheet as evidence, each once, in the order of the sheet; none when there are none. */
export function rowsIn(sheet: string, rows: readonly { readonly row: number }[]): Evidence[] {
  return rows.length === 0 ? [] : [{ sheet, rows: [...new Set(rows.map(({ row }) => row))].sort((a, b) => a - b) }];
}

