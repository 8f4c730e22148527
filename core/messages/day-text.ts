import type { Language } from '../values/bilingual.ts';
import { dayOf, monthOf, yearOf, type PlainDate } from '../values/plain-date.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `2025年10月1日`, `1 October 2025`. */
export function dayText(day: PlainDate, language: Language): string {
  return language === 'zh' ? `${yearOf(day)}年${monthOf(day)}月${dayOf(day)}日` : `${dayOf(day)} ${MONTHS[monthOf(day) - 1]} ${yearOf(day)}`;
}

/** `还有 7 天`, `今天到期`, `已逾期 3 天`. */
export function lateness(days_late: number, language: Language): string {
  const days = Math.abs(days_late);
  if (days_late === 0) return { zh: '今天是最后一天', en: 'today is the last day' }[language];
  const unit = days === 1 ? 'day' : 'days';
  return days_late < 0 ? { zh: `还有 ${days} 天`, en: `${days} ${unit} left` }[language] : { zh: `已逾期 ${days} 天`, en: `${days} ${unit} late` }[language];
}
