import { addCellFinding, type ReadRow, type ReadSheet } from '../exchange/read-sheet.ts';
import { citizenIdFlaw } from '../values/citizen-id.ts';
import { yearOf, type PlainDate } from '../values/plain-date.ts';
import type { AdmissionRules } from './rules.ts';

/** The seventeenth character says the sex: odd for men. */
const SEX_AT = 16;
const BIRTH = { from: 6, to: 14 } as const;

/**
 * What a row of admitted students must be beyond its cells: the citizen id is sound and says the same of birth and sex as
 * the row does. An unknown division in front is none of our business: numbers outlive divisions.
 */
export function judgeAdmission({ entry_age }: AdmissionRules) {
  return (read: ReadSheet, row: ReadRow): void => {
    const id = row['id_number'] as string | null;
    const born = row['birth_date'] as PlainDate | null;
    const year = row['year'] as number | null;
    if (id === null) addCellFinding(read, row, 'id_number', 'no_id', null);
    else judgeId(read, row, id);
    if (born === null || year === null) return;
    const age = year - yearOf(born);
    if (entry_age !== null && (age < entry_age.from || age > entry_age.to)) addCellFinding(read, row, 'birth_date', 'unusual_age', born);
  };
}

function judgeId(read: ReadSheet, row: ReadRow, id: string): void {
  const flaw = citizenIdFlaw(id);
  if (flaw === 'birth_date') return addCellFinding(read, row, 'id_number', 'id_birth_date', id);
  if (flaw !== null) return addCellFinding(read, row, 'id_number', 'id_wrong', id);
  const born = row['birth_date'] as PlainDate | null;
  if (born !== null && id.slice(BIRTH.from, BIRTH.to) !== born.replaceAll('-', '')) addCellFinding(read, row, 'id_number', 'id_birth_date', id);
  const sex = row['sex'] as string | null;
  if (sex !== null && (Number(id[SEX_AT]) % 2 === 1) !== (sex === '1')) addCellFinding(read, row, 'sex', 'id_sex', sex);
}
