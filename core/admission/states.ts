import type { Bilingual } from '../values/bilingual.ts';

/** Where an admitted student stands before the roll knows them; the names are those of the roll's own table. */
export const ADMISSION_STATES = {
  admitted: { zh: '已录取，待报到', en: 'Admitted, to register' },
  admission_kept: { zh: '保留入学资格', en: 'Place kept' },
  registered: { zh: '已报到注册', en: 'Registered' },
  place_lost: { zh: '失去入学资格', en: 'Place lost' },
} as const satisfies Record<string, Bilingual>;

export type AdmissionState = keyof typeof ADMISSION_STATES;

/** States that hold a place of the plan. */
export const HOLDING: readonly AdmissionState[] = ['admitted', 'admission_kept', 'registered'];
/** States in which somebody has yet to come. */
export const AWAITED: readonly AdmissionState[] = ['admitted', 'admission_kept'];
