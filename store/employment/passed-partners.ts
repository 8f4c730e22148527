import { partnership, passedPartners } from '../../core/employment/partners.ts';
import { groupBy } from '../../core/facts/campus-rows.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { inForce } from '../../core/values/period.ts';
import { loadRows } from '../campus-rows.ts';
import type { Transaction } from '../transaction.ts';
import type { DestinationRow, GraduateRow } from './graduates.ts';
import { agreementsOf } from './partners.ts';

type Shown = { readonly student_id: string; readonly released_on: PlainDate; readonly priority_until: PlainDate };

/** M10-c: who of these graduates was appointed elsewhere before partner firms had their time. */
export function passedOver(tx: Transaction, graduates: readonly GraduateRow[], latest: (student_id: string) => DestinationRow | undefined, consented: ReadonlySet<string>): Promise<Set<string>> {
  return tx.whole(async (whole) => {
    const [agreements, firms] = [await agreementsOf(whole), (await loadRows(whole, 'organisations', {})).flatMap(({ org_id, kind }) => (kind === 'enterprise' ? [org_id] : []))];
    const lists = groupBy(await whole.query<Shown>(
      `select g.student_id, r.released_on, r.priority_until from released_graduates g join graduate_releases r using (region_id, release_id) where g.region_id = $1 and g.student_id = any($2::text[])`,
      [whole.actor.region_id, graduates.map(({ student_id }) => student_id)]), ({ student_id }) => student_id);
    return new Set(graduates.flatMap((graduate) => {
      const row = latest(graduate.student_id);
      const on = row?.agreed_on ?? null;
      if (row === undefined || on === null) return [];
      const standing = agreements.filter((one) => inForce(one, on));
      const partner = (firm: string): boolean => partnership(standing, firm, graduate, on) !== null;
      const passed = passedPartners({
        employer_id: row.employer_id ?? row.employer_credit_code, agreed_on: on, by_partner: row.employer_id !== null && partner(row.employer_id), has_partners: firms.some(partner), consented: consented.has(graduate.student_id),
        released: lists.get(graduate.student_id) ?? [],
      });
      return passed ? [graduate.student_id] : [];
    }));
  });
}
