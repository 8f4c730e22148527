import { citizenIdFlaw } from '../values/citizen-id.ts';
import { isCreditCode } from '../values/credit-code.ts';
import { isMaskOf } from '../values/mask.ts';
import type { TextCheck } from './column.ts';
import type { WarningCode } from './problem.ts';

/** Majors of the catalogue of 2021: secondary 61–79, higher 41–59, K for majors under national control. */
const SECONDARY_MAJOR = /^(6[1-9]|7[0-9])\d{4}$/;
const HIGHER_MAJOR = /^(4[1-9]|5[0-9])\d{4}K?$/;
const DIVISION = /^\d{6}$/;
/** Skill grade: kind of agency, agency, province, station, year, level (position 16), serial. */
const SKILL_CERTIFICATE = /^[YS]\d{14}[1-5]\d{6}$/;
const LEVEL_POSITION = 15;
const X_CERTIFICATE = /^[A-Z0-9-]{8,32}$/;

/** The warning that a text deserves by itself; certificates are judged with their row. */
export const textChecks: { readonly [C in TextCheck]?: (text: string) => WarningCode | null } = {
  secondary_major: (text) => (SECONDARY_MAJOR.test(text) ? null : 'code_pattern'),
  higher_major: (text) => (HIGHER_MAJOR.test(text) ? null : 'code_pattern'),
  division: (text) => (DIVISION.test(text) ? null : 'code_pattern'),
  workplace: (text) => (DIVISION.test(text) ? null : 'code_pattern'),
  credit_code: (text) => (isCreditCode(text) ? null : 'code_pattern'),
  // An export shows masks; brought back, a mask stands for the value that is kept.
  citizen_id: (text) => (citizenIdFlaw(text) === null || isMaskOf('citizen_id', text) ? null : 'id_checksum'),
};

/** Whether the number of a certificate has the shape of its kind and, for a skill grade, names its level. */
export function fitsCertificate(kind: string, level: string, number: string): boolean {
  if (kind !== 'skill') return X_CERTIFICATE.test(number);
  return SKILL_CERTIFICATE.test(number) && levelInNumber(number) === level;
}

/** The level that the number of a skill-grade certificate names; undefined when it is too short to name one. */
export function levelInNumber(number: string): string | undefined {
  return number[LEVEL_POSITION];
}
