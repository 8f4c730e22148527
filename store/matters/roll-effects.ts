import { ROLL_CHANGES } from '../../core/students/roll-changes.ts';
import { lockFacts, type Stamp } from '../record-stamp.ts';
import { withdrawDiplomas } from '../diplomas/diploma-acts.ts';
import { enterGraduations } from '../graduation/enter-graduations.ts';
import { endingOf } from '../graduation/ending-of.ts';
import { enterJudged } from '../students/enter-change.ts';
import { enterList } from '../students/enter-list.ts';
import { ADVANCE } from '../students/roll-change.ts';
import { listKeeper } from '../students/roll-lists.ts';
import { undoable, undoIn } from '../students/undo-change.ts';
import type { Transaction } from '../transaction.ts';
import { brought, type Bring, type Brought, type Decided } from './decided.ts';
import { peopleOf } from './graduation-effects.ts';
import { openedBy, listNow } from './roll-guards.ts';

/** Works on the roll with the authority of the decision. Guards were asked in this transaction: what fails now is a fault of the program. */
async function onRoll(tx: Transaction, work: (whole: Transaction, stamp: Stamp) => Promise<Brought | null>): Promise<Brought> {
  const stamp = await lockFacts(tx);
  const answer = stamp === null ? null : await tx.decided(['students', 'learning'], (deciding) => deciding.whole((whole) => work(whole, stamp)));
  if (answer === null) throw new Error('a change of the roll that was approved could not be entered');
  return answer;
}

/** Who asked for it and when, and who approves it now. */
function people({ matter, person }: Decided) {
  const [opened] = matter.entries;
  if (opened === undefined) throw new Error('a matter without the entry that opened it');
  return { entered_by: opened.person, entered_at: opened.recorded_at, approved_by: person, matter_id: matter.matter_id, reason: opened.reason ?? '' };
}

export const enterApproved: Bring = (tx, decided) => onRoll(tx, async (whole, stamp) => {
  const { matter, details: { change }, pack, today } = decided;
  if (change === undefined) return null;
  const { reason: _, ...who } = people(decided);
  const by = await openedBy(whole, matter.matter_id);
  const ending = await endingOf(whole, matter.subject, change, pack);
  const entered = await enterJudged(whole, { stamp, student_id: matter.subject, draft: change, by, given: { pack, today }, ...who });
  if (entered.outcome !== 'done') return null;
  const roll = { kind: 'roll', change_id: String(entered.change_id), students: 1 } as const;
  if (ending === null) return brought(roll);
  const diplomas = await enterGraduations(whole, stamp, [{ audit: ending.audit, as: ending.as, change_id: entered.change_id }], { ...ending, on: change.on, ...peopleOf(decided) });
  return brought(roll, { kind: 'graduation', students: 1, diplomas: diplomas.length });
});

export const undoApproved: Bring = (tx, decided) => onRoll(tx, async (whole, stamp) => {
  const last = await undoable(whole, decided.matter.subject);
  const undone = last === null ? null : await undoIn(whole, last, { stamp, ...people(decided) });
  if (last === null || undone === null) return null;
  await withdrawDiplomas(whole, last.change_id, { on: decided.today, reason: people(decided).reason, person: decided.person, at: stamp.at });
  return brought({ kind: 'roll', change_id: String(undone), students: 1 });
});

export const advanceApproved: Bring = (tx, decided) => enterApprovedList(tx, decided, { change: ADVANCE, code: null, reason: '逐年升级' });
export const stepUpApproved: Bring = (tx, decided) => enterApprovedList(tx, decided, { change: 'step_up', code: ROLL_CHANGES.step_up.code, reason: '升段' });

export const leaveApproved: Bring = (tx, decided) => enterApprovedList(tx, decided, { change: 'leave_after_secondary', code: ROLL_CHANGES.leave_after_secondary.code, reason: '未升段，领中职毕业证书离校' });

type OfList = { readonly change: typeof ADVANCE | 'step_up' | 'leave_after_secondary'; readonly code: string | null; readonly reason: string };

function enterApprovedList(tx: Transaction, decided: Decided, { change, code, reason: usual }: OfList): Promise<Brought> {
  return onRoll(tx, async (whole, stamp) => {
    const { matter } = decided;
    const [keeper, list] = [await listKeeper(whole, matter.subject), await listNow(whole, decided)];
    if (keeper === null || list === null) return null;
    const { reason, ...who } = people(decided);
    const clause = change !== ADVANCE ? ROLL_CHANGES[change].clause : keeper.keeper === 'school' ? 'R3-b' : 'R3-c';
    const many = await enterList(whole, stamp, list, { change, code, clause, reason: reason === '' ? usual : reason, ground: 'other', keeper: keeper.keeper, keeper_id: keeper.org_id, ...who });
    return many === null ? null : brought({ kind: 'roll', change_id: '', students: many });
  });
}
