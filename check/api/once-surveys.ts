import { expect } from 'vitest';
import { QUESTIONS } from '../../core/surveys/questions.ts';
import type { Asked, Send, Twice } from './once-teaching.ts';

const all = (score: number) => Object.fromEntries(QUESTIONS.map(({ id }) => [id, score]));

/** A survey that is opened, answered and withdrawn, each sent twice. What was answered is no part of what a key is known by. */
export async function surveyTwice(send: Send, twice: Twice): Promise<void> {
  const opening = (year: number): Asked => ({ as: 'office', path: '/api/surveys', json: { year, opens_on: '2025-10-31', closes_on: '2025-11-14', groups: ['school_staff'] } });
  const [{ body: { id } }] = await twice('openSurvey', opening(2025), opening(2026));
  const answering = (score: number): Asked => ({ as: 'school_head', path: `/api/surveys/${String(id)}/answers`, json: { scores: all(score), remark: '' } });
  const [first] = await twice('answerSurvey', answering(5), null);
  // Whoever lost the reply and sends it anew is told that it was counted; with another key, too, and nothing is added.
  const key = 'survey-answer-again';
  expect((await send('answerSurvey', answering(1), key)).body).toMatchObject({ type: 'urn:guantong:problem:survey_refused', detail: expect.stringContaining('已经计入') });
  expect(first.body).toEqual({ id });
  const { surveys } = (await send('listSurveys', { as: 'office', path: '/api/surveys' })).body as { surveys: { survey_id: string; answered: number }[] };
  expect(surveys.find(({ survey_id }) => survey_id === id)?.answered).toBe(1);
  const withdrawing = (reason: string): Asked => ({ as: 'office', path: `/api/surveys/${String(id)}/withdrawal`, json: { reason } });
  await twice('withdrawSurvey', withdrawing('题目有误'), withdrawing('日期有误'));
}
