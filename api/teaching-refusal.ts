import type { Context } from 'hono';
import { teachingRefusal, type TeachingRefusal } from '../core/teaching/refusals.ts';
import type { NotTaught } from '../store/teaching/answer.ts';
import { withClause } from './admission.ts';
import type { ApiEnv } from './environment.ts';
import { refuse, type Particulars } from './refuse.ts';

const MOST_NAMED = 10;

/** Everything that keeps an act from being done, by student or course, with its clause; the first of it in words. */
export function teachingParticulars(refusals: readonly TeachingRefusal[]): Particulars {
  const say = (lang: 'zh' | 'en'): string => refusals.slice(0, MOST_NAMED)
    .map(({ about, text, clause }) => `${about ?? ''}${about === null ? '' : lang === 'zh' ? '：' : ': '}${withClause({ ...text, clause })[lang]}`).join(' ');
  return { detail: { zh: say('zh'), en: say('en') }, errors: refusals.map(({ about, why, text, clause }) => ({ path: about ?? '', code: why, text: withClause({ ...text, clause }) })) };
}

/** Answers an act in teaching that was not done. */
export function refuseTeaching(c: Context<ApiEnv>, answer: NotTaught | { readonly outcome: 'key_of_another_request' }, absent: 'unknown_offering' | 'unknown_class' = 'unknown_offering') {
  switch (answer.outcome) {
    case 'refused': return refuse(c, 'teaching_refused', teachingParticulars(answer.refusals));
    case 'problems': return refuse(c, 'data_errors', { problems: answer.problems });
    case 'not_found': return absent === 'unknown_class' ? refuse(c, absent) : refuse(c, absent, teachingParticulars([teachingRefusal('not_offered')]));
    default: return refuse(c, answer.outcome);
  }
}
