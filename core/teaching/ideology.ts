import type { CourseKind } from '../schemes/scheme.ts';

/** A course of a class, as far as its hours go. */
export interface OfferedHours {
  readonly offering_id: number;
  readonly class_id: string;
  readonly kind: CourseKind;
  readonly planned_hours: number;
  /** Null while nobody has said how many were taught. */
  readonly taught_hours: number | null;
}

export interface IdeologyHours {
  readonly class_id: string;
  readonly planned_hours: number;
  /** Of the courses for which it is said; null where it is said for none. */
  readonly taught_hours: number | null;
  /** Courses for which it is not said yet. */
  readonly unreported: number;
  /** What it was counted from. */
  readonly offerings: readonly number[];
}

/** 1.1-a: hours of ideology courses by class. 待释义: the document names no number; the figure stands without a target. */
export function ideologyHours(offered: readonly OfferedHours[]): IdeologyHours[] {
  const classes = [...new Set(offered.map(({ class_id }) => class_id))].sort();
  return classes.map((class_id) => {
    const own = offered.filter((one) => one.class_id === class_id && one.kind === 'ideology');
    const taught = own.flatMap(({ taught_hours }) => (taught_hours === null ? [] : [taught_hours]));
    return {
      class_id, planned_hours: own.reduce((hours, one) => hours + one.planned_hours, 0), taught_hours: taught.length === 0 ? null : taught.reduce((a, b) => a + b, 0),
      unreported: own.length - taught.length, offerings: own.map(({ offering_id }) => offering_id),
    };
  });
}
