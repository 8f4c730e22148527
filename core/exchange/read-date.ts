import { parsePlainDate, plainDate } from '../values/plain-date.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** `2025-09-01`, `2025/9/1`, `2025年9月1日`; a time of day behind it does not change the day. */
const WRITTEN = /^(\d{4})(?:([-/])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/;

/** The date that a text without surrounding spaces means; null when it is not one, or there is no such day. */
export function readDate(text: string): PlainDate | null {
  const iso = parsePlainDate(text);
  if (iso !== null) return iso;
  const match = WRITTEN.exec(text);
  if (match === null) return null;
  return plainDate(Number(match[1]), Number(match[3] ?? match[5]), Number(match[4] ?? match[6]));
}
