import { addDays, type PlainDate } from '../values/plain-date.ts';
import { ROLL_CHANGES } from '../students/roll-changes.ts';
import type { AdmissionRefusalReason } from './refusals.ts';
import type { AdmissionState } from './states.ts';

/** Changes of the roll’s table that a new student’s place goes through before registration. */
export const PLACE_CHANGES = ['keep_admission', 'restore_admission', 'cancel_admission'] as const;
export type PlaceChange = (typeof PLACE_CHANGES)[number];

/** Where each leads: whoever takes up a kept place is admitted again, and registered like all others. */
export const PLACE_AFTER: Readonly<Record<PlaceChange, AdmissionState>> = { keep_admission: 'admission_kept', restore_admission: 'admitted', cancel_admission: 'place_lost' };

/** R3-b: why a place cannot be changed so on a day; null when it can. Nobody loses a place before the days for coming are over. */
export function refusalOfPlaceChange(
  change: PlaceChange, state: AdmissionState, { today, begins, no_show_days }: { readonly today: PlainDate; readonly begins: PlainDate | null; readonly no_show_days: number | null },
): AdmissionRefusalReason | null {
  const moves: Readonly<Partial<Record<AdmissionState | 'enrolled', string>>> = ROLL_CHANGES[change].moves.secondary;
  if (state === 'registered') return 'registered_already';
  if (state === 'place_lost') return 'place_lost';
  if (moves[state] === undefined) return 'state_already';
  if (change !== 'cancel_admission' || state === 'admission_kept') return null;
  if (begins === null) return 'no_calendar';
  if (no_show_days === null) return 'no_rule';
  return today > addDays(begins, no_show_days) ? null : 'not_yet';
}
