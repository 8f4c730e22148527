import { exact, ONE } from '../values/exact.ts';
import { answerOf } from '../verdict/answer.ts';
import type { Composite } from '../verdict/composite.ts';
import { measuredOf, requiredBy, worst } from '../verdict/measure.ts';
import type { Standard } from '../verdict/standard.ts';
import { bothSides, headsPart } from './both-sides.ts';
import { stands, type TeamOnDay } from './promotion-team.ts';
import { holdsPost, servingOn, sideOf } from './team.ts';

/** R6-a: people of both schools serve in the team of a campus. */
export const membersOfBoth: Standard<TeamOnDay> = {
  id: 'R6-a', clause: 'R6-a', basis: 'text', notice: false,
  label: { zh: '校区管理团队由两校人员组成', en: 'Members of both schools in the campus team' },
  reads: ['campus_team.members_each_side'],
  bind: (parameters) => (facts) => {
    const { team } = facts;
    if (team === null || !stands(facts)) {
      return answerOf(membersOfBoth, requiredBy(parameters, 'campus_team.members_each_side', '>='), { outcome: 'undetermined', missing: ['teams'] });
    }
    const sides = servingOn(facts, facts.on).map(({ employer_id }) => sideOf(team, employer_id));
    return bothSides(membersOfBoth, parameters, 'campus_team.members_each_side', {
      college: sides.filter((side) => side === 'college').length, school: sides.filter((side) => side === 'school').length,
    });
  },
};

/** R6-b: somebody leads the team, and whoever leads it holds a post in one of the two schools. */
export const leadersWithPost: Standard<TeamOnDay> = {
  id: 'R6-b', clause: 'R6-b', basis: 'text', notice: false,
  label: { zh: '校区负责人由两校人员兼任', en: 'Leaders of the campus hold a post in one of the schools' },
  reads: ['campus_team.leaders', 'campus_team.leaders_without_post'],
  bind: (parameters) => {
    const required = requiredBy(parameters, 'campus_team.leaders', '>=');
    const without = requiredBy(parameters, 'campus_team.leaders_without_post', '=');
    return (facts) => {
      const { team, on } = facts;
      if (team === null || !stands(facts)) return answerOf(leadersWithPost, required, { outcome: 'undetermined', missing: ['teams'] });
      const leaders = servingOn(facts, on).filter((member) => member.function === 'leader');
      const odd = leaders.filter((leader) => !holdsPost(team, leader, on));
      const parts = [headsPart('leaders', leaders.length, required), headsPart('without_post', odd.length, without)];
      const outcome = worst(parts.map((part) => part.outcome));
      const short = Math.max(0, Number(required.value.n / required.value.d) - leaders.length) + odd.length;
      return answerOf(leadersWithPost, odd.length > 0 ? without : required, {
        outcome, parts, measured: measuredOf({ numerator: exact(odd.length > 0 ? odd.length : leaders.length), denominator: ONE }, 'person'),
        gap: outcome === 'unmet' ? { value: exact(short), unit: 'person' } : null,
      });
    };
  },
};

export const managementStandards: readonly Standard<TeamOnDay>[] = [membersOfBoth, leadersWithPost];

/** M7-b: the team of a campus stands when it is as R6 wants it. */
export const managementTeam: Composite = {
  id: 'M7-b', clause: 'M7-b', label: { zh: '高职校区管理团队', en: 'Management team of the campus' }, parts: ['R6-a', 'R6-b'],
};
