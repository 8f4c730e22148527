import type { Destination, Graduate } from '../../core/employment/counts.ts';
import type { ContractKind, Match } from '../../core/employment/outcomes.ts';
import type { Work } from '../../core/employment/quality.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { AsKnown } from '../campus-rows.ts';
import { reportedSheets } from '../import-check.ts';
import { lastMoment, standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';

export interface CohortGraduate extends Graduate {
  readonly class_id: string | null;
}

export interface CohortDestination extends Destination, Work {
  readonly employer: string | null;
  readonly contact: string | null;
  readonly agreed_on: PlainDate | null;
  readonly insured_from: PlainDate | null;
  readonly contract_kind: ContractKind | null;
  readonly match: Match | null;
}

/** The graduates of a year and everything recorded of where they went. Null: the sheet was never reported. */
export interface Cohort {
  readonly graduates: readonly CohortGraduate[] | null;
  readonly destinations: readonly CohortDestination[] | null;
}

/** To be called within `tx.whole`; who is told of what is for the caller to cut. */
export async function loadCohort(whole: Transaction, year: number, on: PlainDate, { known_on }: AsKnown = {}): Promise<Cohort> {
  const moment = lastMoment(known_on);
  const reported = await reportedSheets(whole, moment);
  const values = [whole.actor.region_id, year, on, ...(moment === null ? [] : [moment])];
  const known = (alias: string): string => standing(alias, moment === null ? undefined : '$4');
  const ours = `select distinct on (r.student_id) r.student_id, r.school_id, r.programme_id, r.class_id, r.valid_from as graduated_on
    from register_students r where r.region_id = $1 and ${known('r')} and r.status = 'graduated' and r.valid_from <= $3::date and extract(year from r.valid_from) = $2::integer
    order by r.student_id, r.valid_from desc`;
  const graduates = await whole.query<CohortGraduate>(
    `select g.*, o.division_code as county from (${ours}) g left join register_organisations o on o.region_id = $1 and o.key = g.school_id and ${known('o')} order by g.student_id`, values);
  const destinations = await whole.query<CohortDestination>(
    `select d.student_id, d.code, d.workplace_division, d.recorded_on, d.industry, coalesce(d.employer_id, d.employer_credit_code) as employer, d.contract, d.wage_band, t.contract_kind, t.wage_fen, t.match, t.contact, t.agreed_on, t.insured_from
     from register_destinations d join (${ours}) g using (student_id) left join destination_details t on t.region_id = d.region_id and t.record_id = d.record_id
     where d.region_id = $1 and ${known('d')} and d.recorded_on <= $3::date order by d.record_id`, values);
  return { graduates: reported.has('students') ? graduates : null, destinations: reported.has('destinations') ? destinations : null };
}

/** Years of which somebody has graduated, the latest first. To be called within `tx.whole`. */
export async function graduationYears(whole: Transaction, on: PlainDate): Promise<number[]> {
  const rows = await whole.query<{ year: number }>(
    `select distinct extract(year from r.valid_from)::integer as year from register_students r where r.region_id = $1 and ${standing('r')} and r.status = 'graduated' and r.valid_from <= $2::date order by 1 desc`, [whole.actor.region_id, on]);
  return rows.map(({ year }) => Number(year));
}
