import type { Details } from '../../core/approvals/details.ts';
import type { MatterKind } from '../../core/approvals/matter-kind.ts';
import type { Refusal } from '../../core/students/change-ask.ts';
import type { ChangeDraft } from '../../core/students/change-draft.ts';
import { date } from '../../core/values/plain-date.ts';
import { notEntered, registrarOf, type GivenDay } from '../students/enter-change.ts';
import { isAdvanced } from '../students/enter-list.ts';
import { judgeChange } from '../students/judge-change.ts';
import { keeperId, knownRoll } from '../students/known-roll.ts';
import { keptPapers } from '../students/papers.ts';
import { advanceOf, leaveOf, listKeeper, stepUpOf } from '../students/roll-lists.ts';
import { undoable } from '../students/undo-change.ts';
import type { Transaction } from '../transaction.ts';
import { graduationListOf, type GraduationList } from '../graduation/graduation-list.ts';
import type { ActingPerson } from './acting.ts';
import { notExemptable } from './exemption-guards.ts';

/** Why a matter of the roll is not opened. */
export type NoRollMatter =
  | { readonly outcome: 'unknown_subject' | 'not_your_role' | 'changed_meanwhile' | 'unknown_paper' | 'not_the_last' | 'reason_missing' | 'no_rules' | 'list_changed' | 'nobody_goes' | 'advanced_already' | 'day_to_come' }
  | { readonly outcome: NonNullable<Awaited<ReturnType<typeof notExemptable>>> }
  | { readonly outcome: 'roll_refused'; readonly refusal: Refusal };

interface RollAbout {
  readonly kind: MatterKind;
  readonly subject: string;
  readonly details: Details;
}

/** What the rules of the roll say to a matter before it is opened; null where they have nothing against it, or nothing to do with it. */
export async function refusalOfRoll(tx: Transaction, person: ActingPerson, { kind, subject, details, reason }: RollAbout & { readonly reason: string }, given: GivenDay): Promise<NoRollMatter | null> {
  if (kind.about === 'keeper') return refusalOfList(tx, { kind, subject, details }, given);
  if (kind.about !== 'student') return null;
  // Whoever cannot read the student is told of none.
  if (await knownRoll(tx, subject) === null) return { outcome: person.acting.some(({ role }) => kind.opens.by.includes(role)) ? 'unknown_subject' : 'not_your_role' };
  if (details.change === undefined && reason === '') return { outcome: 'reason_missing' };
  if (kind.id === 'certificate_exemption') {
    const why = await tx.whole((whole) => notExemptable(whole, subject, given));
    return why === null ? null : { outcome: why };
  }
  return tx.whole((whole) => (details.change === undefined ? refusalOfUndo(whole, subject, details.undoes) : refusalOfChange(whole, person, { subject, change: details.change }, given)));
}

/** All but the approval, which is what the matter is for. */
async function refusalOfChange(whole: Transaction, person: ActingPerson, { subject, change }: { readonly subject: string; readonly change: ChangeDraft }, given: GivenDay): Promise<NoRollMatter | null> {
  const known = await knownRoll(whole, subject);
  const by = known === null ? null : registrarOf(person, known, change.name);
  if (by === null) return { outcome: 'not_your_role' };
  const judged = await judgeChange(whole, subject, change, { by, approved: true, ...given });
  if (judged.outcome === 'moved') return await keptPapers(whole, subject, change.papers) === null ? { outcome: 'unknown_paper' } : null;
  const answer = notEntered(judged);
  return answer.outcome === 'roll_refused' ? answer : { outcome: answer.outcome === 'changed_meanwhile' ? answer.outcome : 'unknown_subject' };
}

async function refusalOfUndo(whole: Transaction, student_id: string, undoes: string | undefined): Promise<NoRollMatter | null> {
  const [known, last] = [await knownRoll(whole, student_id), await undoable(whole, student_id)];
  if (known === null || last === null || String(last.change_id) !== undoes) return { outcome: 'not_the_last' };
  return keeperId(known, last.keeper) === last.keeper_id ? null : { outcome: 'not_the_last' };
}

async function refusalOfList(tx: Transaction, { kind, subject, details }: RollAbout, { pack, today }: GivenDay): Promise<NoRollMatter | null> {
  const on = details.on ?? date(`${details.year}-09-01`);
  if (on > today) return { outcome: 'day_to_come' };
  return tx.whole(async (whole) => {
    const keeper = await listKeeper(whole, subject);
    if (keeper === null || (kind.id === 'step_up_list' || kind.id === 'graduation_list') && keeper.keeper !== 'college') return { outcome: 'unknown_subject' };
    if (kind.id === 'graduation_list') return refusalOfGraduations(await graduationListOf(whole, subject, on, pack), details.list);
    if (kind.id === 'yearly_advance' && await isAdvanced(whole, subject, on)) return { outcome: 'advanced_already' };
    if (kind.id === 'leave_list' && keeper.keeper !== 'school') return { outcome: 'unknown_subject' };
    const list = kind.id === 'yearly_advance' ? await advanceOf(whole, keeper, details.year ?? 0, pack) : kind.id === 'leave_list' ? await leaveOf(whole, subject, on, pack) : await stepUpOf(whole, subject, on, pack);
    if (list === null) return { outcome: 'no_rules' };
    if (!list.entries.some(({ outcome }) => outcome === 'goes')) return { outcome: 'nobody_goes' };
    return list.digest === details.list ? null : { outcome: 'list_changed' };
  });
}

function refusalOfGraduations(list: GraduationList | null, digest: string | undefined): NoRollMatter | null {
  if (list === null) return { outcome: 'no_rules' };
  if (!list.entries.some(({ outcome }) => outcome === 'ends')) return { outcome: 'nobody_goes' };
  return list.digest === digest ? null : { outcome: 'list_changed' };
}
