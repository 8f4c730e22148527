import { exact, ONE } from '../values/exact.ts';
import { inForce } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { answerOf } from '../verdict/answer.ts';
import { measuredOf, outcomeOf, requiredBy } from '../verdict/measure.ts';
import type { Standard } from '../verdict/standard.ts';
import type { PartnerAgreement } from './agreement.ts';

/** A firm with every agreement that names it. */
export interface FirmFacts {
  readonly agreements: readonly PartnerAgreement[];
  readonly on: PlainDate;
}

/** S2-h: a firm takes part while an agreement with it is in force; one without is dormant. A notice, never counted. */
export const takingPart: Standard<FirmFacts> = {
  id: 'S2-h', clause: 'S2-h', basis: 'default', notice: true,
  label: { zh: '企业有在效合作协议', en: 'The firm has an agreement in force' },
  reads: ['partner_agreement.min_in_force'],
  bind: (parameters) => {
    const required = requiredBy(parameters, 'partner_agreement.min_in_force', '>=');
    return ({ agreements, on }) => {
      if (agreements.length === 0) return answerOf(takingPart, required, { outcome: 'undetermined', missing: ['partner_agreements'] });
      const holding = agreements.filter((one) => inForce(one, on)).length;
      const figure = { numerator: exact(holding), denominator: ONE };
      const outcome = outcomeOf(figure, '>=', required.value);
      return answerOf(takingPart, required, {
        outcome, measured: measuredOf(figure, 'agreement'),
        gap: outcome === 'unmet' ? { value: exact(Number(required.value.n / required.value.d) - holding), unit: 'agreement' } : null,
      });
    };
  },
};
