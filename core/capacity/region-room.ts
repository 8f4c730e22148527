import type { CampusRoom } from './capacity-ahead.ts';

/** An autumn of the whole region: no campus is told by itself. */
export interface RegionRoom {
  readonly year: number;
  readonly campuses: number;
  /** Campuses of which both heads and capacity are known: the sums are theirs. */
  readonly known: number;
  readonly students: number;
  readonly most: number;
  /** Room at campuses that have some, and how many are too many at the others: one does not make up for another. */
  readonly room: number;
  readonly over: number;
}

/** S2-a: what all campuses together can hold, year by year. */
export function regionRoom(rooms: readonly CampusRoom[]): RegionRoom[] {
  return [...new Set(rooms.map(({ year }) => year))].map((year) => {
    const own = rooms.filter((one) => one.year === year);
    const known = own.flatMap(({ students, capacity: { students: most } }) => (students === null || most === null ? [] : [{ students, most }]));
    const sum = (of: (one: { students: number; most: number }) => number): number => known.reduce((all, one) => all + of(one), 0);
    return {
      year, campuses: own.length, known: known.length, students: sum(({ students }) => students), most: sum(({ most }) => most),
      room: sum(({ students, most }) => Math.max(0, most - students)), over: sum(({ students, most }) => Math.max(0, students - most)),
    };
  });
}
