import { canary } from './canary.ts';

/** A corner of the made world: one campus with its class, programme, staff and students. */
export interface Unit {
  readonly name: UnitName | 'zz';
  readonly at: number;
  readonly school: string;
  readonly college: string;
  readonly payer: string;
  /** Division of the campus. */
  readonly county: string;
}

/** Two of each side; `x1` is a campus of the one school with the other college, payer and county. */
export const UNIT_NAMES = ['a1', 'a2', 'b1', 'b2', 'x1'] as const;
export type UnitName = (typeof UNIT_NAMES)[number];
export type Side = 'a' | 'b';

/** How a record came to be as it is: it stands, a later one answers it, it was ended; and one that is not there yet. */
export const VARIANTS = ['standing', 'answered', 'ended', 'new'] as const;
export type Variant = (typeof VARIANTS)[number];

export const COUNTIES: Readonly<Record<Side, string>> = { a: '330802', b: '330881' };
const CREDIT_CODES: Readonly<Record<Side, string>> = { a: '91330803MA2DH0013P', b: '91330881MA29U0029D' };
/** Where colleges stand: a county whose bureau has nothing to do with campuses for that. */
const COLLEGE_COUNTY = '330803';

/** Ids of organisations that everything else names. Their names are public. */
export const orgId = (kind: string, side: Side | 'r'): string => `${kind}-${side}`;

const unit = (name: UnitName, at: number, school: Side, other: Side): Unit => ({
  name, at, school: orgId('school', school), college: orgId('college', other), payer: orgId('payer', other), county: COUNTIES[other],
});

export const UNITS: Readonly<Record<UnitName, Unit>> = {
  a1: unit('a1', 0, 'a', 'a'), a2: unit('a2', 1, 'a', 'a'), b1: unit('b1', 2, 'b', 'b'), b2: unit('b2', 3, 'b', 'b'), x1: unit('x1', 4, 'a', 'b'),
};

/** A unit that there is not: nothing of what it names stands in the world. */
export const NOWHERE_UNIT: Unit = {
  name: 'zz', at: 5, school: 'school-zz', college: 'college-zz', payer: 'payer-zz', county: '339999',
};

export interface Organisation {
  readonly org_id: string;
  readonly kind: string;
  readonly division_code: string;
  readonly credit_code?: string;
}

/** Every organisation of the world that has a part in it. */
export const ORGANISATIONS: readonly Organisation[] = [
  { org_id: orgId('office', 'r'), kind: 'office', division_code: '330800' },
  { org_id: orgId('bureau', 'r'), kind: 'education_bureau', division_code: '330800' },
  ...(['a', 'b'] as const).flatMap((side) => [
    { org_id: orgId('school', side), kind: 'school', division_code: COUNTIES[side] },
    { org_id: orgId('college', side), kind: 'college', division_code: COLLEGE_COUNTY },
    { org_id: orgId('payer', side), kind: 'finance_bureau', division_code: COUNTIES[side] },
    { org_id: orgId('county', side), kind: 'education_bureau', division_code: COUNTIES[side] },
    { org_id: orgId('department', side), kind: 'department', division_code: '330800' },
    { org_id: orgId('enterprise', side), kind: 'enterprise', division_code: COUNTIES[side], credit_code: CREDIT_CODES[side] },
  ]),
];

/** Ids of a unit's own things. Others name them, so that their canary is seen with whatever names them. */
export const thingId = (thing: 'campus' | 'class' | 'programme' | 'student' | 'person' | 'base' | 'park' | 'room', name: Unit['name'], variant: Variant): string =>
  `${canary(name, thing, 'id')}-${variant}`;

/** The enterprise of a unit's internships: that of the side whose college it is. */
export function enterpriseOf({ name, college }: Unit): string {
  if (name === 'zz') return 'enterprise-zz';
  return orgId('enterprise', college === orgId('college', 'a') ? 'a' : 'b');
}
