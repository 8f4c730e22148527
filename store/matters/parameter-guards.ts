import { effectiveDay } from '../../core/approvals/parameter-draft.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { held, type AskGuard } from './guard-answer.ts';

/** X-3, against the document's own day and the latest day that was frozen. */
export const effectiveDate: AskGuard = async (whole, { pack, details }) => {
  const [row] = await whole.query<{ last: PlainDate | null }>('select max(on_date) as last from snapshots where region_id = $1', [whole.actor.region_id]);
  return details.from === undefined ? held('没有写明生效日期', 'No day is given from which it is to hold') : effectiveDay(pack, details.from, row?.last ?? null);
};
