import { addDays, date, type PlainDate } from '../values/plain-date.ts';
import type { Bilingual } from '../values/bilingual.ts';
import { isWeekend, type HolidayYear } from './holidays.ts';

/** A year's table as the State Council published it. */
export interface PublishedYear extends HolidayYear {
  readonly source: Bilingual;
}

/** `[from, to]`, both included. */
function days(...spans: readonly (readonly [string, string])[]): Set<PlainDate> {
  const found = new Set<PlainDate>();
  for (const [from, to] of spans) for (let day = date(from); day <= date(to); day = addDays(day, 1)) found.add(day);
  return found;
}

const notice = (number: string): Bilingual => ({ zh: `国务院办公厅通知（${number}）`, en: `Notice of the General Office of the State Council (${number})` });
const worked = (...all: readonly string[]): Set<PlainDate> => new Set(all.map(date));

/** What the product comes with; a region corrects it or adds later years. */
export const PUBLISHED_HOLIDAYS: readonly PublishedYear[] = [
  {
    year: 2024, source: notice('国办发明电〔2023〕7号'),
    off: days(['2024-01-01', '2024-01-01'], ['2024-02-10', '2024-02-17'], ['2024-04-04', '2024-04-06'], ['2024-05-01', '2024-05-05'], ['2024-06-10', '2024-06-10'], ['2024-09-15', '2024-09-17'], ['2024-10-01', '2024-10-07']),
    worked: worked('2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12'),
  },
  {
    year: 2025, source: notice('国办发明电〔2024〕12号'),
    off: days(['2025-01-01', '2025-01-01'], ['2025-01-28', '2025-02-04'], ['2025-04-04', '2025-04-06'], ['2025-05-01', '2025-05-05'], ['2025-05-31', '2025-06-02'], ['2025-10-01', '2025-10-08']),
    worked: worked('2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'),
  },
  {
    year: 2026, source: notice('国办发明电〔2025〕7号'),
    off: days(['2026-01-01', '2026-01-03'], ['2026-02-15', '2026-02-23'], ['2026-04-04', '2026-04-06'], ['2026-05-01', '2026-05-05'], ['2026-06-19', '2026-06-21'], ['2026-09-25', '2026-09-27'], ['2026-10-01', '2026-10-07']),
    worked: worked('2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'),
  },
];

/** Why a table cannot be what was published; null when it can. */
export function holidayProblem({ year, off, worked: made }: HolidayYear): 'other_year' | 'worked_on_weekday' | 'both' | null {
  const all = [...off, ...made];
  if (all.some((day) => !day.startsWith(`${String(year).padStart(4, '0')}-`))) return 'other_year';
  if ([...made].some((day) => off.has(day))) return 'both';
  return [...made].some((day) => !isWeekend(day)) ? 'worked_on_weekday' : null;
}
