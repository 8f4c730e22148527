import type { Language } from '../../../core/values/bilingual.ts';
import { date } from '../../../core/values/plain-date.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { formatDate } from '../../words/format.ts';

const PARTS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** A moment as people in the region say it: `2025年10月12日 14:05`. */
export function formatMoment(iso: string, language: Language): string {
  const [day = '', time = ''] = PARTS.format(new Date(iso)).split(' ');
  return `${formatDate(day, language)} ${time}`;
}

/** The day of a moment in the region. */
export function shanghaiDay(iso: string): PlainDate {
  return date(PARTS.format(new Date(iso)).slice(0, 10));
}
