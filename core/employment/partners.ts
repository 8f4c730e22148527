import { inForce, type Period } from '../values/period.ts';
import { addDays, type PlainDate } from '../values/plain-date.ts';

/** An agreement that firms are party to, for programmes or for a school as a whole. */
export interface AgreedWith extends Period {
  readonly agreement_id: string;
  readonly parties: readonly string[];
  readonly programmes: readonly string[];
}

export interface OfProgramme {
  readonly programme_id: string;
  readonly school_id: string;
}

/** The agreement by which a firm is a partner of a programme on a day: one about it, or with its school about no programme in particular. */
export function partnership(agreements: readonly AgreedWith[], firm_id: string, { programme_id, school_id }: OfProgramme, on: PlainDate): AgreedWith | null {
  return agreements.find((one) => inForce(one, on) && one.parties.includes(firm_id) && (one.programmes.includes(programme_id) || one.programmes.length === 0 && one.parties.includes(school_id))) ?? null;
}

/** The last day that a list is for partner firms alone: of 14 days the day of the release is the first. */
export function priorityUntil(released_on: PlainDate, days: number): PlainDate {
  return addDays(released_on, Math.max(0, days - 1));
}

/** M10-c: partner firms see a list from its first day, others once the priority window is over. */
export function maySee({ released_on, priority_until }: { readonly released_on: PlainDate; readonly priority_until: PlainDate }, partner: boolean, today: PlainDate): boolean {
  return partner ? today >= released_on : today > priority_until;
}

/** What a firm is shown of a graduate; everything else stays with the school. */
export const RELEASED_COLUMNS = ['name', 'programme', 'major_code', 'graduates_on', 'certificates'] as const;
export interface ReleasedContent {
  readonly name: string;
  readonly programme: string;
  readonly major_code: string;
  /** Null for whoever is still in the final grade. */
  readonly graduates_on: string | null;
  readonly certificates: readonly string[];
}

export interface Appointment {
  readonly employer_id: string | null;
  readonly agreed_on: PlainDate | null;
  /** Whether the employer was a partner of the programme on that day, and whether the programme had any. */
  readonly by_partner: boolean;
  readonly has_partners: boolean;
  /** Whether the graduate agreed to be shown, and the lists on which they were. */
  readonly consented: boolean;
  readonly released: readonly { readonly released_on: PlainDate; readonly priority_until: PlainDate }[];
}

/** M10-c: appointed by another firm before partner firms had their time: never on a list, or before the window of the first was over. */
export function passedPartners({ employer_id, agreed_on, by_partner, has_partners, consented, released }: Appointment): boolean {
  if (employer_id === null || agreed_on === null || by_partner || !has_partners || !consented) return false;
  return !released.some(({ priority_until }) => agreed_on > priority_until);
}
