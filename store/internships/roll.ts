import { rollMove, mayIntern, type RollMove } from '../../core/internships/roll.ts';
import type { Act } from '../../core/internships/states.ts';
import { ROLL_CHANGES, type RollChange } from '../../core/students/roll-changes.ts';
import type { Row } from '../../core/exchange/sheets.ts';
import { lastRow, placeAfter, rollOfRows } from '../../core/students/roll-rows.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import type { Stamp } from '../record-stamp.ts';
import { enterChanges, type EnteredOne } from '../students/enter-changes.ts';
import { keeperId, type KnownRoll } from '../students/known-roll.ts';
import type { Transaction } from '../transaction.ts';
import type { Placement } from './placement.ts';

type Rolls = ReadonlyMap<string, KnownRoll>;

/** The roll of everybody concerned, read at once. To be asked within `tx.whole`. */
export async function rollsOf(whole: Transaction, students: readonly string[]): Promise<Rolls> {
  const rows = await loadRows(whole, 'students', {}, 'r.student_id = any($2::text[])', students);
  const programmes = new Map((await loadRows(whole, 'programmes', {}, 'r.key = any($2::text[])', [...new Set(rows.map(({ programme_id }) => programme_id))])).map((one) => [one.programme_id, one]));
  const byStudent = new Map<string, Row<'students'>[]>();
  for (const row of rows) byStudent.set(row.student_id, [...byStudent.get(row.student_id) ?? [], row]);
  return new Map([...byStudent].flatMap(([student_id, own]): [string, KnownRoll][] => {
    const [last, roll] = [lastRow(own), rollOfRows(own)];
    return last === null || roll === null ? [] : [[student_id, { rows: own, last, roll, programme: programmes.get(last.programme_id) ?? null }]];
  }));
}

/** Those who are not at school, so that no internship of theirs begins. */
export function notAtSchool(rolls: Rolls, { student_id }: Pick<Placement, 'student_id'>): boolean {
  return !mayIntern(rolls.get(student_id)?.roll ?? null);
}

/**
 * R3-a, C7: what an act on internships changes on the roll, entered like every other change and in the transaction of the act.
 * The keeper of the stage answers for it; the agreement is its paper.
 */
export async function registerRoll(tx: Transaction, placements: readonly Placement[], { act, on, person_id }: { readonly act: Act; readonly on: PlainDate; readonly person_id: number }, stamp: Stamp): Promise<void> {
  if (act !== 'start' && act !== 'end') return;
  await tx.decided(['students'], (deciding) => deciding.whole(async (whole) => {
    const rolls = await rollsOf(whole, placements.map(({ student_id }) => student_id));
    const agreements = await agreementsOf(whole, placements);
    const moving = placements.flatMap(({ placement_id, student_id }): Moving[] => {
      const known = rolls.get(student_id);
      const move = known === undefined ? null : rollMove(act, on, known.roll);
      return known === undefined || move === null ? [] : [{ known, move, placement_id, papers: agreements.get(placement_id) ?? [] }];
    });
    for (const group of byKeeper(moving)) await enterGroup(whole, stamp, group, person_id);
  }));
}

interface Moving {
  readonly placement_id: number;
  readonly known: KnownRoll;
  readonly move: RollMove;
  readonly papers: EnteredOne['papers'];
}

/** Those of whom one institution keeps the roll, together. */
function byKeeper(moving: readonly Moving[]): Moving[][] {
  const groups = new Map<string, Moving[]>();
  for (const one of moving) {
    const key = `${one.move.keeper} ${keeperId(one.known, one.move.keeper) ?? ''}`;
    groups.set(key, [...groups.get(key) ?? [], one]);
  }
  return [...groups.values()];
}

async function enterGroup(whole: Transaction, stamp: Stamp, group: readonly Moving[], person_id: number): Promise<void> {
  const [first] = group;
  if (first === undefined) return;
  const { change, keeper } = first.move;
  const { code, clause }: RollChange = ROLL_CHANGES[change];
  const done = await enterChanges(whole, stamp, {
    change, code, clause, reason: `岗位实习 ${group.length === 1 ? first.placement_id : `${group.length}人`}`, ground: 'other', keeper, keeper_id: keeperId(first.known, keeper) ?? '',
    entered_by: String(person_id), entered_at: null, approved_by: null, matter_id: null,
  }, group.map(entered));
  if (done === null) throw new Error('a row of the roll moved while the region was locked');
}

function entered({ known: { last, roll }, move: { change, on }, papers }: Moving): EnteredOne {
  const status = (ROLL_CHANGES[change] as RollChange).moves[roll.stage]?.[roll.status] ?? last.status;
  return { on, before: last.row, to: placeAfter(last, { stage: last.stage, grade: last.grade, status }, { name: change }, null), papers };
}

/** The sealed agreement of each as the paper of the change. */
async function agreementsOf(whole: Transaction, placements: readonly Placement[]): Promise<ReadonlyMap<number, EnteredOne['papers']>> {
  const rows = await whole.query<{ placement_id: bigint; number_text: string; file_hash: string }>(
    'select placement_id, number_text, file_hash from placement_papers where region_id = $1 and placement_id = any($2::bigint[])', [whole.actor.region_id, placements.map(({ placement_id }) => placement_id)]);
  return new Map(rows.map(({ placement_id, number_text, file_hash }) => [Number(placement_id), [{ paper: 'internship_agreement', name: `实习协议 ${number_text}`, hash: file_hash }]]));
}
