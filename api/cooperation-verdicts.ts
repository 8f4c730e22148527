import type { z } from '@hono/zod-openapi';
import { programmeParties } from '../core/partners/programme-parties.ts';
import { takingPart } from '../core/partners/taking-part.ts';
import type { Pack } from '../core/policy/pack.ts';
import { managementStandards, managementTeam } from '../core/teams/management-team.ts';
import { promotionTeam } from '../core/teams/promotion-team.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { parametersOn, type ParametersInForce } from '../core/verdict/parameter.ts';
import type { Verdict } from '../core/verdict/verdict.ts';
import type { shownVerdict } from './contract/verdict.ts';
import { shown } from './verdict-view.ts';

/** Verdicts about who works together: judged when they are asked for, in no summary of the campuses. */

const LABELS: ReadonlyMap<string, Bilingual> = new Map([programmeParties, takingPart, promotionTeam, ...managementStandards, managementTeam].map(({ id, label }) => [id, label]));

export function shownCooperation(verdict: Verdict, pack: Pack): z.infer<typeof shownVerdict> {
  return {
    ...shown(verdict, pack), label: LABELS.get(verdict.standard) ?? { zh: verdict.standard, en: verdict.standard },
    composite: verdict.standard === managementTeam.id, notice: verdict.standard === takingPart.id,
  };
}

export function parametersOf(pack: Pack, on: PlainDate): ParametersInForce {
  return parametersOn(pack.parameters, on);
}

/** How many days before its end an agreement is shown as expiring; none where no rule is in force. */
export function noticeDays(parameters: ParametersInForce): number {
  const value = parameters.get('partner_agreement.notice_days')?.value;
  return typeof value === 'object' ? Number(value.n / value.d) : 0;
}
