import { admissionRefusal, type AdmissionRefusal } from './refusals.ts';
import { classCodeOf } from './numbering.ts';
import type { AdmissionState } from './states.ts';
import { addDays, yearOf, type PlainDate } from '../values/plain-date.ts';

/** An admitted student who is to be registered, with what is known of what may stand in the way. */
export interface Newcomer {
  readonly admission_id: number;
  readonly class_id: string;
  /** Null where there is none of this number at the school. */
  readonly admission: { readonly year: number; readonly programme_id: string; readonly state: AdmissionState; readonly restored: boolean } | null;
  /** Look-alikes that nobody has decided on. */
  readonly undecided: boolean;
  /** Where the same person is on the roll already. */
  readonly on_roll: string | null;
}

/** The day on which a class or a whole school registers, and what it is measured against. */
export interface RegistrationDay {
  readonly on: PlainDate;
  readonly today: PlainDate;
  /** First day of the school year by the calendar of the programme's college; null where it is not reported. */
  readonly begins: (programme_id: string) => PlainDate | null;
  readonly no_show_days: number | null;
}

/** Which programme's class one is already: one class, one programme. */
export type ClassOwner = (class_id: string) => string | null;

/**
 * R3-b: everything that keeps newcomers from being registered together; nothing when all of them can be. Nobody is
 * registered who stands on the roll already, in two classes, with look-alikes undecided, or once the place is lost.
 */
export function refusalsOfRegistering(newcomers: readonly Newcomer[], day: RegistrationDay, ownerOf: ClassOwner): AdmissionRefusal[] {
  if (day.on > day.today) return [admissionRefusal('day_to_come', null)];
  if (newcomers.length === 0) return [admissionRefusal('nobody', null)];
  const seen = new Set<number>();
  const owners = new Map<string, string>();
  return newcomers.flatMap((one) => {
    const twice = seen.has(one.admission_id);
    seen.add(one.admission_id);
    if (twice) return [admissionRefusal('in_two_classes', one.admission_id)];
    const why = whyNot(one, day) ?? classOf(one, day, { ownerOf, owners });
    return why === null ? [] : [admissionRefusal(why, one.admission_id)];
  });
}

type Why = AdmissionRefusal['why'];

function whyNot({ admission, undecided, on_roll }: Newcomer, day: RegistrationDay): Why | null {
  if (admission === null) return 'not_of_school';
  if (admission.state === 'registered') return 'registered_already';
  if (admission.state === 'place_lost') return 'place_lost';
  if (admission.state === 'admission_kept') return 'place_kept';
  if (undecided) return 'undecided';
  if (on_roll !== null) return 'on_roll_already';
  return inTime(admission, day);
}

/** Whoever took up a kept place comes in a later year; all others within the days of their own. */
function inTime({ programme_id, year, restored }: NonNullable<Newcomer['admission']>, { on, begins, no_show_days }: RegistrationDay): Why | null {
  const first = begins(programme_id);
  if (first === null) return 'no_calendar';
  if (on < first) return 'before_first_day';
  if (restored) return null;
  if (yearOf(first) !== year) return 'other_year';
  if (no_show_days === null) return 'no_rule';
  return on <= addDays(first, no_show_days) ? null : 'too_late';
}

function classOf({ class_id, admission }: Newcomer, { on }: RegistrationDay, { ownerOf, owners }: { readonly ownerOf: ClassOwner; readonly owners: Map<string, string> }): Why | null {
  const code = classCodeOf(class_id);
  if (code === null || code.year !== yearOf(on)) return 'class_wrong';
  const programme = admission?.programme_id ?? '';
  const owner = ownerOf(class_id) ?? owners.get(class_id) ?? programme;
  owners.set(class_id, owner);
  return owner === programme ? null : 'class_of_other';
}
