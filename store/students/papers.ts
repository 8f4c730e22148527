import type { Paper } from '../../core/students/change-draft.ts';
import type { Transaction } from '../transaction.ts';
import type { KeptPaper } from './roll-change.ts';

/** What files about a student hang at: `students/20221001`. */
export const studentObject = (student_id: string): string => `students/${student_id}`;

/** The files that a change relies on, by name and hash; null when one of them does not hang at the student, or counts no more. */
export async function keptPapers(whole: Transaction, student_id: string, papers: readonly Paper[]): Promise<KeptPaper[] | null> {
  if (papers.length === 0) return [];
  const rows = await whole.query<{ id: string; name: string; hash: string }>(
    `select attachment_id::text as id, file_name as name, hash from attachments
     where region_id = $1 and about = $2 and ended_at is null and attachment_id::text = any($3::text[])`,
    [whole.actor.region_id, studentObject(student_id), papers.map(({ attachment_id }) => attachment_id)]);
  const found = new Map(rows.map(({ id, name, hash }) => [id, { name, hash }]));
  const kept = papers.flatMap(({ paper, attachment_id }) => {
    const file = found.get(attachment_id);
    return file === undefined ? [] : [{ paper, ...file }];
  });
  return kept.length === papers.length ? kept : null;
}
