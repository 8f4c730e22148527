import type { SheetName } from '../../../../core/exchange/sheets.ts';

/** The registers in the order in which a region is described; each stands once. */
export const GROUPS: readonly { readonly name: 'places' | 'campus' | 'people' | 'students' | 'training' | 'money' | 'planning'; readonly sheets: readonly SheetName[] }[] = [
  { name: 'places', sheets: ['region', 'organisations', 'parks', 'services', 'schools', 'campuses', 'programmes'] },
  { name: 'campus', sheets: ['land', 'rooms', 'facilities', 'bases', 'equipment'] },
  { name: 'people', sheets: ['staff', 'classes', 'teaching', 'lecture_rates'] },
  { name: 'students', sheets: ['students', 'headcounts', 'intakes', 'guardians', 'filings', 'departures'] },
  { name: 'training', sheets: ['agreements', 'insurance', 'internships', 'results', 'certificates', 'credits', 'destinations', 'calendar'] },
  { name: 'money', sheets: ['charges', 'receipts', 'custody_spending', 'shares', 'payments', 'grant_standards', 'grant_headcounts', 'grant_receipts'] },
  { name: 'planning', sheets: ['budgets', 'spending', 'options', 'limits'] },
];
