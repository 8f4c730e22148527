import type { Dataset, Row } from '../exchange/sheets.ts';
import type { Fen } from '../values/fen.ts';
import { inForce } from '../values/period.ts';
import { placesOf, type Place } from '../funding/places.ts';
import type { Scope } from '../funding/scope.ts';
import { FEE_KINDS, type FeeKind } from '../funding/student-accounts.ts';
import { rateOf, type FeeRate } from './rate.ts';

/** Why a student is not billed a kind of fee. */
export const NOT_BILLED = {
  billed_already: { zh: '本学年已开账', en: 'billed for the year already' },
  no_rate: { zh: '没有收费标准', en: 'no rate is entered' },
  boarder_unknown: { zh: '未登记是否住宿', en: 'not known whether they board' },
} as const;

export type NotBilled = keyof typeof NOT_BILLED;

/** One student and kind of fee: an amount, or why there is none. */
export interface Bill {
  readonly student_id: string;
  readonly name: string;
  readonly class_id: string | null;
  readonly programme_id: string;
  readonly grade: number;
  readonly place: Place;
  readonly kind: FeeKind;
  readonly fen: Fen | null;
  readonly approval: string;
  readonly why: NotBilled | null;
}

export interface AskedBills {
  readonly college_id: string;
  /** Only these classes; none named is everybody. */
  readonly classes: readonly string[];
  readonly scope: Scope;
  readonly in_school: ReadonlySet<string>;
}

/**
 * R4-b, R4-d: what a college bills its students for an academic year, by the rates that it entered. Only students of the
 * higher stage are billed, years 4 and 5; whoever has a charge of the kind in that year is not billed it again.
 */
export function billList(dataset: Dataset, rates: readonly FeeRate[], asked: AskedBills): Bill[] {
  const { college_id, classes, scope, in_school } = asked;
  const { students: places } = placesOf(dataset, scope);
  const charged = new Set((dataset.charges ?? []).filter((r) => r.academic_year === scope.academic_year).map((r) => keyOf(r.student_id, r.kind)));
  return (dataset.students ?? []).filter((row) => row.stage === 'higher' && in_school.has(row.status) && inForce(row, scope.as_of)
    && (classes.length === 0 || (row.class_id !== null && classes.includes(row.class_id))))
    .flatMap((row) => {
      const place = places.get(row.student_id);
      return place === undefined || place.college_id !== college_id ? [] : FEE_KINDS.flatMap((kind) => billOf(row, place, kind, rates, charged));
    })
    .sort((a, b) => (a.student_id < b.student_id ? -1 : a.student_id > b.student_id ? 1 : FEE_KINDS.indexOf(a.kind) - FEE_KINDS.indexOf(b.kind)));
}

const keyOf = (student_id: string, kind: FeeKind): string => `${student_id} ${kind}`;

/** Tuition is asked of everybody, the dormitory of boarders, custody and other fees where the college has a rate for them. */
function billOf(row: Row<'students'>, place: Place, kind: FeeKind, rates: readonly FeeRate[], charged: ReadonlySet<string>): Bill[] {
  const { student_id, name, class_id, programme_id, grade, boarder } = row;
  const rate = rateOf(rates, kind, programme_id);
  const about = { student_id, name, class_id, programme_id, grade, place, kind };
  const none = (why: NotBilled): Bill[] => [{ ...about, fen: null, approval: '', why }];
  if (charged.has(keyOf(student_id, kind))) return none('billed_already');
  if (kind === 'dorm' && boarder === null) return none('boarder_unknown');
  if (kind === 'dorm' && boarder === false) return [];
  if (rate === null) return kind === 'tuition' || kind === 'dorm' ? none('no_rate') : [];
  return [{ ...about, fen: rate.fen, approval: rate.approval, why: null }];
}
