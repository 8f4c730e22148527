import type { PlainDate } from '../../core/values/plain-date.ts';
import { actingPerson } from '../matters/acting.ts';
import { lockRegion } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { noteActs } from './diploma-acts.ts';
import { institutionCode } from './institution-codes.ts';
import { issueDiplomas } from './issue-diplomas.ts';
import { ownDiploma } from './list-diplomas.ts';

export type HandedOver = { readonly outcome: 'done' } | { readonly outcome: 'unknown_diploma' | 'handed_over_already' | 'diploma_not_valid' | 'day_to_come' | 'out_of_order' };

/** Records who took a certificate on which day; it is handed over once. */
export async function handOverDiploma(tx: Transaction, { diploma_id, on, taken_by }: { readonly diploma_id: number; readonly on: PlainDate; readonly taken_by: string }, today: PlainDate): Promise<HandedOver> {
  const stamp = await lockRegion(tx);
  const [person, diploma] = [await actingPerson(tx), await ownDiploma(tx, diploma_id)];
  if (stamp === null || person === null || diploma === null) return { outcome: 'unknown_diploma' };
  if (diploma.state === 'handed_over') return { outcome: 'handed_over_already' };
  if (diploma.state !== 'to_hand_over') return { outcome: 'diploma_not_valid' };
  if (on > today) return { outcome: 'day_to_come' };
  if (on < diploma.issued_on) return { outcome: 'out_of_order' };
  await noteActs(tx, [diploma_id], { act: 'handed_over', on, taken_by, reason: null, person: person.person, at: stamp.at });
  await tx.audit({ action: 'diploma.hand_over', object: `diplomas/${diploma_id}`, detail: { on } });
  return { outcome: 'done' };
}

export type Reissued = { readonly outcome: 'done'; readonly diploma_id: number } | { readonly outcome: 'unknown_diploma' | 'not_reissued' | 'diploma_not_valid' | 'day_to_come' | 'out_of_order' | 'no_institution_code' };

/** R3-d: a lost diploma is not issued again; a certificate with a number of its own stands in its place and names it. */
export async function reissueDiploma(tx: Transaction, { diploma_id, on, reason }: { readonly diploma_id: number; readonly on: PlainDate; readonly reason: string }, today: PlainDate): Promise<Reissued> {
  const stamp = await lockRegion(tx);
  const [person, lost] = [await actingPerson(tx), await ownDiploma(tx, diploma_id)];
  if (stamp === null || person === null || lost === null) return { outcome: 'unknown_diploma' };
  // Only the college numbers in its own series.
  if (!person.acting.some(({ role, org_id }) => role === 'college_roll' && org_id === lost.issuer_id)) return { outcome: 'unknown_diploma' };
  if (lost.kind !== 'diploma') return { outcome: 'not_reissued' };
  // What the student never had cannot have been lost by them.
  if (lost.state !== 'handed_over') return { outcome: 'diploma_not_valid' };
  if (on > today) return { outcome: 'day_to_come' };
  if (lost.acts.some((one) => one.on > on)) return { outcome: 'out_of_order' };
  const institution = await institutionCode(tx, lost.issuer_id);
  if (institution === null) return { outcome: 'no_institution_code' };
  await noteActs(tx, [diploma_id], { act: 'lost', on, taken_by: null, reason, person: person.person, at: stamp.at });
  const { student_id, name, school_id, programme_id, graduation_id, change_id, issuer_id } = lost;
  const [issued] = await tx.whole((whole) => issueDiplomas(whole, [{ kind: 'statement', student_id, name, school_id, programme_id, graduation_id, change_id, replaces: diploma_id }], { issuer_id, institution, on, stamp }));
  if (issued === undefined) throw new Error('a certificate in the place of a lost one was not issued');
  return { outcome: 'done', diploma_id: issued.diploma_id };
}
