import { inForce } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { answerOf } from '../verdict/answer.ts';
import { requiredBy } from '../verdict/measure.ts';
import type { Standard } from '../verdict/standard.ts';
import { bothSides } from './both-sides.ts';
import { servingOn, sideOf, type TeamFacts } from './team.ts';

/** A team as it is asked about on a day. */
export interface TeamOnDay extends TeamFacts {
  readonly on: PlainDate;
}

/** Whether a team stands on the day at all. */
export function stands({ team, on }: TeamOnDay): boolean {
  return team !== null && inForce(team, on);
}

/** M7-a: the heads of college and school both lead the team that drives the pilot. */
export const promotionTeam: Standard<TeamOnDay> = {
  id: 'M7-a', clause: 'M7-a', basis: 'text', notice: false,
  label: { zh: '试点推进团队由两校主要负责人牵头', en: 'Both heads lead the promotion team' },
  reads: ['promotion_team.heads_each_side'],
  bind: (parameters) => (facts) => {
    const { team } = facts;
    if (team === null || !stands(facts)) {
      return answerOf(promotionTeam, requiredBy(parameters, 'promotion_team.heads_each_side', '>='), { outcome: 'undetermined', missing: ['teams'] });
    }
    const heads = servingOn(facts, facts.on).filter((member) => member.function === 'head').map(({ employer_id }) => sideOf(team, employer_id));
    return bothSides(promotionTeam, parameters, 'promotion_team.heads_each_side', {
      college: heads.filter((side) => side === 'college').length, school: heads.filter((side) => side === 'school').length,
    });
  },
};
