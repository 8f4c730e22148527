import type { TypedRow } from '../../core/check/made-dataset.ts';
import type { SheetName } from '../../core/exchange/sheets.ts';
import { enterpriseOf, ORGANISATIONS, thingId, UNITS, VARIANTS, type Unit, type Variant } from './units.ts';

/**
 * Whose each record of the made world is, told once more in prose: which of a unit's institutions, campuses and
 * people its records belong to. Nothing here asks the product.
 */
type Part = 'school' | 'college' | 'campus' | 'schoolCampuses' | 'class' | 'student' | 'person' | 'enterprise' | 'payer';

const OF_CAMPUS: readonly Part[] = ['campus'];
const OF_STUDENT: readonly Part[] = ['student'];
const NOBODY: readonly Part[] = [];

const PARTS: Readonly<Record<SheetName, readonly Part[]>> = {
  region: NOBODY, organisations: NOBODY, parks: NOBODY, lecture_rates: NOBODY, limits: NOBODY,
  services: ['school', 'college'], programmes: ['school', 'college'],
  schools: ['school', 'schoolCampuses'],
  campuses: OF_CAMPUS, land: OF_CAMPUS, rooms: OF_CAMPUS, facilities: OF_CAMPUS, bases: OF_CAMPUS, equipment: OF_CAMPUS, headcounts: OF_CAMPUS,
  classes: ['class', 'campus'], staff: ['person', 'school', 'campus'], teaching: ['person', 'campus'],
  students: OF_STUDENT, guardians: OF_STUDENT, filings: OF_STUDENT, agreements: OF_STUDENT, insurance: OF_STUDENT,
  internships: ['student', 'enterprise'], results: OF_STUDENT, certificates: OF_STUDENT, credits: OF_STUDENT, destinations: ['student', 'enterprise'],
  charges: OF_STUDENT, receipts: OF_STUDENT, departures: OF_STUDENT, custody_spending: OF_STUDENT,
  intakes: ['school', 'college'], calendar: ['college'], grant_standards: ['college'], shares: ['school', 'college'],
  grant_headcounts: OF_CAMPUS, grant_receipts: ['campus', 'payer'], payments: ['college', 'campus'],
  budgets: ['campus', 'payer'], spending: OF_CAMPUS, options: OF_CAMPUS,
};

const countyOf = (org_id: string): string => `county:${ORGANISATIONS.find((one) => one.org_id === org_id)?.division_code}`;

/** A campus is its school's, its college's, its payer's, and its county's. */
const campusLabels = (unit: Unit, variant: Variant): string[] =>
  [`campus:${thingId('campus', unit.name, variant)}`, `org:${unit.school}`, `org:${unit.college}`, `org:${unit.payer}`, `county:${unit.county}`];

/** A student is of the class, of the school with its county, of the campus, and of both ends of the programme. */
const studentLabels = (unit: Unit, variant: Variant): string[] => [
  `student:${thingId('student', unit.name, variant)}`, `class:${thingId('class', unit.name, 'standing')}`, `org:${unit.school}`, countyOf(unit.school),
  `org:${unit.college}`, ...campusLabels(unit, 'standing'),
];

/** A school is seen by everybody who sees one of its campuses. An ended campus is none; a new one has not come yet. */
function schoolCampuses(school: string, sheet: SheetName, variant: Variant): string[] {
  const there = VARIANTS.filter((one) => one === 'standing' || one === 'answered' || one === 'new' && sheet === 'campuses' && variant === 'new');
  return Object.values(UNITS).filter((unit) => unit.school === school).flatMap((unit) => there.flatMap((one) => campusLabels(unit, one)));
}

/** The labels that a record of a unit carries. */
export function labelsOfUnit(sheet: SheetName, unit: Unit, variant: Variant): string[] {
  const labels = PARTS[sheet].flatMap((part): string[] => {
    switch (part) {
      case 'school': return [`org:${unit.school}`, countyOf(unit.school)];
      case 'college': return sheet === 'payments' ? [`org:${unit.college}`, countyOf(unit.college)] : [`org:${unit.college}`];
      case 'campus': return campusLabels(unit, sheet === 'campuses' ? variant : 'standing');
      case 'schoolCampuses': return schoolCampuses(unit.school, sheet, variant);
      case 'class': return [`class:${thingId('class', unit.name, variant)}`];
      case 'student': return studentLabels(unit, variant);
      case 'person': return [`person:${thingId('person', unit.name, sheet === 'staff' ? variant : 'standing')}`];
      case 'enterprise': return [`org:${enterpriseOf(unit)}`];
      case 'payer': return [`org:${unit.payer}`];
    }
  });
  return [...new Set(labels)].sort();
}

/** The labels of any row of the world: organisations stand for themselves and their county. */
export function labelsOfRow(sheet: SheetName, row: TypedRow, of: { readonly unit: Unit; readonly variant: Variant } | null): string[] {
  if (sheet === 'organisations') return [`county:${row['division_code']}`, `org:${row['org_id']}`];
  return of === null ? [] : labelsOfUnit(sheet, of.unit, of.variant);
}

