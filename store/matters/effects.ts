import { judgingOn } from '../../core/check/judging.ts';
import { latestOfSchool } from '../pilot-schools.ts';
import { matterOfOrder, ORDER_KIND_NAMES } from '../../core/orders/order-kinds.ts';
import { lockFacts } from '../record-stamp.ts';
import { takeSnapshotIn } from '../snapshots.ts';
import type { Transaction } from '../transaction.ts';
import { changePlaces, fileList, freezeList } from './admission-effects.ts';
import { askFollowUps, clawBack, grantSupport, supportReturned } from './employment-effects.ts';
import { assessmentDecided } from './assessment-effects.ts';
import { booksClosed } from './close-books.ts';
import { brought, type Bring, type Brought, type Decided } from './decided.ts';
import { correct, setStatus } from './decided-rows.ts';
import { exemptionGranted } from './exemption-effects.ts';
import { graduateApproved } from './graduation-effects.ts';
import { billsApproved, orderChecked, orderPaid } from './money-effects.ts';
import { onPaper } from './issue.ts';
import type { Effect } from './matter.ts';
import { planApproved } from './plan-effects.ts';
import { resumePilot, stopPilot } from './pilot-effects.ts';
import { schemeApproved } from './scheme-effects.ts';
import { advanceApproved, enterApproved, leaveApproved, stepUpApproved, undoApproved } from './roll-effects.ts';

/** What decisions bring about, by kind and act; what is not here brings about nothing but its entry. */
const EFFECTS: Readonly<Record<string, Bring>> = {
  'pilot_admission/admit': admit,
  'campus_recognition/recognise': (tx, decided) => setStatus(tx, decided, 'recognised'),
  // Students who are there stay and go on being judged: the campus is stopped, not struck from the register.
  'campus_recognition/end': async (tx, decided) => {
    const withdrawn = decided.matter.state === 'plated' ? await plate(tx, decided, 'withdrawn') : [];
    const answer = await setStatus(tx, decided, 'suspended');
    return answer.outcome === 'done' ? brought(...answer.effects, ...withdrawn) : answer;
  },
  'campus_recognition/grant_plate': async (tx, decided) => brought(...await plate(tx, decided, 'granted')),
  'campus_recognition/withdraw_plate': async (tx, decided) => brought(...await plate(tx, decided, 'withdrawn')),
  'pilot_stop/confirm': (tx, decided) => stopPilot(tx, decided, bringAbout), 'pilot_resume/confirm': resumePilot, 'yearly_assessment/decide': assessmentDecided,
  'parameter_change/approve': changeParameter,
  'collection_round/freeze': freeze,
  'enrolment_plan/resolve': planApproved,
  'roll_change/approve': enterApproved,
  'roll_undo/approve': undoApproved,
  'yearly_advance/approve': advanceApproved,
  'step_up_list/approve': stepUpApproved,
  'leave_list/approve': leaveApproved,
  'certificate_exemption/grant': exemptionGranted,
  'graduation_list/approve': graduateApproved,
  'collection_round/cancel': async (tx, decided) => returnsOpen(tx, decided, false),
  'collection_round/reopen': async (tx, decided) => returnsOpen(tx, decided, true),
  'new_student_list/submit': freezeList, 'new_student_list/seal_college': fileList,
  'late_student_list/submit': freezeList, 'late_student_list/seal_college': fileList,
  'admission_change/approve': changePlaces,
  'training_scheme/resolve': schemeApproved,
  'follow_up_list/approve': askFollowUps, 'hiring_support/grant': grantSupport, 'support_clawback/take_back': clawBack, 'support_clawback/reclaim': clawBack, 'support_clawback/confirm_return': supportReturned,
  'bill_run/approve': billsApproved, 'books_close/close': booksClosed,
  ...Object.fromEntries(ORDER_KIND_NAMES.map(matterOfOrder).flatMap((id) => [[`${id}/check`, orderChecked], [`${id}/confirm`, orderPaid]] as const)),
};

/** Brings about what a step is for, in its transaction, documents last. Every record and every document names the matter. */
export async function bringAbout(tx: Transaction, decided: Decided): Promise<Brought> {
  const answer = await EFFECTS[`${decided.matter.kind.id}/${decided.act}`]?.(tx, decided) ?? brought();
  if (answer.outcome !== 'done') return answer;
  const papers = await onPaper(tx, decided, answer.effects);
  return papers.outcome === 'done' ? brought(...answer.effects, ...papers.effects) : papers;
}

/** The latest row of what the school says of itself is answered by one that bears the day of admission. */
async function admit(tx: Transaction, decided: Decided): Promise<Brought> {
  const latest = await tx.whole((whole) => latestOfSchool(whole, decided.matter.subject));
  if (latest === null) throw new Error('a school that is admitted has reported nothing');
  if (latest.pilot_from === decided.today && latest.pilot_to === null) return brought();
  return correct(tx, 'schools', latest, { pilot_from: decided.today, pilot_to: '' }, decided);
}

async function plate(tx: Transaction, { matter, entry_no, today }: Decided, act: 'granted' | 'withdrawn'): Promise<Effect[]> {
  await tx.change(
    `insert into campus_plates (region_id, matter_id, entry_no, campus_id, act, on_date, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp(), $8)`,
    [tx.actor.region_id, matter.matter_id, entry_no, matter.subject, act, today, matter.scopes, tx.actor.account]);
  return [{ kind: 'plate', act }];
}

async function changeParameter(tx: Transaction, { matter, entry_no, details: { value, from }, today }: Decided): Promise<Brought> {
  if (value === undefined || from === undefined) throw new Error('a change of a parameter without value and day');
  const reason = matter.entries.findLast(({ act }) => act === 'propose')?.reason ?? '';
  await lockFacts(tx);
  await tx.change(
    `insert into changed_parameters (region_id, matter_id, entry_no, key, value, valid_from, reason, decided_on, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp(), $9)`,
    [tx.actor.region_id, matter.matter_id, entry_no, matter.subject, value, from, reason, today, tx.actor.account]);
  return brought({ kind: 'parameter', key: matter.subject, value, from });
}

async function freeze(tx: Transaction, decided: Decided): Promise<Brought> {
  const { matter, details: { on }, pack } = decided;
  if (on === undefined) throw new Error('a round without the day that its data are about');
  const head = await tx.decided(['snapshots'], (deciding) => takeSnapshotIn(deciding, judgingOn(pack, on), matter.subject));
  if (head === null) throw new Error('a round in a region that is not there');
  await returnsOpen(tx, decided, false);
  return brought({ kind: 'snapshot', snapshot_id: String(head.snapshot_id), sha256: head.sha256 });
}

/** Nobody waits for the returns of a round that is over; when it goes on, those that are not verified are waited for again. */
async function returnsOpen(tx: Transaction, { matter }: Decided, open: boolean): Promise<Brought> {
  await tx.change(
    `update matters set open = $3 where region_id = $1 and part_of = $2 and open <> $3 and state <> 'verified'`, [tx.actor.region_id, matter.matter_id, open]);
  return brought();
}
