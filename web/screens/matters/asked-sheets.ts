import type { SheetName } from '../../../core/exchange/sheets.ts';

/** The sheets that a school can be asked to report in a round: those that its verdicts rest on. */
export const judgedSheetNames: readonly SheetName[] = [
  'schools', 'campuses', 'land', 'rooms', 'facilities', 'bases', 'equipment', 'staff', 'classes', 'teaching', 'programmes', 'students', 'headcounts', 'intakes', 'destinations',
];
