import type { Bilingual } from '../values/bilingual.ts';
import { date, type PlainDate } from '../values/plain-date.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import type { AdmissionRefusalReason } from './refusals.ts';

export type Season = 'autumn' | 'spring';
export const SEASONS: Readonly<Record<Season, Bilingual & { readonly parameter: string }>> = {
  autumn: { zh: '秋季', en: 'Autumn', parameter: 'snapshot.enrol_registered' },
  spring: { zh: '春季', en: 'Spring', parameter: 'roll.e_registration_spring' },
};

export type ERegistrationState = 'registered' | 'returned';

/** The last day of a season in a calendar year; null where no rule is in force. */
export function seasonEnds(season: Season, year: number, parameters: ParametersInForce): PlainDate | null {
  const match = /(\d{2})-(\d{2})$/.exec(String(parameters.get(SEASONS[season].parameter)?.value ?? ''));
  return match === null ? null : date(`${year}-${match[1]}-${match[2]}`);
}

/** A student who is to be marked, as the roll has them on that day. */
export interface Markable {
  readonly student_id: string;
  /** Null where nobody of this number is on the roll in reach. */
  readonly stage: 'secondary' | 'higher' | null;
  /** Whether whoever marks keeps the roll of this stage: the school’s registrar, or the college’s roll office. */
  readonly keeper: boolean;
  readonly state: ERegistrationState | null;
}

/** R3-b, R3-c: why a student is not marked so; null when they are. */
export function refusalOfMark({ stage, keeper, state }: Markable, to: ERegistrationState): AdmissionRefusalReason | null {
  if (stage === null) return 'not_on_roll';
  if (!keeper) return 'other_stage';
  return state === to ? 'state_already' : null;
}
