import { addDays, type PlainDate } from '../values/plain-date.ts';

/** A joint activity as far as it counts here. */
export interface Activity {
  readonly on: PlainDate;
  readonly parties: readonly string[];
  readonly programme_id: string | null;
  readonly study_year: number | null;
}

/** A programme with its college, its school and the firms that are parties of it. */
export interface Programme {
  readonly programme_id: string;
  readonly college_id: string;
  readonly school_id: string;
  readonly enterprises: readonly string[];
}

export const STUDY_YEARS = [1, 2, 3, 4, 5] as const;

export interface YearOfProcess {
  readonly study_year: number;
  readonly activities: number;
  /** `amber` where nothing was done together in a year. */
  readonly outcome: 'met' | 'amber';
}

/**
 * M1-c: each of the five years of study has a joint activity within the school year. A joint activity of the programme is
 * one with its college or school and one of its firms, or with both institutions.
 */
export function wholeProcess(programme: Programme, activities: readonly Activity[], { first, last }: { readonly first: PlainDate; readonly last: PlainDate }): YearOfProcess[] {
  const counts = activities.filter((one) => one.programme_id === programme.programme_id && one.on >= first && one.on <= last && sides(programme, one) >= 2);
  return STUDY_YEARS.map((study_year) => {
    const many = counts.filter((one) => one.study_year === study_year).length;
    return { study_year, activities: many, outcome: many > 0 ? 'met' : 'amber' };
  });
}

/** How many of the three sides of a programme took part. */
function sides({ college_id, school_id, enterprises }: Programme, { parties }: Activity): number {
  return [[college_id], [school_id], enterprises].filter((side) => side.some((id) => parties.includes(id))).length;
}

/** A firm of programmes with the day of its last activity; dormant where none lies within so many days. */
export interface PartnerAtWork {
  readonly org_id: string;
  readonly last: PlainDate | null;
  readonly activities: number;
  readonly dormant: boolean;
}

/** M1-c, S2-f…h: who of the firms does something. Without days in law nobody is called dormant. */
export function partnersAtWork(programmes: readonly Programme[], activities: readonly Activity[], on: PlainDate, dormant_days: number | null): PartnerAtWork[] {
  const firms = [...new Set(programmes.flatMap(({ enterprises }) => enterprises))].sort();
  return firms.map((org_id) => {
    const own = activities.filter(({ parties, on: day }) => parties.includes(org_id) && day <= on).map((one) => one.on).sort();
    const last = own.at(-1) ?? null;
    return { org_id, last, activities: own.length, dormant: dormant_days !== null && (last === null || last < addDays(on, -dormant_days)) };
  });
}

/** Of which of the five parties an organisation is, by its kind in the register. */
const SIDE: Readonly<Record<string, 'government' | 'park' | 'enterprise' | 'institution'>> = {
  government: 'government', education_bureau: 'government', finance_bureau: 'government', department: 'government', office: 'government', park: 'park', enterprise: 'enterprise', school: 'institution', college: 'institution',
};
export const FIVE_PARTIES = ['government', 'park', 'trade', 'enterprise', 'institution'] as const;
export type FiveParty = (typeof FIVE_PARTIES)[number];

/** 1.2-l: in how many activities each of the five took part; bodies outside the register count as those of a trade. */
export function fiveParties(activities: readonly { readonly parties: readonly string[]; readonly others: string }[], kindOf: ReadonlyMap<string, string>): Readonly<Record<FiveParty, number>> {
  const took = (party: FiveParty): number => activities.filter(({ parties, others }) => (party === 'trade' ? others.trim() !== '' : parties.some((id) => SIDE[kindOf.get(id) ?? ''] === party))).length;
  return Object.fromEntries(FIVE_PARTIES.map((party) => [party, took(party)])) as Record<FiveParty, number>;
}
