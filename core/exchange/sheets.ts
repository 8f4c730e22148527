import type { RowOf } from './sheet.ts';
import { agreements, insurance, internships } from './sheets/agreements.ts';
import { bases, equipment, facilities, land, rooms } from './sheets/campus.ts';
import { filings, headcounts, intakes, programmes } from './sheets/enrolment.ts';
import {
  calendar, charges, custodySpending, grantHeadcounts, grantReceipts, grantStandards, payments, receipts, shares,
} from './sheets/funding.ts';
import { certificates, credits, destinations, results } from './sheets/outcomes.ts';
import { organisations, parks, region, services } from './sheets/places.ts';
import { budgets, limits, options, spending } from './sheets/planning.ts';
import { campuses, schools } from './sheets/schools.ts';
import { classes, lectureRates, staff, teaching } from './sheets/staff.ts';
import { departures, guardians, students } from './sheets/students.ts';

/** Every sheet of the exchange format, in the order of template and export. */
export const sheets = {
  region,
  organisations,
  parks,
  services,
  schools,
  campuses,
  land,
  rooms,
  facilities,
  bases,
  equipment,
  staff,
  classes,
  teaching,
  programmes,
  students,
  headcounts,
  intakes,
  guardians,
  filings,
  agreements,
  insurance,
  internships,
  results,
  certificates,
  credits,
  destinations,
  calendar,
  charges,
  receipts,
  departures,
  custody_spending: custodySpending,
  shares,
  grant_standards: grantStandards,
  grant_headcounts: grantHeadcounts,
  grant_receipts: grantReceipts,
  payments,
  lecture_rates: lectureRates,
  budgets,
  spending,
  options,
  limits,
} as const;

export type Sheets = typeof sheets;
export type SheetName = keyof Sheets;
export type Row<S extends SheetName> = RowOf<Sheets[S]>;

/** Read rows by sheet: a sheet that was not given is absent, a sheet without rows is an empty list. */
export type Dataset = { readonly [S in SheetName]?: readonly Row<S>[] };

/** The names of all sheets, in their order. */
export const sheetNames = Object.keys(sheets) as readonly SheetName[];
