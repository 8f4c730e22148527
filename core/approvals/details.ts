import type { PlaceChange } from '../admission/places.ts';
import type { Topic } from '../office/topics.ts';
import type { Scores } from '../supervision/scorecard.ts';
import type { Severity } from './matters/finding.ts';
import type { SheetName } from '../exchange/sheets.ts';
import type { ChangeDraft } from '../students/change-draft.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { matterOfOrder, ORDER_KIND_NAMES } from '../orders/order-kinds.ts';
import type { MatterKind } from './matter-kind.ts';

/** What is asked for or proposed with an act, beside its reason. */
export interface Details {
  /** The value of a parameter, and the first day on which it is to hold. */
  readonly value?: string;
  readonly from?: PlainDate;
  /** Of a round: the day that the data are about, the last day to report, and the sheets that are asked for. */
  readonly on?: PlainDate;
  readonly due?: PlainDate;
  readonly sheets?: readonly SheetName[];
  /** Schools that a round ends without. */
  readonly missing?: readonly string[];
  /** Sheets of which a school has nothing to report. */
  readonly none?: readonly SheetName[];
  /** The year of a plan or of new students, and the department of development and reform that co-ordinates it. */
  readonly year?: number;
  readonly department?: string;
  /** Of a plan: the number of its lines as they were drawn up anew. */
  readonly revision?: number;
  /** The school that signs. */
  readonly school?: string;
  /** The college of whose programmes the new students are. */
  readonly college?: string;
  /** The firm that agrees to a scheme. */
  readonly firm?: string;
  /** What a receipt, or the minutes of a meeting or committee, bear beside their day; and who attended. */
  readonly number?: string;
  readonly attendees?: string;
  /** What becomes of the places of which admitted students, by the numbers of their admissions. */
  readonly place?: PlaceChange;
  readonly admissions?: readonly string[];
  /** Of the roll: the change that is asked for, or the number of the one that is to be undone. */
  readonly change?: ChangeDraft;
  readonly undoes?: string;
  /** Graduates whom a firm claims support for, or for whom it is taken back. */
  readonly heads?: readonly string[];
  /** The classes that are billed; none named is everybody. */
  readonly classes?: readonly string[];
  /** The digest of the list that was looked at. */
  readonly list?: string;
  /** Of a finding: the clause that it is about, how severe it is, and what shows it. */
  readonly clause?: string;
  readonly severity?: Severity;
  readonly evidence?: string;
  /** Of what comes before the office: its topic, a title, and what it says. */
  readonly topic?: Topic;
  readonly title?: string;
  readonly text?: string;
  /** Of a yearly assessment: what each topic came to. Of a yearly review: what will be done better. */
  readonly scores?: Scores;
  readonly actions?: string;
}

export type Key = keyof Details;

/** What each act takes; an act that is not here takes nothing. Either all of a list or none of an optional one. */
const TAKES: Readonly<Record<string, { readonly all: readonly Key[]; readonly optional?: boolean }>> = {
  'parameter_change/open': { all: ['value', 'from'] },
  'parameter_change/propose': { all: ['value', 'from'], optional: true },
  'collection_round/open': { all: ['on', 'due', 'sheets'] },
  'collection_round/freeze': { all: ['missing'], optional: true },
  'collection_return/submit': { all: ['none'], optional: true },
  'enrolment_plan/open': { all: ['year', 'department'] },
  'enrolment_plan/revise': { all: ['revision'] },
  'enrolment_plan/sign_school': { all: ['school'] },
  'enrolment_plan/resolve': { all: ['number', 'on', 'attendees'] },
  'enrolment_plan/file_province': { all: ['number', 'on'] },
  'enrolment_plan/file_exam': { all: ['number', 'on'] },
  'new_student_list/open': { all: ['year', 'college'] },
  'late_student_list/open': { all: ['year', 'college'] },
  'admission_change/open': { all: ['year', 'place', 'admissions'] },
  'roll_change/open': { all: ['change'] },
  'roll_undo/open': { all: ['undoes'] },
  'yearly_advance/open': { all: ['year', 'list'] },
  'step_up_list/open': { all: ['on', 'list'] },
  'leave_list/open': { all: ['on', 'list'] },
  'finding/open': { all: ['clause', 'severity', 'evidence', 'due'] },
  'finding/extend': { all: ['due'] },
  'major_matter/open': { all: ['topic', 'title', 'text'] },
  'major_matter/table': { all: ['on'] },
  'major_matter/resolve': { all: ['number', 'on', 'attendees', 'due'] },
  'difficulty_ticket/open': { all: ['title', 'text'] },
  'support_policy/open': { all: ['title', 'text', 'due'] },
  'model_case/open': { all: ['year', 'title', 'text'] },
  'major_advice/open': { all: ['year', 'department', 'title', 'text'] },
  'yearly_assessment/open': { all: ['year', 'title', 'text', 'scores'] },
  'yearly_review/open': { all: ['year', 'title', 'text', 'actions'] }, 'yearly_review/complete': { all: ['text', 'actions'] },
  'pilot_stop/hear': { all: ['number', 'on', 'attendees'] },
  'certificate_exemption/grant': { all: ['number', 'on', 'attendees'] },
  'graduation_list/open': { all: ['on', 'list'] },
  'training_scheme/open': { all: ['year'] },
  'training_scheme/revise': { all: ['revision'] },
  'training_scheme/agree_firm': { all: ['firm'] },
  'training_scheme/resolve': { all: ['number', 'on', 'attendees'] },
  'follow_up_list/open': { all: ['year', 'list'] },
  'hiring_support/open': { all: ['school', 'heads'] },
  'support_clawback/open': { all: ['school', 'heads'] }, 'support_clawback/confirm_return': { all: ['number', 'on'] },
  'bill_run/open': { all: ['year', 'on', 'classes', 'list'] },
  'grant_request/open': { all: ['year'] },
  'books_close/open': { all: ['value', 'on'] },
  ...Object.fromEntries(ORDER_KIND_NAMES.map(matterOfOrder).flatMap((id) => [[`${id}/open`, { all: ['year', 'list'] }], [`${id}/confirm`, { all: ['number', 'on'] }]] as const)),
};

/** Whether an act was given all that it takes, and nothing else. */
export function fits(kind: MatterKind, act: string, details: Details): boolean {
  const given = Object.keys(details) as Key[];
  const { all, optional = false } = TAKES[`${kind.id}/${act}`] ?? { all: [] };
  if (given.length === 0) return optional || all.length === 0;
  return given.length === all.length && all.every((key) => given.includes(key)) && (details.sheets === undefined || details.sheets.length > 0);
}

/** What an act takes beside its reason. */
export function takenBy(kind: MatterKind, act: string): readonly Key[] {
  return TAKES[`${kind.id}/${act}`]?.all ?? [];
}

/** What is proposed as things stand: later acts take the place of earlier ones, key by key. */
export function detailsNow(entries: readonly { readonly details: Details | null }[]): Details {
  return entries.reduce<Details>((now, { details }) => ({ ...now, ...details }), {});
}
