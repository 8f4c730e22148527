import type { Dataset } from '../exchange/sheets.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** So many of so many; null where nobody is known of whom it could be said. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

/** 1.1-c, 1.2-m: skill, character and learning of a cohort, told side by side and never added up. */
export interface Dimensions {
  /** Year in which they began. */
  readonly cohort: number;
  readonly students: number;
  /** 高技能: those of the higher stage who hold a verified certificate. */
  readonly skill: Share | null;
  /** 高素养: those whose conduct passed, of whom it was reported. */
  readonly character: Share | null;
  /** 高学力: those who stepped up; and of graduates whose destination is known those who study on. */
  readonly step_up: Share | null;
  readonly further: Share | null;
}

/** Destination of whoever goes on studying (C9). */
const STUDIES_ON = '80';

/** Every cohort that has students, the latest first; a cohort of which nobody has reached the higher stage has no skill and no step up yet. */
export function dimensionsOf(dataset: Dataset, on: PlainDate): Dimensions[] {
  const cohorts = new Map<number, { readonly all: Set<string>; readonly higher: Set<string> }>();
  for (const { student_id, cohort, stage, from } of dataset.students ?? []) {
    if (from > on) continue;
    const known = cohorts.get(cohort) ?? { all: new Set<string>(), higher: new Set<string>() };
    known.all.add(student_id);
    if (stage === 'higher') known.higher.add(student_id);
    cohorts.set(cohort, known);
  }
  const certified = new Set((dataset.certificates ?? []).filter(({ verified, issued_on }) => verified && issued_on <= on).map(({ student_id }) => student_id));
  const conduct = new Map((dataset.credits ?? []).flatMap(({ student_id, conduct_ok }) => (conduct_ok === null ? [] : [[student_id, conduct_ok] as const])));
  const destinations = latestDestinations(dataset, on);
  return [...cohorts].toSorted(([a], [b]) => b - a).map(([cohort, { all, higher }]) => ({
    cohort, students: all.size,
    skill: dataset.certificates === undefined ? null : share([...higher], (id) => certified.has(id)),
    character: share([...all].filter((id) => conduct.has(id)), (id) => conduct.get(id) === true),
    step_up: higher.size === 0 ? null : { part: higher.size, of: all.size },
    further: share([...all].filter((id) => destinations.has(id)), (id) => destinations.get(id) === STUDIES_ON),
  }));
}

function share(among: readonly string[], counts: (id: string) => boolean): Share | null {
  return among.length === 0 ? null : { part: among.filter(counts).length, of: among.length };
}

function latestDestinations(dataset: Dataset, on: PlainDate): ReadonlyMap<string, string> {
  const rows = (dataset.destinations ?? []).filter(({ recorded_on }) => recorded_on <= on).toSorted((a, b) => (a.recorded_on < b.recorded_on ? -1 : 1));
  return new Map(rows.map(({ student_id, code }) => [student_id, code]));
}

/** `66.7%`, cut and never rounded up; as many of how many beside it. */
export function shareText({ part, of }: Share): string {
  const tenths = Math.floor((part * 1000) / of);
  return `${part}/${of}（${Math.floor(tenths / 10)}.${tenths % 10}%）`;
}
