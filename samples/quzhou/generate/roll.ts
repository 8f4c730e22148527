import { addDays, date } from '../../../core/values/plain-date.ts';
import type { Entry } from './enrolment.ts';
import { entries, LAST_AUTUMN } from './enrolment.ts';
import { forerunners } from './forerunners.ts';
import { citizenIds } from './identity.ts';
import { COUNTIES } from './city.ts';
import { pupilName } from './names.ts';
import type { Pupil, Span } from './pupil.ts';
import type { Draws } from './random.ts';
import { draws } from './random.ts';
import { SPECIAL } from './special-pupils.ts';

type Leaving = { readonly after: number; readonly on: string | null };
type Left = NonNullable<Pupil['left']>;

/** Half rounds up: the rule by which cohorts shrink, so that a forecast at the usual rates meets the sample. */
const rounded = (numerator: number, denominator: number): number => Math.floor((2 * numerator + denominator) / (2 * denominator));

/** Heads of a cohort in each autumn, grade 1 first: 3 % leave in a year, 94 % of those then left step up. */
export function headsByGrade(entered: number): readonly [number, number, number, number] {
  const second = rounded(entered * 97, 100);
  const third = rounded(second * 97, 100);
  return [entered, second, third, rounded(third * 97 * 94, 10_000)];
}

/** Everybody on the roll up to autumn 2025, by cohort, school and number. */
export function pupils(): readonly Pupil[] {
  const by = draws('roll');
  const newId = citizenIds(COUNTIES);
  const numbers = new Map<string, number>();
  const cohorts = entries().flatMap((entry) => cohort(entry, by, newId, numbers));
  return [...forerunners(draws('forerunners'), newId), ...cohorts];
}

function cohort(entry: Entry, by: Draws, newId: ReturnType<typeof citizenIds>, numbers: Map<string, number>): Pupil[] {
  const { cohort: entered, programme, heads } = entry;
  const series = `${entered}${programme.school_id.slice(1)}`;
  const start = numbers.get(series) ?? 0;
  numbers.set(series, start + heads);
  const grade = LAST_AUTUMN - entered + 1;
  const leaving = leavers(heads, entered, grade, programme.school_id, by);
  return Array.from({ length: heads }, (_, index) => {
    const id = series + String(start + index + 1).padStart(3, '0');
    const special = SPECIAL[id] ?? {};
    const sex = special.sex ?? (by.chance(62) ? 1 : 2);
    const drawn = birthday(entered, by);
    const birth = special.birth ?? drawn;
    const name = pupilName(by, sex);
    const county = by.between(0, COUNTIES.length - 1);
    const spans = special.last ?? [];
    const life = lifeline(entered, grade, spans.length > 0 ? { after: 3, on: null } : leaving.get(index), by);
    return {
      id, name: special.name ?? name, sex, birth, idNumber: newId(sex, birth, special.county ?? county),
      programme: programme.programme_id, school: programme.school_id, campus: programme.campus_id,
      cohort: entered, boarder: index % 10 !== 9, spans: [...life.spans, ...spans], left: special.left ?? life.left,
    };
  });
}

/** Pupils turn fifteen in the school year before they enter. */
function birthday(entered: number, by: Draws): string {
  return addDays(date(`${entered - 16}-09-01`), by.between(0, 364));
}

/** Who leaves after which grade, and on which day; no day: did not step up at the end of grade 3. */
function leavers(heads: number, entered: number, grade: number, school: string, by: Draws): Map<number, Leaving> {
  const autumns = headsByGrade(heads);
  const found = new Map<number, Leaving>();
  for (let after = 1; after < grade; after += 1) {
    const before = autumns[after - 1] ?? 0;
    // The two pupils of special-pupils.ts who step up and are gone by 31 October come on top.
    const extra = after === 3 && entered === 2022 && (school === 'S1' || school === 'S2') ? 1 : 0;
    const going = before - (autumns[after] ?? 0) - extra;
    const duringYear = after === 3 ? before - rounded(before * 97, 100) : going;
    for (let leaver = 0; leaver < going; leaver += 1) {
      let index = by.between(15, heads - 1);
      while (found.has(index)) index = index === heads - 1 ? 15 : index + 1;
      const on = leaver < duringYear ? addDays(date(`${entered + after - 1}-11-10`), by.between(0, 220)) : null;
      found.set(index, { after, on });
    }
  }
  return found;
}

function lifeline(entered: number, grade: number, leaving: Leaving | undefined, by: Draws): Pick<Pupil, 'spans' | 'left'> {
  const spans: Span[] = [];
  for (let g = 1; g <= Math.min(grade, leaving?.after ?? grade); g += 1) {
    const stage = g <= 3 ? 'secondary' : 'higher';
    const year = entered + g - 1;
    const goes = leaving?.after === g ? leaving : null;
    const to = goes?.on ?? (g === grade ? null : `${year + 1}-08-31`);
    spans.push({ from: `${year}-09-01`, to, stage, grade: g, status: 'enrolled' });
    if (goes?.on == null) continue;
    const kind = by.pick(['withdrawn', 'withdrawn', 'withdrawn', 'suspended', 'transferred_out'] as const);
    spans.push({ from: addDays(date(goes.on), 1), to: null, stage, grade: g, status: kind });
    return { spans, left: { on: goes.on, kind } satisfies Left };
  }
  return { spans, left: null };
}
