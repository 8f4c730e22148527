import { exact, ONE } from '../values/exact.ts';
import { inForce } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { answerOf } from '../verdict/answer.ts';
import { measuredOf, outcomeOf, requiredBy, worst } from '../verdict/measure.ts';
import type { Standard } from '../verdict/standard.ts';
import type { Part, Verdict } from '../verdict/verdict.ts';
import type { AgreedProgramme, PartnerAgreement } from './agreement.ts';

/** A programme with every agreement that was ever recorded for it. */
export interface ProgrammeFacts {
  readonly programme: AgreedProgramme;
  readonly agreements: readonly PartnerAgreement[];
  /** Which of the parties are firms. */
  readonly enterprises: ReadonlySet<string>;
  readonly on: PlainDate;
}

/** Who takes part in a programme on a day, by agreements in force then. */
export interface PartiesOnDay {
  readonly college: boolean;
  readonly school: boolean;
  /** Firms that stand beside the college or the school in one of the agreements. */
  readonly enterprises: readonly string[];
}

export function partiesOn({ programme, agreements, enterprises, on }: ProgrammeFacts): PartiesOnDay {
  const { college_id, school_id, programme_id } = programme;
  const holding = agreements.filter((one) => one.programmes.includes(programme_id) && inForce(one, on));
  const withSchools = holding.filter(({ parties }) => parties.includes(college_id) || parties.includes(school_id));
  return {
    college: holding.some(({ parties }) => parties.includes(college_id)),
    school: holding.some(({ parties }) => parties.includes(school_id)),
    enterprises: [...new Set(withSchools.flatMap(({ parties }) => parties.filter((id) => enterprises.has(id))))].sort(),
  };
}

/**
 * M1-a: a college leads a programme, a school is its main body, firms take part, each by an agreement in force on the
 * day, its last day included. Without that the programme is not active. Where no agreement was ever recorded, nothing
 * is known of it yet.
 */
export const programmeParties: Standard<ProgrammeFacts> = {
  id: 'M1-a', clause: 'M1-a', basis: 'text', notice: false,
  label: { zh: '专业项目由学院、学校和企业共同承担', en: 'College, school and firms carry the programme' },
  reads: ['programme.min_enterprises'],
  bind: (parameters) => {
    const required = requiredBy(parameters, 'programme.min_enterprises', '>=');
    return (facts): Verdict => {
      const { programme_id } = facts.programme;
      if (!facts.agreements.some(({ programmes }) => programmes.includes(programme_id))) {
        return answerOf(programmeParties, required, { outcome: 'undetermined', missing: ['partner_agreements'] });
      }
      const { college, school, enterprises } = partiesOn(facts);
      const figure = { numerator: exact(enterprises.length), denominator: ONE };
      const parts: Part[] = [
        { name: 'college', outcome: college ? 'met' : 'unmet', measured: null, required: null },
        { name: 'school', outcome: school ? 'met' : 'unmet', measured: null, required: null },
        { name: 'enterprises', outcome: outcomeOf(figure, '>=', required.value), measured: measuredOf(figure, 'enterprise'), required },
      ];
      const short = Number(required.value.n / required.value.d) - enterprises.length;
      return answerOf(programmeParties, required, {
        outcome: worst(parts.map((part) => part.outcome)), parts, measured: measuredOf(figure, 'enterprise'),
        gap: short > 0 ? { value: exact(short), unit: 'enterprise' } : null,
      });
    };
  },
};
