import { detailsNow } from '../../core/approvals/details.ts';
import { whole as wholeNumber } from '../../core/duties/declaration.ts';
import { daysBetween } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { filesThatCount } from '../attachments.ts';
import type { Transaction } from '../transaction.ts';
import { held, holds, type AskGuard, type GuardAsk } from './guard-answer.ts';
import { matterObject, type StoredMatter } from './matter.ts';

/** S3-e: an answer without proof is none; what it was found by, and what an earlier answer rested on, proves nothing. */
export const findingProof: AskGuard = async (whole, { matter, documents }) => {
  const before = new Set(matter.entries.filter(({ act }) => act === 'answer').flatMap((entry) => entry.documents.map(({ sha256 }) => sha256)));
  const evidence = await evidenceAt(whole, matter);
  const files = [...documents, ...await filesThatCount(whole, matterObject(matter.matter_id))];
  return files.some(({ sha256 }) => !before.has(sha256) && !evidence.has(sha256)) ? holds : held('没有学校新附的佐证材料', 'The school has hung no new proof at the finding');
};

/** S3-b: the files that others than the school hung at a finding, by the SHA-256 of their bytes. To be asked within `tx.whole`. */
export async function evidenceAt(whole: Transaction, { matter_id, subject }: Pick<StoredMatter, 'matter_id' | 'subject'>): Promise<ReadonlySet<string>> {
  return new Set((await filesThatCount(whole, matterObject(matter_id), subject)).map(({ sha256 }) => sha256));
}

const ruleOf = ({ pack, today }: GuardAsk, key: string): number | null => wholeNumber(parametersOn(pack.parameters, today).get(key)?.value);

/** B48: more time is asked for while there is some, and as often as the rules let it. */
export const extensionLeft: AskGuard = async (_, ask) => {
  const { matter: { entries }, today } = ask;
  const [most, due] = [ruleOf(ask, 'rectify.extensions'), detailsNow(entries).due];
  if (most === null || due === undefined) return held('当日没有生效的延期规则', 'No rule on extensions is in force on the day');
  if (due < today) return held(`整改期限 ${due} 已过`, `The day, ${due}, is over`);
  const given = entries.filter(({ act }) => act === 'extend').length;
  return given < most ? holds : held(`已延期 ${given} 次，至多 ${most} 次`, `Extended ${given} times already, at most ${most}`);
};

/** B48: by how many days at most. */
export const extensionDays: AskGuard = async (_, ask) => {
  const [most, before, due] = [ruleOf(ask, 'rectify.extension_days'), detailsNow(ask.matter.entries).due, ask.given.due];
  if (most === null || before === undefined) return held('当日没有生效的延期规则', 'No rule on extensions is in force on the day');
  if (due === undefined) return holds;
  const more = daysBetween(before, due);
  return more > 0 && more <= most ? holds : held(`须在原期限 ${before} 之后、至多延长 ${most} 天`, `After ${before}, by at most ${most} days`);
};
