import { groupDigits } from '../../words/format.ts';
import type { CapacityAnswer } from '../../provenance/answers.ts';

export type CampusRoomRow = CapacityAnswer['campus_rows'][number];
export type SchoolRoomRow = CapacityAnswer['school_rows'][number];
export type Standard = CapacityAnswer['standards'][number];

/** How many more there can be; null where heads or limit are not known. */
export function roomOf({ students, capacity }: Pick<CampusRoomRow, 'students' | 'capacity'>): number | null {
  return students === null || capacity.students === null ? null : capacity.students - students;
}

/** Whether a standard that lacks records might allow fewer. */
export function mayBeLess({ allowed }: Pick<CampusRoomRow, 'allowed'>): boolean {
  return allowed.some(({ missing }) => missing.length > 0);
}

/** The standards that tie with the tightest, by their names. */
export function bindingText({ capacity: { binding } }: Pick<CampusRoomRow, 'capacity'>, standards: readonly Standard[], language: 'zh' | 'en', comma: string): string {
  return binding.map((id) => standards.find((one) => one.id === id)?.label[language] ?? id).join(comma);
}

/** `+45` is told as 45; too many stands with a minus sign of its own width. */
export const signed = (count: number): string => (count < 0 ? `−${groupDigits(String(-count))}` : groupDigits(String(count)));
