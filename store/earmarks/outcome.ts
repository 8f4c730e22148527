import type { EarmarkRefusal } from '../../core/funding/earmark-refusals.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';

export type EarmarkOutcome = { readonly outcome: 'done'; readonly id: string } | { readonly outcome: 'earmark_refused'; readonly why: EarmarkRefusal };

export const no = (why: EarmarkRefusal): EarmarkOutcome => ({ outcome: 'earmark_refused', why });

/** By which pack and on which day something is decided. */
export interface Given {
  readonly pack: Pack;
  readonly today: PlainDate;
}
