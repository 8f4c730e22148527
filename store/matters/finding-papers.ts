import { SEVERITY_LABELS } from '../../core/approvals/matters/finding.ts';
import { loadRows } from '../campus-rows.ts';
import { standingDocuments } from '../documents-read.ts';
import type { Transaction } from '../transaction.ts';
import type { Decided } from './decided.ts';
import { evidenceAt } from './finding-guards.ts';
import { matterObject } from './matter.ts';
import { nameOfPerson, paper, type Draft } from './papers.ts';

/** S3-b, S3-d: what was found, told to the school. */
export const notice: Draft = async (whole, decided) => {
  const { severity, due } = decided.details;
  if (severity === undefined || due === undefined) throw new Error('a finding without severity and day');
  return paper('rectification_notice', { dated: decided.today, school_id: decided.matter.subject, ...await foundIn(whole, decided), severity: SEVERITY_LABELS[severity].zh, due });
};

/** S3-e: the answer that was found sufficient, with the files that it rested on. */
export const report: Draft = async (whole, decided) => {
  const { matter, person, reason, today: dated, details: { due } } = decided;
  const answer = matter.entries.findLast(({ act }) => act === 'answer');
  if (answer === undefined || due === undefined) throw new Error('a finding is closed without an answer');
  const evidence = await evidenceAt(whole, matter);
  const [issued] = await standingDocuments(whole, matterObject(matter.matter_id), ['rectification_notice']);
  return paper('rectification_report', {
    dated, ...await foundIn(whole, decided), notice_number: issued?.number ?? '', due, answered_on: answer.on, action: answer.reason ?? '',
    proof: answer.documents.filter(({ sha256 }) => !evidence.has(sha256)).map(({ name }) => name).join('、'), recheck: reason ?? '',
    filled_by: answer.person_name, reviewed_by: await nameOfPerson(whole, person), responsible: '',
  });
};

async function foundIn(whole: Transaction, { matter, details: { clause, evidence }, pack }: Decided) {
  const [school] = await loadRows(whole, 'organisations', {}, 'r.key = $2', matter.subject);
  return { school: school?.name ?? matter.subject, examined_clause: clause ?? '', requirement: pack.clauses.find(({ id }) => id === clause)?.summary.zh ?? '', found: evidence ?? '' };
}
