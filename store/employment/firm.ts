import { maySee, partnership, type ReleasedContent } from '../../core/employment/partners.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Transaction } from '../transaction.ts';
import { agreementsOf } from './partners.ts';
import { listReleases, releasedOf } from './releases.ts';

/** A graduate as a firm is shown them. */
export interface Shown {
  readonly release_id: string;
  readonly student_id: string;
  readonly school_id: string;
  readonly partner: boolean;
  readonly content: ReleasedContent;
  readonly released_on: PlainDate;
}

/** M10-c: the graduates whom a firm may see on a day, with what was released of them and nothing else. */
export function shownTo(tx: Transaction, firm_id: string, today: PlainDate): Promise<Shown[]> {
  return tx.whole(async (whole) => {
    const [releases, agreements] = [await listReleases(whole), await agreementsOf(whole)];
    const byId = new Map(releases.map((one) => [one.release_id, one]));
    // Whoever took back their consent is shown to nobody any more.
    const gone = new Set((await whole.query<{ student_id: string }>(
      `select student_id from (select distinct on (student_id) student_id, kind from employment_answers where region_id = $1 and kind in ('consent', 'no_consent') order by student_id, answer_id desc) c where kind = 'no_consent'`, [whole.actor.region_id])).map(({ student_id }) => student_id));
    return (await releasedOf(whole, [...byId.keys()])).flatMap(({ release_id, student_id, programme_id, content }): Shown[] => {
      const release = byId.get(release_id);
      if (release === undefined || gone.has(student_id)) return [];
      const partner = partnership(agreements, firm_id, { programme_id, school_id: release.school_id }, today) !== null;
      return maySee(release, partner, today) ? [{ release_id, student_id, school_id: release.school_id, partner, content, released_on: release.released_on }] : [];
    });
  });
}
