import { mayTouch } from '../core/access/reach.ts';
import { inForce } from '../core/values/period.ts';
import { loadRows } from '../store/campus-rows.ts';
import { campusScopes, cooperationScopes } from '../store/cooperation-labels.ts';
import type { TeamWithMembers } from '../store/teams.ts';
import type { Transaction } from '../store/transaction.ts';
import type { TeamNames } from './team-view.ts';

/**
 * M7: where a team is wanting on a day. Each cooperation of a programme needs a promotion team, each campus that is not
 * closed a management team; as far as the asker would see the team if it were there.
 */
export async function wantingTeams(tx: Transaction, teams: readonly TeamWithMembers[], { on, organisations }: TeamNames) {
  const standing = teams.filter(({ team }) => inForce(team, on)).map(({ team }) => team);
  const nameOf = (id: string): string => organisations.get(id)?.name ?? id;
  const programmes = await loadRows(tx, 'programmes', {});
  const campuses = (await loadRows(tx, 'campuses', {})).filter(({ status }) => status !== 'closed');
  const pairs = new Map(programmes.map(({ college_id, school_id }) => [`${college_id} ${school_id}`, { college_id, school_id }]));
  const wanted = [
    ...[...pairs.values()].filter((pair) => !standing.some((team) => team.kind === 'promotion' && team.college_id === pair.college_id && team.school_id === pair.school_id))
      .map((pair) => ({ kind: 'promotion' as const, ...pair, campus_id: null, campus: null })),
    ...campuses.filter(({ campus_id }) => !standing.some((team) => team.campus_id === campus_id))
      .map(({ campus_id, name, college_id, school_id }) => ({ kind: 'management' as const, college_id, school_id, campus_id, campus: name })),
  ];
  const found = [];
  for (const one of wanted) {
    const scopes = one.campus_id === null ? await cooperationScopes(tx, [one.college_id], [one.school_id]) : await campusScopes(tx, one.campus_id);
    if (!mayTouch(tx.actor.reach, 'teams', 'read', scopes)) continue;
    found.push({ ...one, college: nameOf(one.college_id), school: nameOf(one.school_id), may_set_up: mayTouch(tx.actor.reach, 'teams', 'write', scopes) });
  }
  return found;
}
