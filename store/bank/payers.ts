import type { MoneyLine, KnownPayers, Payer } from '../../core/bank/match-line.ts';
import type { Row } from '../../core/exchange/sheets.ts';
import { groupBy } from '../../core/facts/campus-rows.ts';
import { placesOf } from '../../core/funding/places.ts';
import { scopeOf } from '../../core/funding/scope.ts';
import { amountOf, type FeeKind } from '../../core/funding/student-accounts.ts';
import type { Fen } from '../../core/values/fen.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import type { Transaction } from '../transaction.ts';

/** A student who may have paid, in one academic year; what is paid is taken off what is due as lines are matched. */
export interface YearPayer extends Payer {
  readonly academic_year: number;
  readonly due: Map<FeeKind, Fen>;
}

/** Everybody whom lines may speak of, by academic year: in that year first, then in those before it of which something is due. */
export interface Payers {
  readonly years: (academic_year: number) => readonly number[];
  readonly known: (academic_year: number) => KnownPayers;
}

type Named = Pick<MoneyLine, 'student_no' | 'payer' | 'purpose'>;

/** To be called within `tx.whole`. */
export async function payersOf(whole: Transaction, college_id: string, lines: readonly Named[], today: PlainDate): Promise<Payers> {
  const words = [...new Set(lines.flatMap(({ student_no, purpose }) => [student_no.trim(), ...[...purpose.matchAll(/[A-Za-z0-9-]+/gu)].map(([word]) => word)]))];
  const names = [...new Set(lines.map(({ payer }) => payer.trim()))].filter((name) => name !== '');
  const found = [...await loadRows(whole, 'students', {}, 'r.student_id = any($2::text[])', words), ...await loadRows(whole, 'students', {}, 'r.name = any($2::text[])', names)];
  const ids = [...new Set(found.map(({ student_id }) => student_id))];
  const [students, charges, receipts, campuses, organisations] = await Promise.all([
    loadRows(whole, 'students', {}, 'r.student_id = any($2::text[])', ids), loadRows(whole, 'charges', {}, 'r.student_id = any($2::text[])', ids),
    loadRows(whole, 'receipts', {}, 'r.student_id = any($2::text[])', ids), loadRows(whole, 'campuses', {}), loadRows(whole, 'organisations', {}, 'r.key = $2', college_id)]);
  const dues = duesOf(charges, receipts);
  const made = new Map<number, ReadonlyMap<string, YearPayer>>();
  const ofYear = (academic_year: number): ReadonlyMap<string, YearPayer> => {
    const before = made.get(academic_year);
    if (before !== undefined) return before;
    const { students: places } = placesOf({ students, campuses }, scopeOf(academic_year, today));
    const payers = new Map([...groupBy(students, ({ student_id }) => student_id)].map(([student_id, rows]) => [student_id, {
      student_id, name: rows.at(-1)?.name ?? '', academic_year, place: places.get(student_id) ?? null, due: dues.get(`${student_id} ${academic_year}`) ?? new Map<FeeKind, Fen>(),
    }]));
    made.set(academic_year, payers);
    return payers;
  };
  return {
    years: (year) => [year, ...new Set(charges.map(({ academic_year }) => academic_year).filter((one) => one < year).sort((a, b) => b - a))],
    known: (year) => ({
      college_id, college_names: [college_id, ...organisations.map(({ name }) => name)], byId: (id) => ofYear(year).get(id), byName: (name) => [...ofYear(year).values()].filter((one) => one.name === name),
    }),
  };
}

/** What was charged less what came in, by student and year. */
function duesOf(charges: readonly Row<'charges'>[], receipts: readonly Row<'receipts'>[]): Map<string, Map<FeeKind, Fen>> {
  const dues = new Map<string, Map<FeeKind, Fen>>();
  const add = ({ student_id, academic_year, kind }: Pick<Row<'charges'>, 'student_id' | 'academic_year' | 'kind'>, fen: Fen): void => {
    const key = `${student_id} ${academic_year}`;
    const own = dues.get(key) ?? new Map<FeeKind, Fen>();
    dues.set(key, own.set(kind, (own.get(kind) ?? 0n) + fen));
  };
  for (const row of charges) add(row, amountOf(row));
  for (const row of receipts) add(row, -amountOf(row));
  return dues;
}
