import type { Bilingual } from '../values/bilingual.ts';

/** What in a product can serve a statement of a policy. */
export type Capability = 'register' | 'rule' | 'workflow' | 'ledger' | 'indicator' | 'report' | 'config';

/** What serves a clause: something declared and running, by kind and name. */
export interface ServedBy {
  readonly kind: 'standard' | 'target' | 'indicator' | 'duty' | 'transition' | 'ledger_rule' | 'register' | 'report' | 'setting';
  readonly name: string;
}

/** Who is bound by a clause. */
export type Bound =
  | 'issuer' | 'city' | 'office' | 'city_bureau' | 'county_government' | 'county_bureau' | 'finance' | 'drc' | 'hrss'
  | 'economy_park' | 'departments' | 'college' | 'school' | 'campus' | 'enterprise' | 'student' | 'mass_organisations' | 'all';

/** One statement of the policy, in our own words. */
export interface Clause {
  readonly id: string;
  readonly summary: Bilingual;
  readonly binds: readonly Bound[];
  readonly capability: readonly Capability[];
  readonly served_by: readonly ServedBy[];
}
