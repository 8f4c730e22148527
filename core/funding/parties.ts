import type { Dataset, Row } from '../exchange/sheets.ts';
import { problem, type Problem } from '../exchange/problem.ts';
import type { CountedRows } from './counted-rows.ts';
import type { Places } from './places.ts';

type Payment = Row<'payments'>;

/** Who may pay whom, told for one dataset. */
interface Parties {
  readonly isCollege: (id: string) => boolean;
  readonly isSchool: (id: string) => boolean;
  readonly isOrganisation: (id: string) => boolean;
  readonly isPerson: (id: string) => boolean;
  /** A campus, and it is run under this college. */
  readonly isCampusOf: (id: string, college_id: string) => boolean;
  readonly isCampus: (id: string) => boolean;
  /** A student of the year. */
  readonly isStudent: (id: string) => boolean;
  /** The student of the year has been there: at that campus, or under that college. */
  readonly hasBeenAt: (student_id: string, id: string) => boolean;
}

/** Each kind of payment: is the payer one of its payers, and the payee, from that payer, one of its payees? */
const KINDS: Readonly<Record<Payment['kind'], { readonly from: Fits; readonly to: Fits }>> = {
  tuition_share: { from: ({ from_id }, p) => p.isCollege(from_id), to: ({ to_id }, p) => p.isSchool(to_id) },
  dorm: { from: ({ from_id }, p) => p.isCollege(from_id), to: campusOfPayer },
  other_fee: { from: ({ from_id }, p) => p.isCollege(from_id), to: campusOfPayer },
  custody: { from: ({ from_id }, p) => p.isCollege(from_id), to: campusOfPayer },
  grant: { from: ({ from_id }, p) => p.isCollege(from_id), to: campusOfPayer },
  fee_refund: { from: (row, p) => p.isCollege(row.from_id) && paysOwnStudent(row, p), to: ({ to_id }, p) => p.isStudent(to_id) },
  custody_refund: { from: (row, p) => p.isCampus(row.from_id) && paysOwnStudent(row, p), to: ({ to_id }, p) => p.isStudent(to_id) },
  lecture_fee: { from: ({ from_id }, p) => p.isCampus(from_id), to: ({ to_id }, p) => p.isPerson(to_id) },
  forwarded: { from: ({ from_id, to_id }, p) => p.isOrganisation(from_id) && from_id !== to_id, to: ({ to_id }, p) => p.isCollege(to_id) },
};

type Fits = (payment: Payment, parties: Parties) => boolean;

function campusOfPayer({ from_id, to_id }: Payment, parties: Parties): boolean {
  return parties.isCollege(from_id) ? parties.isCampusOf(to_id, from_id) : parties.isCampus(to_id);
}

/** A student who moved within the year may have been refunded by either side. */
function paysOwnStudent({ from_id, to_id }: Payment, parties: Parties): boolean {
  return !parties.isStudent(to_id) || parties.hasBeenAt(to_id, from_id);
}

/** Payments of the years whose payer or payee does not fit their kind, and grants from somebody else than the campus's payer. */
export function partyProblems(dataset: Dataset, rows: CountedRows, places: Places): Problem[] {
  const parties = partiesOf(dataset, places);
  return [
    ...rows.payments.flatMap((payment) => {
      const { from, to } = KINDS[payment.kind];
      return [
        ...(from(payment, parties) ? [] : [problem('payments', payment.row, 'from_id', 'wrong_party', payment.from_id)]),
        ...(to(payment, parties) ? [] : [problem('payments', payment.row, 'to_id', 'wrong_party', payment.to_id)]),
      ];
    }),
    ...rows.grant_receipts.flatMap((receipt) => grantProblem(receipt, places)),
  ];
}

function grantProblem({ row, campus_id, payer_id }: Row<'grant_receipts'>, { campuses }: Places): Problem[] {
  if (campus_id === null && payer_id === null) return [problem('grant_receipts', row, 'campus_id', 'missing_value', null)];
  if (payer_id === null) return [];
  // A campus that names no payer may be this one's.
  const possible = campus_id === null ? [...campuses.values()].map((campus) => campus.payer_id) : [campuses.get(campus_id)?.payer_id ?? null];
  const fits = possible.includes(payer_id) || possible.includes(null);
  return fits ? [] : [problem('grant_receipts', row, 'payer_id', 'wrong_party', payer_id)];
}

function partiesOf(dataset: Dataset, places: Places): Parties {
  const { campuses } = places;
  const kinds = new Map((dataset.organisations ?? []).map(({ org_id, kind }) => [org_id, kind]));
  const persons = new Set((dataset.staff ?? []).map(({ person_id }) => person_id));
  // Without the sheet of organisations, who runs a campus is a college or school all the same.
  const named = dataset.organisations === undefined || dataset.organisations.length === 0 ? [...campuses.values()] : [];
  const colleges = new Set(named.map(({ college_id }) => college_id));
  const schools = new Set(named.map(({ school_id }) => school_id));
  return {
    isCollege: (id) => kinds.get(id) === 'college' || colleges.has(id),
    isSchool: (id) => kinds.get(id) === 'school' || schools.has(id),
    isOrganisation: (id) => kinds.size === 0 || kinds.has(id),
    isPerson: (id) => persons.has(id),
    isCampus: (id) => campuses.has(id),
    isCampusOf: (id, college_id) => campuses.get(id)?.college_id === college_id,
    isStudent: (id) => places.students.has(id),
    hasBeenAt: (student_id, id) => places.been_at.get(student_id)?.has(id) ?? false,
  };
}
