import type { Dataset } from '../exchange/sheets.ts';
import { groupBy } from '../facts/campus-rows.ts';

/** A programme and where its students of the higher stage are taught. */
export interface Programme {
  readonly programme_id: string;
  readonly school_id: string;
  /** Null: the programme names none, and its school does not have exactly one that is open. */
  readonly campus_id: string | null;
  /** Null where `programmes` was not reported. */
  readonly higher_code: string | null;
}

/** Every programme that the sheet, an intake or a student names, in that order. */
export function programmesOf(dataset: Dataset): Programme[] {
  const open = groupBy(dataset.campuses, (campus) => (campus.status === 'closed' ? null : campus.school_id));
  const onlyCampus = (school_id: string): string | null => {
    const [first, ...others] = open.get(school_id) ?? [];
    return first === undefined || others.length > 0 ? null : first.campus_id;
  };
  const found = new Map<string, Programme>();
  for (const { programme_id, school_id, campus_id, higher_code } of dataset.programmes ?? []) {
    found.set(programme_id, { programme_id, school_id, campus_id: campus_id ?? onlyCampus(school_id), higher_code });
  }
  for (const { programme_id, school_id } of [...(dataset.intakes ?? []), ...(dataset.students ?? [])]) {
    if (!found.has(programme_id)) found.set(programme_id, { programme_id, school_id, campus_id: onlyCampus(school_id), higher_code: null });
  }
  return [...found.values()];
}
