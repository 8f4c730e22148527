import { calendar, charges, custodySpending, receipts, shares } from '../../../core/exchange/sheets/funding.ts';
import { addDays, date } from '../../../core/values/plain-date.ts';
import type { Pupil } from './pupil.ts';
import { draws } from './random.ts';
import type { Table } from './table.ts';
import { table } from './table.ts';

type Kind = 'tuition' | 'dorm' | 'custody';
const AMOUNTS_FEN: Readonly<Record<Kind, number>> = { tuition: 660_000, dorm: 120_000, custody: 80_000 };
const YEAR = 2025;

export interface Received {
  readonly pupil: Pupil;
  readonly kind: Kind;
  readonly fen: number;
  readonly on: string;
  readonly source: 'student' | 'loan';
}
export interface Spent {
  readonly pupil: Pupil;
  readonly item: string;
  readonly fen: number;
  readonly on: string;
}

export const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

/** Those billed for the academic year 2025: in year 4 on its first day, and not called up before the bill. */
function billed(all: readonly Pupil[]): readonly Pupil[] {
  return all.filter(({ cohort, spans }) => cohort === 2022 && spans.some(({ stage }) => stage === 'higher')
    && spans.at(-1)?.status !== 'place_kept');
}

function kindsOf(pupil: Pupil): readonly Kind[] {
  return pupil.boarder ? ['tuition', 'dorm', 'custody'] : ['tuition', 'custody'];
}

/** What came in: every thirtieth owes the tuition, every twelfth pays it from a loan that arrives in October. */
export function receivedFees(all: readonly Pupil[]): readonly Received[] {
  return billed(all).flatMap((pupil, index) => kindsOf(pupil).flatMap((kind): Received[] => {
    if (kind === 'tuition' && index % 30 === 29) return [];
    const loan = kind === 'tuition' && index % 12 === 11;
    const on = loan ? '2025-10-20' : addDays(date('2025-09-01'), draws(`fee ${pupil.id}`).between(0, 13));
    return [{ pupil, kind, fen: AMOUNTS_FEN[kind], on, source: loan ? 'loan' : 'student' }];
  }));
}

/** Books for everybody, bedding for boarders, clothes: one pupil's come to more than was paid in. */
export function spentCustody(all: readonly Pupil[]): readonly Spent[] {
  return billed(all).flatMap((pupil, index) => [
    { pupil, item: '教材', fen: 38_640, on: '2025-09-12' },
    ...(pupil.boarder ? [{ pupil, item: '床上用品', fen: 23_800, on: '2025-09-08' }] : []),
    ...(pupil.left === null ? [{ pupil, item: '实训服', fen: index === 40 ? 18_810 : 13_900, on: '2025-10-15' }] : []),
  ]);
}

/** Calendar, bills, money received (one payment taken by a school), custody, agreed shares of tuition. */
export function feeSheets(all: readonly Pupil[]): readonly Table[] {
  return [
    table(calendar, [2023, 2024, 2025].map((academic_year) => ({ college_id: 'H1', academic_year, first_day: `${academic_year}-09-01` }))),
    table(charges, billed(all).flatMap((pupil) => kindsOf(pupil).map((kind) => ({
      student_id: pupil.id, academic_year: YEAR, kind, amount_yuan: yuan(AMOUNTS_FEN[kind]), due_on: '2025-09-15',
    })))),
    table(receipts, receivedFees(all).map(({ pupil, kind, fen, on, source }, index) => ({
      receipt_id: `SJ25${String(index + 1).padStart(5, '0')}`, student_id: pupil.id, academic_year: YEAR, kind, amount_yuan: yuan(fen),
      received_on: on, received_by: kind === 'tuition' && pupil.id === '20222003' ? 'S2' : null, source,
    }))),
    table(custodySpending, spentCustody(all).map(({ pupil, item, fen, on }, index) => ({
      spending_id: `DG25${String(index + 1).padStart(5, '0')}`, student_id: pupil.id, academic_year: YEAR, item, amount_yuan: yuan(fen), spent_on: on,
    }))),
    table(shares, [['S1', '0.6'], ['S2', '0.6'], ['S3', '65%'], ['S4', '0.6'], ['S5', '0.6']].map(([school_id = '', tuition_share = '']) => ({
      school_id, college_id: 'H1', tuition_share, from: '2023-09-01',
    }))),
  ];
}
