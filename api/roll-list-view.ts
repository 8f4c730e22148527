import type { z } from '@hono/zod-openapi';
import { open } from '../core/approvals/decide.ts';
import { postsHeld } from '../core/duties/post.ts';
import { leaveList } from '../core/approvals/matters/leave-list.ts';
import { stepUpList } from '../core/approvals/matters/step-up-list.ts';
import { yearlyAdvance } from '../core/approvals/matters/yearly-advance.ts';
import { academicYearOf, date, type PlainDate } from '../core/values/plain-date.ts';
import { loadRows } from '../store/campus-rows.ts';
import { actingPerson, capacitiesOf } from '../store/matters/acting.ts';
import { loadMatters } from '../store/matters/matter.ts';
import { rollPosts } from '../store/matters/subject.ts';
import { isAdvanced } from '../store/students/enter-list.ts';
import type { GivenDay } from '../store/students/enter-change.ts';
import { advanceOf, leaveOf, listKeeper, stepUpOf, type RollList } from '../store/students/roll-lists.ts';
import type { Transaction } from '../store/transaction.ts';
import type { readRollList } from './contract/students.ts';

type ListView = z.infer<(typeof readRollList.responses)[200]['content']['application/json']['schema']>;
type Kind = ListView['kind'];

interface Asked {
  readonly keeper: string;
  readonly year?: number | undefined;
  readonly on?: PlainDate | undefined;
}

const KINDS = { advance: yearlyAdvance, step_up: stepUpList, leave: leaveList } as const;

/** A list of the roll with everybody on it, for those who propose and approve it at the keeper; a keeper of others is told of as one that is not there. */
export async function rollListView(tx: Transaction, kind: Kind, { keeper: org_id, year, on }: Asked, { pack, today }: GivenDay): Promise<ListView | 'unknown_entry' | 'no_rule_in_force'> {
  const person = await actingPerson(tx);
  const posts = rollPosts(org_id);
  const keeper = await listKeeper(tx, org_id);
  // Whoever has one of the posts sees whom they decide on; everybody else is shown what they may read.
  const mine = person?.acting.some((held) => postsHeld(held).some((post) => posts.includes(post))) ?? false;
  if (keeper === null || person === null || kind === 'step_up' && keeper.keeper !== 'college' || kind === 'leave' && keeper.keeper !== 'school' || !mine && tx.actor.reach.get('students.read') !== '*') return 'unknown_entry';
  const day = on ?? date(`${year ?? academicYearOf(today)}-09-01`);
  const read = async (reading: Transaction) => [
    kind === 'advance' ? await advanceOf(reading, keeper, Number(day.slice(0, 4)), pack) : kind === 'step_up' ? await stepUpOf(reading, org_id, day, pack) : await leaveOf(reading, org_id, day, pack),
    kind === 'advance' && await isAdvanced(reading, org_id, day), await loadRows(reading, 'programmes', {}), await loadRows(reading, 'organisations', {}, 'r.key = $2', org_id)] as const;
  const [list, done, programmes, organisations] = await (mine ? tx.whole(read) : read(tx));
  if (list === null) return 'no_rule_in_force';
  const [matter] = await loadMatters(tx, { kind: KINDS[kind].id, subject: org_id, open: true });
  const goes = list.entries.filter(({ outcome }) => outcome === 'goes').length;
  const may = open(KINDS[kind], person.person, capacitiesOf(person, posts)) !== null;
  return {
    kind, keeper_id: org_id, keeper: organisations[0]?.name ?? org_id, on: list.on, digest: list.digest, goes, stays: list.entries.length - goes, done, day_to_come: list.on > today,
    entries: entriesOf(list, new Map(programmes.map(({ programme_id, name }) => [programme_id, name]))),
    open_matter: matter === undefined ? null : String(matter.matter_id), may_propose: may && matter === undefined && !done && goes > 0 && list.on <= today,
  };
}

function entriesOf({ entries }: RollList, programmes: ReadonlyMap<string, string>): ListView['entries'] {
  return entries.map((one) => {
    const { student_id, name, class_id, programme_id, stage, grade, status } = one.last;
    const clause = one.outcome === 'goes' ? (one.next.stage === 'higher' ? 'R3-c' : 'R3-b') : one.clause;
    return {
      student_id, name, class_id, programme: programmes.get(programme_id) ?? programme_id, stage, grade, status, goes: one.outcome === 'goes', to_grade: one.outcome === 'goes' ? one.next.grade : null,
      why: one.outcome === 'goes' ? null : one.why, clause,
      lines: one.outcome === 'goes' ? [] : one.lines.map(({ name: line, clause: of, outcome, missing }) => ({ name: line, clause: of, outcome, missing })),
    };
  });
}
