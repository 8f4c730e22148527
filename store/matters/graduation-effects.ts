import type { Ends } from '../../core/graduation/graduation-list.ts';
import { ROLL_CHANGES, type ChangeName } from '../../core/students/roll-changes.ts';
import { placeAfter } from '../../core/students/roll-rows.ts';
import { enterGraduations, type Ended } from '../graduation/enter-graduations.ts';
import { graduationListOf } from '../graduation/graduation-list.ts';
import { lockFacts, type Stamp } from '../record-stamp.ts';
import { enterChanges } from '../students/enter-changes.ts';
import type { Transaction } from '../transaction.ts';
import { brought, type Bring, type Decided } from './decided.ts';
import { graduationPapers } from './graduation-papers.ts';

/** The order in which the ends of a list are entered, so that serials follow it. */
const ORDER: readonly ChangeName[] = ['graduate', 'graduate_later', 'complete', 'end_incomplete'];

/** R3-d: everybody of the list that was looked at ends their study as it says: roll, record with checklist, numbers and papers in one. */
export const graduateApproved: Bring = async (tx, decided) => {
  const stamp = await lockFacts(tx);
  if (stamp === null) throw new Error('a graduation in a region that is not there');
  return tx.decided(['students', 'learning', 'documents'], (deciding) => deciding.whole(async (whole) => {
    const { matter, details: { on }, pack } = decided;
    const list = on === undefined ? null : await graduationListOf(whole, matter.subject, on, pack);
    if (list === null) throw new Error('a graduation list without a day or rules');
    const ends = list.entries.filter((one): one is Ends => one.outcome === 'ends').toSorted(bySchool);
    const people = peopleOf(decided);
    const ended: Ended[] = [];
    for (const change of ORDER) ended.push(...await endAll(whole, stamp, ends.filter((one) => one.change === change), { change, decided }));
    const diplomas = await enterGraduations(whole, stamp, ended, { college_id: matter.subject, on: list.on, rules: list.rules, ...people });
    const papers = await graduationPapers(whole, { decided, on: list.on, ended, diplomas });
    return brought({ kind: 'graduation', students: ended.length, diplomas: diplomas.length }, ...papers);
  }));
};

function bySchool(a: Ends, b: Ends): number {
  const key = ({ last }: Ends): string => [last.school_id, last.programme_id, last.class_id ?? '', last.student_id].join('\u001f');
  return key(a) < key(b) ? -1 : 1;
}

/** Who proposed the list, and who approves it now. */
export function peopleOf({ matter, person }: Decided) {
  const [opened] = matter.entries;
  if (opened === undefined) throw new Error('a matter without the entry that opened it');
  return { entered_by: opened.person, approved_by: person, matter_id: matter.matter_id };
}

async function endAll(whole: Transaction, stamp: Stamp, ends: readonly Ends[], { change, decided }: { readonly change: ChangeName; readonly decided: Decided }): Promise<Ended[]> {
  if (ends.length === 0) return [];
  const { matter, details: { on } } = decided;
  const { code, clause, label } = ROLL_CHANGES[change];
  const rows = ends.map(({ last, next }) => {
    return { on: on ?? next.since, before: last.row, to: placeAfter(last, next, { name: change }, null), papers: [] };
  });
  const [opened] = matter.entries;
  const first = await enterChanges(whole, stamp, {
    change, code, clause, reason: opened?.reason ?? label.zh, ground: 'other', keeper: 'college', keeper_id: matter.subject, ...peopleOf(decided), entered_at: opened?.recorded_at ?? null,
  }, rows);
  if (first === null) throw new Error('a row of the roll moved under its decision');
  return ends.map(({ audit, as }, at) => ({ audit, as, change_id: first + at }));
}
