import { deadline, type Deadline } from '../duties/deadline.ts';
import { whole } from '../duties/declaration.ts';
import type { Holidays } from '../duties/holidays.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import type { Decision } from './decision.ts';

/** The last day on which a list that was published on a day may be objected to. Null on a day without rules. */
export function lastDayOfPublication(on: PlainDate, parameters: ParametersInForce, holidays: Holidays): Deadline | null {
  const many = whole(parameters.get('upgrade.publication_days')?.value);
  return many === null ? null : deadline({ kind: 'workdays', many }, on, holidays);
}

/** What was published of a season, as far as it decides whether the step-up may be made. */
export interface Published {
  readonly last_day: PlainDate;
  readonly decisions: ReadonlyMap<string, Decision>;
  /** Objections that nobody has answered yet. */
  readonly open_appeals: number;
}

export type PublicationFault =
  | { readonly why: 'not_published' }
  | { readonly why: 'still_published'; readonly last_day: PlainDate }
  | { readonly why: 'appeals_open'; readonly many: number };

/** M9-d: what stands on a day against carrying out what was published: the time for objections must be over and every objection answered. */
export function publicationFault(published: Pick<Published, 'last_day' | 'open_appeals'> | null, today: PlainDate): PublicationFault | null {
  if (published === null) return { why: 'not_published' };
  if (today <= published.last_day) return { why: 'still_published', last_day: published.last_day };
  return published.open_appeals > 0 ? { why: 'appeals_open', many: published.open_appeals } : null;
}
