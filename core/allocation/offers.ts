import type { Row } from '../exchange/sheets.ts';
import { compare, exact, ZERO, type Exact } from '../values/exact.ts';
import type { Situation } from './situation.ts';

type Option = Row<'options'>;
export type OptionKind = Option['kind'];
/** What a campus can be given more of. */
export type Stock = Exclude<OptionKind, 'class' | 'campus'>;

/** Options that can be taken between the first and the last year, by what they bring. */
export interface Offers {
  readonly stock: readonly (Option & { readonly kind: Stock })[];
  readonly classes: readonly Option[];
  readonly campuses: readonly Option[];
}

/** What brings nothing is no offer. */
export function offersOf({ dataset, last }: Situation): Offers {
  const usable = (dataset.options ?? []).filter(({ kind, unit, from_year, max }) => (kind === 'campus' || compare(unit, ZERO) > 0) && from_year <= last && max !== 0);
  return {
    stock: usable.filter((option): option is Option & { readonly kind: Stock } => option.kind !== 'class' && option.kind !== 'campus'),
    classes: usable.filter(({ kind }) => kind === 'class'),
    campuses: usable.filter(({ kind }) => kind === 'campus'),
  };
}

/** The years in which an option can be taken. */
export function yearsOf({ from_year }: Option, first: number, last: number): number[] {
  const start = Math.max(first, from_year);
  return Array.from({ length: Math.max(0, last - start + 1) }, (_, at) => start + at);
}

/** What one costs in all: once, and each year that it is paid for. */
export function costOf(option: Option, years: number): Exact {
  const { n, d } = option.yearly_yuan ?? ZERO;
  const { cost_yuan } = option;
  return exact(cost_yuan.n * d + n * BigInt(years) * cost_yuan.d, cost_yuan.d * d);
}

/** Of these a part cannot be had: people, and students of a class. */
const WHOLE: ReadonlySet<OptionKind> = new Set(['teacher', 'ideology_teacher', 'counsellor', 'psychologist', 'class']);

/** Options that mean nothing, with the column to change. */
export function faultsIn({ options = [], campuses = [] }: Situation['dataset']): readonly { readonly row: number; readonly column: string; readonly value: string }[] {
  const closed = new Set(campuses.filter(({ status }) => status === 'closed').map(({ campus_id }) => campus_id));
  return options.flatMap(({ row, kind, unit, campus_id }) => [
    ...(WHOLE.has(kind) && unit.n % unit.d !== 0n ? [{ row, column: 'unit', value: `${unit.n}/${unit.d}` }] : []),
    ...(campus_id !== null && closed.has(campus_id) ? [{ row, column: 'campus_id', value: campus_id }] : []),
  ]);
}

/** How many there are of something that comes whole. */
export function wholeUnit({ unit }: Option): number {
  return Number(unit.n / unit.d);
}

