import { sheets } from '../../../core/exchange/sheets.ts';
import type { Language } from '../../../core/values/bilingual.ts';
import type { RollEntry } from './queries.ts';

const { status } = sheets.students.columns;
type Status = RollEntry['status'];

/** 在读, 休学 …: as the register calls it. */
export function statusText(of: Status, language: Language): string {
  return status.codes?.[of]?.[language] ?? of;
}

export const STATUSES = Object.keys(status.codes ?? {}) as readonly Status[];
