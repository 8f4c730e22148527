import type { Entry, Votes } from '../approvals/decide.ts';
import type { Details } from '../approvals/details.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** What a plan's course is read from: the entries of its matter. */
export interface PlanEntry extends Pick<Entry, 'act' | 'person' | 'reason'> {
  readonly on: PlainDate;
  readonly details: Details | null;
  readonly votes: Votes | null;
}

/** Who did something on which day. */
export interface Done<E> {
  readonly on: PlainDate;
  readonly by: E;
}

/** A signature under the lines of one revision; null school: that of the college. */
export interface Signature<E> extends Done<E> {
  readonly revision: number;
  readonly school_id: string | null;
}

/** What the leading group decided on, where it says so. */
export interface Resolution<E> extends Done<E> {
  readonly revision: number;
  readonly number: string;
  readonly met_on: PlainDate;
  readonly attendees: string;
  readonly votes: Votes | null;
}

export interface FilingReceipt {
  readonly number: string;
  readonly on: PlainDate;
}

/** How far a plan has come, worked out from what was done: nothing of it is stored besides. */
export interface PlanCourse<E> {
  /** Of the lines as they stand; 0 before there are any. */
  readonly revision: number;
  readonly signatures: readonly Signature<E>[];
  /** Since the plan was last tabled. */
  readonly bureau: Done<E> | null;
  readonly drc: Done<E> | null;
  readonly decided: Resolution<E> | null;
  readonly province: FilingReceipt | null;
  readonly exam: FilingReceipt | null;
}

const UNDECIDED = { bureau: null, drc: null, decided: null, province: null, exam: null } as const;

/** M8: reads the entries in their order. Signatures stay with the revision that they were put under. */
export function planCourse<E extends PlanEntry>(entries: readonly E[]): PlanCourse<E> {
  return entries.reduce<PlanCourse<E>>((course, entry) => after(course, entry), { revision: 0, signatures: [], ...UNDECIDED });
}

function after<E extends PlanEntry>(course: PlanCourse<E>, by: E): PlanCourse<E> {
  const { act, on, details, votes } = by;
  const { revision } = course;
  const papers = { number: details?.number ?? '', on: details?.on ?? on };
  switch (act) {
    case 'revise': return { ...course, revision: details?.revision ?? revision };
    case 'sign_school': return { ...course, signatures: [...course.signatures, { revision, school_id: details?.school ?? null, on, by }] };
    case 'sign_college': return { ...course, signatures: [...course.signatures, { revision, school_id: null, on, by }] };
    case 'coordinate_bureau': return { ...course, bureau: { on, by } };
    case 'coordinate_drc': return { ...course, drc: { on, by } };
    case 'resolve': return { ...course, decided: { revision, on, by, number: papers.number, met_on: papers.on, attendees: details?.attendees ?? '', votes } };
    case 'file_province': return { ...course, province: papers };
    case 'file_exam': return { ...course, exam: papers };
    case 'return': case 'send_back': return { ...course, ...UNDECIDED };
    default: return course;
  }
}

/** The schools of the lines that have not signed the revision as it stands, and whether the college has. */
export function lacking<E>({ revision, signatures }: PlanCourse<E>, schools: readonly string[]): { readonly schools: readonly string[]; readonly college: boolean } {
  const signed = signatures.filter((one) => one.revision === revision);
  return {
    schools: schools.filter((school_id) => !signed.some((one) => one.school_id === school_id)),
    college: !signed.some((one) => one.school_id === null),
  };
}

/** M8-c: filed only with the receipts of both bodies. */
export function isFiled<E>({ decided, province, exam }: PlanCourse<E>): boolean {
  return decided !== null && province !== null && exam !== null;
}
