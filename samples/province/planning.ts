import { mkdirSync } from 'node:fs';
import { limits, options } from '../../core/exchange/sheets/planning.ts';
import { csvFile } from './csv-file.ts';

const FIRST = 2026;
const LAST = 2034;
/** What every campus can be given: kind, what one brings, yuan once and yearly. */
const STOCK = [
  ['room', 120, 360_000, 6000], ['land', 2000, 900_000, ''], ['dormitory', 80, 200_000, 4000], ['equipment', 100_000, 100_000, 8000],
  ['teacher', 1, 20_000, 140_000], ['ideology_teacher', 1, 20_000, 130_000], ['counsellor', 1, 10_000, 110_000], ['psychologist', 1, 10_000, 120_000],
] as const;

/** What can be decided in a province of so many campuses, and what its office allows a year: prices vary from campus to campus. */
export function writePlanning(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  const write = {
    options: csvFile(folder, options, ['option_id', 'campus_id', 'kind', 'unit', 'cost_yuan', 'yearly_yuan', 'max', 'from_year']),
    limits: csvFile(folder, limits, ['year', 'budget_yuan', 'max_classes']),
  };
  for (const [kind, unit, once, yearly] of STOCK) write.options.row(`ANY-${kind}`, '', kind, unit, once, yearly, '', FIRST);
  write.options.row('NEW', '', 'campus', 1, 30_000_000, 500_000, 6, FIRST);
  for (let n = 1; n <= count; n += 1) {
    write.options.row(`K${n}`, `C${n}`, 'class', 45, 40_000 + (n * 7919) % 50_000, 15_000 + (n * 104_729) % 25_000, 1 + (n % 5), FIRST);
    if (n % 3 === 0) write.options.row(`B${n}`, `C${n}`, 'room', 300 + (n * 31) % 600, 700_000 + (n * 6101) % 1_700_000, 10_000, 1 + (n % 3), FIRST + (n % 3));
    // The campuses that are in preparation.
    if (n % 17 === 0) write.options.row(`O${n}`, `C${n}`, 'campus', 1, 1_000_000 * (1 + (n % 9)), '', 1, FIRST);
  }
  for (let year = FIRST; year <= LAST; year += 1) write.limits.row(year, budgetOf(year, count), Math.ceil(count * 0.6));
  for (const file of Object.values(write)) file.close();
}

/** New campuses are paid for in the first two years, what the classes need when they come. */
function budgetOf(year: number, count: number): number {
  return year < FIRST + 2 ? 130_000_000 : 10_000_000 + 80_000 * count;
}
