import { detailsNow } from '../../core/approvals/details.ts';
import { daysBetween } from '../../core/values/plain-date.ts';
import type { Transaction } from '../transaction.ts';
import { held, holds, type AskGuard } from './guard-answer.ts';
import { loadMatters, type StoredMatter } from './matter.ts';
import { lastPilotDays } from '../pilot-schools.ts';
import { linesOf } from '../plan-lines.ts';
import { planCourse } from '../../core/plans/course.ts';

const findingsAt = (whole: Transaction, school_id: string): Promise<StoredMatter[]> => loadMatters(whole, { kind: 'finding', subject: school_id, open: true });

/** S3-f: an open finding that is over its day, or was sent back when it was looked at again. */
export const failedRectification: AskGuard = async (whole, { matter, today }) => {
  const failed = (await findingsAt(whole, matter.subject)).flatMap(({ matter_id, entries, state }) => {
    const { clause, due } = detailsNow(entries);
    const over = state === 'open' && due !== undefined && due < today ? daysBetween(due, today) : 0;
    const back = entries.some(({ act }) => act === 'return' || act === 'reopen');
    if (over === 0 && !back) return [];
    return [{ zh: `事项 ${matter_id}（${clause}）${over > 0 ? `逾期 ${over} 天` : '复查未通过'}`, en: `matter ${matter_id} (${clause}) ${over > 0 ? `${over} days overdue` : 'failed when looked at again'}` }];
  });
  if (failed.length === 0) return held('没有逾期或复查未通过的整改', 'No finding is overdue or failed when it was looked at again');
  return { met: true, detail: { zh: failed.map(({ zh }) => zh).join('；'), en: failed.map(({ en }) => en).join('; ') } };
};

/** S3-e: nothing is left to be put right. */
export const findingsClosed: AskGuard = async (whole, { matter }) => {
  const open = await findingsAt(whole, matter.subject);
  if (open.length === 0) return holds;
  const ids = open.map(({ matter_id }) => matter_id).join('、');
  return held(`尚未销号：事项 ${ids}`, `Not closed: matters ${ids}`);
};

/** S3-f: the school is heard between the proposal and today. */
export const hearingDay: AskGuard = async (_, { matter, details: { on }, today }) => {
  const proposed = matter.entries.findLast(({ act }) => act === 'propose')?.on;
  return on === undefined || (proposed !== undefined && proposed <= on && on <= today) ? holds : held('听取意见的日期须在提议之日至今天之间', 'The hearing is to be between the proposal and today');
};

/** S3-f: a stopped school has no line in a plan. */
export const planSchools: AskGuard = async (whole, { matter, today }) => {
  const days = await lastPilotDays(whole);
  const lines = await linesOf(whole, matter.matter_id, planCourse(matter.entries).revision);
  const named = [...new Set(lines.map(({ school_id }) => school_id))].filter((id) => (days.get(id) ?? today) < today);
  return named.length === 0 ? holds : held(`已停止试点，不再招生：${named.join('、')}`, `Stopped, and takes nobody in: ${named.join(', ')}`);
};
