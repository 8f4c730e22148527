import { addDays, daysBetween, plainDate, type PlainDate } from '../values/plain-date.ts';

/** What stands in brackets behind a day, such as its weekday. */
const NOTE = String.raw`(?:（[^）]*）|\([^)]*\))?`;
const SPAN = new RegExp(String.raw`(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日${NOTE}(?:\s*(?:至|到|-|—|–)\s*(?:(\d{1,2})月)?(\d{1,2})日${NOTE})?[^。；;，,、]{0,8}?(?:放假|休息)`, 'g');
const WORKED = new RegExp(String.raw`((?:\d{1,2}月\d{1,2}日${NOTE}[、，,和及\s]*)+)[^。；;]{0,4}?(?:上班|补班)`, 'g');
const LONGEST_DAYS = 20;

/** Reads the days off and the make-up workdays of a year out of the words in which the State Council publishes them. */
export function readNotice(text: string, year: number): { readonly off: readonly PlainDate[]; readonly worked: readonly PlainDate[] } {
  const off = new Set<PlainDate>();
  for (const [, ofYear, month, day, toMonth, toDay] of text.matchAll(SPAN)) {
    const first = plainDate(Number(ofYear ?? year), Number(month), Number(day));
    const last = toDay === undefined ? first : plainDate(Number(ofYear ?? year), Number(toMonth ?? month), Number(toDay));
    if (first === null || last === null || daysBetween(first, last) > LONGEST_DAYS) continue;
    for (let at = first; at <= last; at = addDays(at, 1)) off.add(at);
  }
  const worked = new Set<PlainDate>();
  for (const [days = ''] of text.matchAll(WORKED)) {
    for (const [, month, day] of days.matchAll(/(\d{1,2})月(\d{1,2})日/g)) {
      const on = plainDate(year, Number(month), Number(day));
      if (on !== null) worked.add(on);
    }
  }
  const ofYear = (days: ReadonlySet<PlainDate>): PlainDate[] => [...days].filter((day) => day.startsWith(`${year}-`)).sort();
  return { off: ofYear(off), worked: ofYear(worked) };
}
