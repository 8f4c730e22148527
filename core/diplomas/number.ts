import { DIPLOMA_KINDS, type DiplomaKindId } from './diploma-kinds.ts';

const SERIAL_DIGITS = 6;
/** Ordinary higher education, and the level of a higher vocational college (C8). */
const [ORDINARY, COLLEGE_LEVEL] = ['1', '06'];
const DIPLOMA = /^\d{5}1\d{4}06\d{6}$/;
const INSTITUTION = /^\d{5}$/;

export const MOST_SERIALS = 999_999;

export interface NumberAsked {
  /** Of a college its five digits, of a school what it goes by. */
  readonly institution: string;
  readonly year: number;
  readonly serial: number;
}

/**
 * The number of a certificate. A diploma bears institution, type of education, year of graduation, level and serial;
 * the other kinds name their institution, kind and year.
 * @throws Error on a serial that has more digits than there are.
 */
export function diplomaNumber(kind: DiplomaKindId, { institution, year, serial }: NumberAsked): string {
  if (serial < 1 || serial > MOST_SERIALS) throw new Error(`no serial ${serial}`);
  const last = String(serial).padStart(SERIAL_DIGITS, '0');
  const { mark } = DIPLOMA_KINDS[kind];
  return mark === null ? `${institution}${ORDINARY}${year}${COLLEGE_LEVEL}${last}` : `${institution}${mark}${year}${last}`;
}

/** Whether a text is a diploma's number: eighteen digits, ordinary education, level of a college. */
export function isDiplomaNumber(text: string): boolean {
  return DIPLOMA.test(text);
}

/** Whether a text is the code by which a college is known in such numbers. */
export function isInstitutionCode(text: string): boolean {
  return INSTITUTION.test(text);
}
