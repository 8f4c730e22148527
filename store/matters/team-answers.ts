import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Verdict } from '../../core/verdict/verdict.ts';
import { frozen } from '../snapshot-content.ts';
import { managementTeamOf, promotionTeamOf } from '../teams.ts';
import type { Transaction } from '../transaction.ts';
import type { Guarded } from './guard-answer.ts';

/** M7-a: whether the promotion team of a school, led by the heads of both sides, stands on a day; its verdict is kept. */
export async function promotionTeamAnswer(whole: Transaction, school_id: string, on: PlainDate): Promise<Guarded> {
  return answerOf(await promotionTeamOf(whole, school_id, on), `school:${school_id}`, on, { zh: '推进团队尚未成立或不完整', en: 'There is no promotion team, or it is not complete' });
}

/** R6-a: whether the management team of a campus has members of both schools and is appointed on a day. */
export async function managementTeamAnswer(whole: Transaction, campus_id: string, on: PlainDate): Promise<Guarded> {
  return answerOf(await managementTeamOf(whole, campus_id, on), `campus:${campus_id}`, on, { zh: '校区管理团队尚未组成或不完整', en: 'There is no management team, or it is not complete' });
}

function answerOf(verdict: Verdict, about: string, on: PlainDate, lacking: NonNullable<Guarded['detail']>): Guarded {
  const met = verdict.outcome === 'met';
  return { met, detail: met ? null : lacking, verdicts: [{ ...frozen(verdict), about, on }] };
}
