import type { SheetName } from '../exchange/sheets.ts';

/** Things of which records speak: a record is in the reach of whoever one of its things belongs to. */
export type Thing = 'org' | 'school' | 'campus' | 'class' | 'programme' | 'student';

export interface Ownership {
  /** Labels that a record carries by its own columns: prefix → column. */
  readonly own?: readonly { readonly prefix: 'org' | 'campus' | 'county' | 'class' | 'student' | 'person'; readonly column: string }[];
  /** Columns that name things whose labels the record carries as well. */
  readonly of?: readonly { readonly column: string; readonly things: readonly Thing[] }[];
  /** Things that its records speak for: a thing's labels are those of all records that name it in that column. */
  readonly things?: readonly { readonly thing: Thing; readonly column: string }[];
}

const org = (column: string) => ({ prefix: 'org', column }) as const;
const the = (column: string, ...things: Thing[]) => ({ column, things });
const ofCampus: Ownership = { of: [the('campus_id', 'campus')] };
const ofStudent: Ownership = { of: [the('student_id', 'student')] };

/**
 * Whose a record is, sheet by sheet. Things come before what names them, so that labels can be worked out in this order.
 */
export const OWNERSHIP: Readonly<Record<SheetName, Ownership>> = {
  region: {},
  organisations: { own: [org('org_id'), { prefix: 'county', column: 'division_code' }], things: [{ thing: 'org', column: 'org_id' }] },
  parks: {},
  calendar: { own: [org('college_id')] },
  grant_standards: { own: [org('college_id')] },
  lecture_rates: {},
  limits: {},
  campuses: {
    own: [{ prefix: 'campus', column: 'campus_id' }, org('school_id'), org('college_id'), org('payer_id'), { prefix: 'county', column: 'division_code' }],
    things: [{ thing: 'campus', column: 'campus_id' }, { thing: 'school', column: 'school_id' }],
  },
  classes: { own: [{ prefix: 'class', column: 'class_id' }], ...ofCampus, things: [{ thing: 'class', column: 'class_id' }] },
  programmes: { own: [org('college_id')], of: [the('school_id', 'org')], things: [{ thing: 'programme', column: 'programme_id' }] },
  students: {
    own: [{ prefix: 'student', column: 'student_id' }, { prefix: 'class', column: 'class_id' }],
    of: [the('school_id', 'org'), the('campus_id', 'campus'), the('programme_id', 'programme')],
    things: [{ thing: 'student', column: 'student_id' }],
  },
  services: { of: [the('programme_id', 'programme')] },
  schools: { of: [the('school_id', 'org', 'school')] },
  land: ofCampus, rooms: ofCampus, facilities: ofCampus, bases: ofCampus, equipment: ofCampus, headcounts: ofCampus,
  staff: { own: [{ prefix: 'person', column: 'person_id' }, org('employer_id')], of: [the('campus_id', 'campus'), the('school_id', 'org')] },
  teaching: { own: [{ prefix: 'person', column: 'person_id' }], ...ofCampus },
  intakes: { of: [the('school_id', 'org'), the('programme_id', 'programme')] },
  guardians: ofStudent, filings: ofStudent, agreements: ofStudent, insurance: ofStudent,
  internships: { own: [org('employer_id')], ...ofStudent },
  results: ofStudent, certificates: ofStudent, credits: ofStudent,
  destinations: { own: [org('employer_id')], ...ofStudent },
  charges: ofStudent, receipts: ofStudent, departures: ofStudent, custody_spending: ofStudent,
  shares: { own: [org('college_id')], of: [the('school_id', 'org')] },
  grant_headcounts: ofCampus,
  grant_receipts: { own: [org('payer_id')], ...ofCampus },
  payments: { of: [the('from_id', 'org', 'campus', 'student'), the('to_id', 'org', 'campus', 'student')] },
  budgets: { own: [org('payer_id')], ...ofCampus },
  spending: ofCampus,
  options: ofCampus,
};

export const OWNED_SHEETS = Object.keys(OWNERSHIP) as readonly SheetName[];
