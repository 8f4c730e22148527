import { mayRecordForFirm } from '../../core/internships/states.ts';
import type { Acting } from '../../core/internships/parties.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Law } from '../agreements/law.ts';
import { keepFile, provenFile } from '../files.ts';
import { lockFacts } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { actOnPlacements, type ActOutcome, type ActRefusal } from './acting.ts';
import { placementsById } from './placement.ts';

/** What a firm without an account said on paper of an intern, with the scan of the page. */
export interface PaperAssessment {
  readonly placement_id: number;
  readonly on: PlainDate;
  readonly passed: boolean;
  readonly note: string;
  /** Who of the firm assessed and signed. */
  readonly assessed_by: string;
  readonly file: { readonly bytes: Uint8Array; readonly media_type: string };
}

/** R3-d: the school records what the firm found on paper, shown as such with who recorded it; a firm that has an account says it itself. */
export async function recordPaperAssessment(tx: Transaction, { placement_id, on, passed, note, assessed_by, file }: PaperAssessment, acting: Acting, law: Law): Promise<ActOutcome> {
  const stamp = await lockFacts(tx);
  const [placement] = await placementsById(tx, [placement_id], 'write');
  if (stamp === null || placement === undefined) return { outcome: 'unknown_internship' };
  const refused = (why: ActRefusal): ActOutcome => ({ outcome: 'internship_refused', refusals: [{ placement_id, student: placement.content.student.name, why, missing: [] }] });
  if (!mayRecordForFirm(acting.roles, placement)) return refused('not_yours_to_do');
  if (await firmHasAccount(tx, placement.employer_id, law.on)) return refused('firm_has_account');
  const kept = await tx.decided(['documents'], (deciding) => keepFile(deciding, { ...file, scopes: [`student:${placement.student_id}`], at: stamp.at }));
  await tx.audit({ action: 'internship.paper_assessment', object: `internships/${placement_id}`, detail: { on, passed, contents: provenFile(kept, file.bytes) } });
  return actOnPlacements(tx, { act: 'assess_firm', on, placements: [placement_id], detail: { passed, note, assessed_by, file_hash: kept.hash } }, acting, law);
}

/** Whether anybody speaks for a firm here on a day. */
export async function firmHasAccount(tx: Transaction, employer_id: string, on: PlainDate): Promise<boolean> {
  const rows = await tx.whole((whole) => whole.arrays(
    `select 1 from appointments a where a.region_id = $1 and a.role = 'enterprise' and a.org_id = $2 and a.ended_at is null and a.valid_from <= $3::date and (a.valid_to is null or a.valid_to >= $3::date) limit 1`,
    [whole.actor.region_id, employer_id, on]));
  return rows.length > 0;
}
