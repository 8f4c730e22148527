import { budgets, limits, options, spending } from '../../../core/exchange/sheets/planning.ts';
import { lectureRates } from '../../../core/exchange/sheets/staff.ts';
import type { Table } from './table.ts';
import { table } from './table.ts';

const RATES = [['senior_full', '120.00'], ['senior_vice', '100.00'], ['intermediate', '80.00'], ['junior', '60.00']] as const;
const CATEGORIES = ['operation', 'equipment', 'facilities', 'teacher_training'] as const;

/** Thousand yuan by campus and category: budget of 2024, of 2025, spent from the grant in 2025. */
const BUDGETS: Readonly<Record<string, readonly (readonly [number, number, number])[]>> = {
  C1: [[320, 480, 310], [60, 90, 76], [120, 180, 150], [20, 30, 12]],
  C2: [[180, 240, 150], [30, 45, 41], [60, 70, 38], [10, 15, 6]],
  C3: [[170, 200, 160], [30, 20, 0], [60, 60, 25], [10, 8, 2]],
};

type Option = readonly [campus: string | null, kind: string, unit: string, cost: string, yearly: string | null, max: number | null, year: number];
const OPTIONS: readonly Option[] = [
  ['C1', 'room', '100.00', '280000.00', '6000.00', 48, 2026], ['C1', 'dormitory', '60.00', '150000.00', '3000.00', 40, 2026],
  ['C1', 'land', '500.00', '400000.00', null, 36, 2026], ['C1', 'equipment', '100000.00', '100000.00', null, 40, 2026],
  ['C1', 'teacher', '1', '0', '140000.00', 16, 2026], ['C1', 'ideology_teacher', '1', '0', '140000.00', 3, 2026],
  ['C1', 'counsellor', '1', '0', '110000.00', 3, 2026],
  ['C2', 'room', '100.00', '300000.00', '6000.00', 36, 2026], ['C2', 'dormitory', '60.00', '160000.00', '3000.00', 30, 2026],
  ['C2', 'land', '500.00', '420000.00', null, 24, 2026], ['C2', 'equipment', '100000.00', '100000.00', null, 24, 2026],
  ['C2', 'teacher', '1', '0', '140000.00', 14, 2026], ['C2', 'counsellor', '1', '0', '110000.00', 3, 2026],
  ['C3', 'room', '100.00', '300000.00', '6000.00', 40, 2026], ['C3', 'land', '500.00', '420000.00', null, 24, 2026],
  ['C3', 'equipment', '100000.00', '100000.00', null, 26, 2026], ['C3', 'teacher', '1', '0', '140000.00', 14, 2026],
  ['C3', 'psychologist', '1', '0', '120000.00', 1, 2026], ['C3', 'counsellor', '1', '0', '110000.00', 3, 2026],
  ['C4', 'teacher', '1', '0', '140000.00', 12, 2027], ['C5', 'room', '100.00', '290000.00', '6000.00', 30, 2027],
  [null, 'class', '45', '60000.00', '20000.00', 8, 2026],
  [null, 'ideology_teacher', '1', '0', '150000.00', 8, 2026], [null, 'psychologist', '1', '0', '130000.00', 4, 2026],
  [null, 'counsellor', '1', '0', '120000.00', 8, 2026], [null, 'dormitory', '60.00', '170000.00', '3000.00', 40, 2026],
  [null, 'room', '100.00', '320000.00', '6000.00', 40, 2027], [null, 'land', '500.00', '450000.00', null, 40, 2027],
  [null, 'equipment', '100000.00', '105000.00', null, 60, 2026], [null, 'teacher', '1', '0', '150000.00', 20, 2026],
  ['C6', 'campus', '1', '800000.00', null, 1, 2027], ['C7', 'campus', '1', '300000.00', null, 1, 2026], [null, 'campus', '1', '2500000.00', '200000.00', 3, 2027],
];

/** Rates, budgets, spending, and what the planner may choose from. */
export function planning(): readonly Table[] {
  const lines = Object.entries(BUDGETS).flatMap(([campus_id, amounts]) => CATEGORIES.map((category, index) => ({
    campus_id, category, amounts: amounts[index] ?? ([0, 0, 0] as const),
  })));
  const thousand = (amount: number): string => `${amount * 1000}.00`;
  return [
    table(lectureRates, RATES.map(([title, yuan_per_hour]) => ({ title, yuan_per_hour, from: '2023-09-01' }))),
    table(budgets, lines.flatMap(({ campus_id, category, amounts }) => [2024, 2025].map((fiscal_year, index) => ({
      payer_id: 'G1', campus_id, fiscal_year, category, amount_yuan: thousand(amounts[index] ?? 0),
    })))),
    table(spending, lines.filter(({ amounts }) => amounts[2] > 0).map(({ campus_id, category, amounts }, index) => ({
      spending_id: `ZC${String(index + 1).padStart(4, '0')}`, campus_id, fund: 'grant', category, amount_yuan: thousand(amounts[2]), spent_on: '2025-10-16',
    }))),
    table(options, OPTIONS.map(([campus_id, kind, unit, cost_yuan, yearly_yuan, max, from_year], index) => ({
      option_id: `X${String(index + 1).padStart(2, '0')}`, campus_id, kind, unit, cost_yuan, yearly_yuan, max, from_year,
    }))),
    table(limits, ([[2026, '40000000.00'], [2027, '45000000.00'], [2028, '45000000.00']] as const).map(([year, budget_yuan]) => ({ year, budget_yuan, max_classes: year === 2026 ? 2 : 8 }))),
  ];
}
