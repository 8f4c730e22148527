import type { Row } from '../exchange/sheets.ts';
import type { PlainDate } from '../values/plain-date.ts';

export type Stage = Row<'students'>['stage'];
/** Who may change the roll: the school for the secondary stage, the college for the higher (R3-b, R3-c). */
export type Keeper = 'school' | 'college';

export const KEEPERS: Readonly<Record<Stage, Keeper>> = { secondary: 'school', higher: 'college' };

/** The statuses that are reported; those of a new student before and instead of registration; a student of another school. */
export type RollStatus = Row<'students'>['status'] | 'admitted' | 'admission_kept' | 'place_lost' | 'elsewhere';

/** On the roll and studying: up for advance, step-up and graduation. */
export const AT_SCHOOL: ReadonlySet<RollStatus> = new Set<RollStatus>(['enrolled', 'repeating', 'internship']);
/** Nothing follows; who left by one of these does not come back. */
export const LEFT: ReadonlySet<RollStatus> = new Set<RollStatus>(['withdrawn', 'transferred_out', 'place_lost', 'graduated', 'completed', 'incomplete']);

/** Where one student stands on the roll. */
export interface Roll {
  readonly stage: Stage;
  readonly status: RollStatus;
  readonly grade: number;
  /** The day of the last change. */
  readonly since: PlainDate;
  /** First registration: from it the terms of the secondary stage are counted. */
  readonly entered_on: PlainDate;
  /** First day of the higher stage; null before it. */
  readonly higher_since: PlainDate | null;
}
