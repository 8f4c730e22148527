/** The second reading of the calendar: days as text, counted by the calendar of JavaScript; each year's days off and weekend days that are worked. */
const YEARS: Readonly<Record<string, string>> = {
  2024: '0101 0210-0217 0404-0406 0501-0505 0610 0915-0917 1001-1007 | 0204 0218 0407 0428 0511 0914 0929 1012',
  2025: '0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008 | 0126 0208 0427 0928 1011',
  2026: '0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007 | 0104 0214 0228 0509 0920 1010',
  // Made up for years that nobody has published yet; the days of festivals are those of the lunar calendar, more or less.
  2027: '0101-0103 0205-0212 0403-0405 0501-0505 0609-0611 0915-0917 1001-1007 | 0130 0214 0508 0926 1009',
  2028: '0101-0103 0125-0201 0402-0404 0429-0503 0528-0530 1001-1008 | 0122 0205 0507 0924 1014',
  2029: '0101 0212-0219 0404-0406 0501-0505 0616-0618 0922-0924 1001-1007 | 0210 0224 0428 0929 1013',
  2030: '0101 0202-0209 0405-0407 0501-0505 0605-0607 0912-0914 1001-1007 | 0126 0216 0427 0928 1012',
};

/** Years of which the region enters the table itself. */
export const MADE_YEARS = [2027, 2028, 2029, 2030] as const;

export function plus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** `off` and `worked` of a year, day by day. */
export function tableOfYear(year: number): { readonly off: string[]; readonly worked: string[] } {
  const [off = '', worked = ''] = (YEARS[year] ?? '').split(' | ');
  const dayOf = (text: string): string => `${year}-${text.slice(0, 2)}-${text.slice(2, 4)}`;
  const spans = (text: string): string[] => text.split(' ').filter((one) => one !== '').flatMap((one) => {
    const days: string[] = [];
    for (let day = dayOf(one.slice(0, 4)); day <= dayOf(one.slice(-4)); day = plus(day, 1)) days.push(day);
    return days;
  });
  return { off: spans(off), worked: spans(worked) };
}

const TABLES = new Map(Object.keys(YEARS).map((year) => [year, tableOfYear(Number(year))]));

export function isWorked(day: string): boolean {
  const table = TABLES.get(day.slice(0, 4));
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (table?.worked.includes(day) === true) return true;
  return weekday !== 0 && weekday !== 6 && table?.off.includes(day) !== true;
}

/** So many working days on; the day itself is not counted. */
export function plusWorked(day: string, many: number): string {
  let [at, left] = [day, many];
  while (left > 0) {
    at = plus(at, 1);
    if (isWorked(at)) left -= 1;
  }
  return at;
}

export function workedFrom(day: string): string {
  return isWorked(day) ? day : workedFrom(plus(day, 1));
}

/** The same day of the next month, or its last. */
export function monthOn(day: string): string {
  const [year = 0, month = 0, number = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(number, last))).toISOString().slice(0, 10);
}

/** The first day with this month and number on or after another: `12-05`. */
export function nextDay(from: string, monthDay: string): string {
  const same = `${from.slice(0, 4)}-${monthDay}`;
  return same >= from ? same : `${Number(from.slice(0, 4)) + 1}-${monthDay}`;
}

export const later = (...days: readonly (string | null | undefined)[]): string => days.filter((day) => day !== null && day !== undefined).sort().at(-1) ?? '';
