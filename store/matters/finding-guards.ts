import { filesThatCount } from '../attachments.ts';
import { held, holds, type AskGuard } from './guard-answer.ts';
import { matterObject } from './matter.ts';

/** S3-e: an answer without proof is none; what an earlier answer rested on does not count once it was sent back. */
export const findingProof: AskGuard = async (whole, { matter, documents }) => {
  const before = new Set(matter.entries.filter(({ act }) => act === 'answer').flatMap((entry) => entry.documents.map(({ sha256 }) => sha256)));
  const files = [...documents, ...await filesThatCount(whole, matterObject(matter.matter_id))];
  return files.some(({ sha256 }) => !before.has(sha256)) ? holds : held('没有新的佐证材料', 'No new proof hangs at the finding');
};
