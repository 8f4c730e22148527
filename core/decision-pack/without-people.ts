import type { Dataset, Row } from '../exchange/sheets.ts';
import { levelInNumber } from '../exchange/text-check.ts';
import { date } from '../values/plain-date.ts';

/** Stands where a name was. */
const LEFT_OUT = '略';
/** A day that is nobody's: the sheet asks for one. */
const NO_DAY = date('2000-01-01');

/** The columns of people of which a decision needs nothing, by sheet; numbers of persons are replaced by running ones. */
export const COLUMNS_LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  students: ['student_id', 'name', 'sex', 'birth_date', 'id_number', 'class_id'],
  destinations: ['student_id', 'employer_id', 'employer_credit_code', 'industry', 'contract', 'wage_band'],
  staff: ['person_id', 'name'],
  classes: ['head_id'],
  teaching: ['person_id'],
  departures: ['student_id'],
  charges: ['student_id'],
  receipts: ['receipt_id', 'student_id'],
  custody_spending: ['spending_id', 'student_id', 'item'],
  payments: ['payment_id', 'from_id', 'to_id'],
  credits: ['student_id', 'certificate_exemption'],
  certificates: ['student_id', 'name', 'number'],
  filings: ['student_id', 'list_no'],
};

/**
 * The same records without anybody's person: heads, posts and periods stay, so that every figure comes to the same.
 * For whoever makes it and whatever they may read: a pack leaves the house.
 */
export function withoutPeople(dataset: Dataset): Dataset {
  const student = running('S');
  const person = running('P');
  return {
    ...dataset,
    ...(dataset.students !== undefined && { students: dataset.students.map((row): Row<'students'> => ({ ...row, student_id: student(row.student_id), name: LEFT_OUT, sex: '1', birth_date: NO_DAY, id_number: null, class_id: null })) }),
    ...(dataset.destinations !== undefined && {
      destinations: dataset.destinations.map((row): Row<'destinations'> => ({ ...row, student_id: student(row.student_id), employer_id: null, employer_credit_code: null, industry: null, contract: null, wage_band: null })),
    }),
    ...(dataset.staff !== undefined && { staff: dataset.staff.map((row): Row<'staff'> => ({ ...row, person_id: person(row.person_id), name: LEFT_OUT })) }),
    ...(dataset.classes !== undefined && { classes: dataset.classes.map((row): Row<'classes'> => ({ ...row, head_id: row.head_id === null ? null : person(row.head_id) })) }),
    ...(dataset.teaching !== undefined && { teaching: dataset.teaching.map((row): Row<'teaching'> => ({ ...row, person_id: person(row.person_id) })) }),
    ...moneyWithoutPeople(dataset, student, person),
    ...finalYearWithoutPeople(dataset, student),
  };
}

type Numbering = (id: string) => string;

function moneyWithoutPeople(dataset: Dataset, student: Numbering, person: Numbering): Dataset {
  const students = new Set(dataset.students?.map(({ student_id }) => student_id));
  const staff = new Set(dataset.staff?.map(({ person_id }) => person_id));
  const [receipt, spending, payment] = [running('R'), running('K'), running('Z')];
  const party = (id: string): string => (students.has(id) ? student(id) : staff.has(id) ? person(id) : id);
  return {
    ...(dataset.departures !== undefined && { departures: dataset.departures.map((row): Row<'departures'> => ({ ...row, student_id: student(row.student_id) })) }),
    ...(dataset.charges !== undefined && { charges: dataset.charges.map((row): Row<'charges'> => ({ ...row, student_id: student(row.student_id) })) }),
    ...(dataset.receipts !== undefined && { receipts: dataset.receipts.map((row): Row<'receipts'> => ({ ...row, receipt_id: receipt(row.receipt_id), student_id: student(row.student_id) })) }),
    ...(dataset.custody_spending !== undefined && {
      custody_spending: dataset.custody_spending.map((row): Row<'custody_spending'> => ({ ...row, spending_id: spending(row.spending_id), student_id: student(row.student_id), item: LEFT_OUT })),
    }),
    ...(dataset.payments !== undefined && { payments: dataset.payments.map((row): Row<'payments'> => ({ ...row, payment_id: payment(row.payment_id), from_id: party(row.from_id), to_id: party(row.to_id) })) }),
  };
}

function finalYearWithoutPeople(dataset: Dataset, student: Numbering): Dataset {
  const certificate = running('');
  return {
    ...(dataset.credits !== undefined && { credits: dataset.credits.map((row): Row<'credits'> => ({ ...row, student_id: student(row.student_id), certificate_exemption: row.certificate_exemption === null ? null : LEFT_OUT })) }),
    ...(dataset.certificates !== undefined && {
      certificates: dataset.certificates.map((row): Row<'certificates'> => ({ ...row, student_id: student(row.student_id), name: LEFT_OUT, number: numberLike(row, certificate(`${row.kind} ${row.number}`)) })),
    }),
    ...(dataset.filings !== undefined && { filings: dataset.filings.map((row): Row<'filings'> => ({ ...row, student_id: student(row.student_id), list_no: LEFT_OUT })) }),
  };
}

/** A number that names the same level as the one whose place it takes: the audit of the final grade reads that of it. */
function numberLike({ kind, number }: Row<'certificates'>, running_no: string): string {
  const level = levelInNumber(number);
  if (kind !== 'skill' || level === undefined) return running_no.padStart(8, '0');
  return `S${'0'.repeat(LEVEL_AT - 1)}${level}${running_no.padStart(6, '0')}`;
}

/** Where the level stands in the number of a skill-grade certificate. */
const LEVEL_AT = 15;

/** Running numbers in the order in which somebody first appears: the same person has the same one everywhere. */
function running(prefix: string): Numbering {
  const known = new Map<string, string>();
  return (id) => {
    const number = known.get(id) ?? `${prefix}${known.size + 1}`;
    known.set(id, number);
    return number;
  };
}
