import { later, monthOn, nextDay, plus, plusWorked, workedFrom } from './naive-days.ts';

/**
 * The second reading of everything that is owed. A line is: duty | clause | last day | who owes it | who is told one day late, and ten.
 * Last days: `12-05` the first of that day, `30d` so many days, `5w` so many working days, `month` the rule of the agreement (B22).
 */
const LINES = `
new_student_list | M3-c | 12-05 | school_registrar | school_head office
grades_in | M3-e | 0d | teacher | college_academic college_leadership
grades_release | M3-e | 5w | college_academic | college_leadership office
condition_snapshot | M4-a | 10-31 | office | city_bureau office
headcount_sheet | M5-d | 10-31 | college_finance | college_leadership office
grant_in_full | M5-e | 12-20 | finance_bureau | city_bureau office
grant_quarter | M5-e | 0d | finance_bureau | city_bureau office
grant_pass_on | M5-f | 30d | college_finance | college_leadership office
sample_test | M9-c | 08-31 | college_academic | college_leadership office
upgrade_test | M9-d | 04-30 | college_academic | college_leadership office
step_up_appeal | M9-d | 5w | college_academic college_leadership | college_leadership office
destination | M10-b | 08-31 | school_registrar | school_head office
destination_again | M10-b | 12-31 | school_registrar | school_head office
circular_receipt | S1-e | 0d | school_head college_programme county_bureau department finance_bureau | city_bureau office
internship_papers | S2-i | -1d | school_registrar | school_head office
benefit_difficulty | S2-e | 30d | office | office office
quality_visit | S3-a | 0d | college_academic | college_leadership office
conduct_visit | S3-c | 0d | college_academic | college_leadership office
yearly_assessment | S3-g | 0d | county_bureau | city_bureau office
yearly_review | S3-h | 0d | school_head college_leadership county_bureau | city_bureau office
agreement | R3-e | month | school_registrar | school_head office
roll_registration | R3-b | 11-20 | school_registrar | school_head office
tuition_settlement | R4-c | 0d | college_finance | college_leadership office
fee_refund | R4-b | 15d | college_finance | college_leadership office
fees_pass_on | R4-e | 30d | college_finance | college_leadership office
custody_settlement | R4-g | 08-31 | school_finance | school_head office
school_liability | R4-j | 0d | school_registrar | school_head office
internship_insurance | R4-j | 0d | school_registrar | school_head office
pilot_admission_submitted | S1-a | 10w | county_bureau city_bureau | city_bureau office
pilot_admission_checked | S1-a | 10w | office | city_bureau office
campus_recognition_applied | M4-a | 15w | college_programme | college_leadership office
campus_recognition_verified | M4-a | 10w | office | city_bureau office
parameter_change_proposed | X-1 | 10w | office city_bureau | city_bureau office
collection_round_frozen | M4-a | 5w | office city_bureau | city_bureau office
collection_return_submitted | M4-a | 5w | college_programme | college_leadership office
enrolment_plan_coordinating | S2-a | 10w | city_bureau department | office office
enrolment_plan_bureau_coordinated | S2-a | 10w | department | city_bureau office
enrolment_plan_drc_coordinated | S2-a | 10w | city_bureau | office office
enrolment_plan_tabled | M8-b | 10w | college_leadership | city_bureau office
enrolment_plan_decided | M8-c | 10w | college_programme | college_leadership office
enrolment_plan_province_filed | M8-c | 10w | college_programme | college_leadership office
enrolment_plan_exam_filed | M8-c | 10w | college_programme | college_leadership office
admission_change_proposed | R3-b | 5w | school_head | county_bureau office
new_student_list_submitted | M3-c | 5w | school_head | county_bureau office
new_student_list_school_sealed | M3-c | 5w | county_bureau city_bureau | city_bureau office
new_student_list_bureau_sealed | M3-c | 5w | college_leadership | city_bureau office
late_student_list_submitted | M3-c | 5w | school_head | county_bureau office
late_student_list_school_sealed | M3-c | 5w | county_bureau city_bureau | city_bureau office
late_student_list_bureau_sealed | M3-c | 5w | college_leadership | city_bureau office
roll_change_proposed | R3-a | 5w | school_head college_leadership | county_bureau office
roll_undo_proposed | R3-a | 5w | school_head college_leadership | county_bureau office
yearly_advance_proposed | R3-a | 5w | school_head college_leadership | county_bureau office
step_up_list_proposed | M9-d | 5w | college_leadership | city_bureau office
leave_list_proposed | M9-d | 5w | school_head | county_bureau office
finding_extension_asked | S3-e | 5w | college_academic college_programme college_leadership county_bureau city_bureau office | college_leadership office
finding_answered | S3-e | 10w | college_academic college_programme college_leadership county_bureau city_bureau office | college_leadership office
pilot_stop_proposed | S3-f | 10w | office | city_bureau office
pilot_stop_heard | S3-f | 10w | office | city_bureau office
pilot_stop_decided | S3-f | 5w | city_bureau | office office
pilot_stop_stopped | S3-f | 30w | office | city_bureau office
pilot_resume_proposed | S3-f | 10w | office | city_bureau office
pilot_resume_decided | S3-f | 5w | city_bureau | office office
yearly_assessment_scored | S3-g | 10w | school_head county_bureau city_bureau | county_bureau office
yearly_assessment_heard | S3-g | 10w | county_bureau city_bureau | city_bureau office
yearly_review_handed_in | S3-h | 10w | office | city_bureau office
yearly_review_sent_back | S3-h | 10w | school_head college_leadership college_programme county_bureau city_bureau department enterprise | county_bureau office
major_matter_raised | S1-d | 10w | office | city_bureau office
major_matter_research | S1-d | 20w | office city_bureau | city_bureau office
major_matter_studied | S1-d | 20w | office | city_bureau office
major_matter_tabled | S1-d | 20w | office | city_bureau office
major_matter_reported | S1-d | 10w | office | city_bureau office
difficulty_ticket_escalated | S1-c | 10w | office | city_bureau office
difficulty_ticket_answered | S1-c | 10w | school_head school_registrar college_programme college_leadership department enterprise | county_bureau office
support_policy_reported | S1-b | 10w | office city_bureau | city_bureau office
model_case_nominated | S2-k | 10w | city_bureau county_bureau | office office
model_case_recommended | S2-k | 10w | office | city_bureau office
model_case_chosen | S2-k | 10w | office | city_bureau office
major_advice_given | S2-f | 10w | college_programme school_head | college_leadership office
certificate_exemption_proposed | M9-e | 10w | college_academic college_leadership | college_leadership office
graduation_list_proposed | R3-d | 5w | college_leadership | city_bureau office
training_scheme_tabled | M9-b | 10w | college_leadership | city_bureau office
follow_up_list_proposed | 1.2-c | 5w | school_head | county_bureau office
hiring_support_claimed | M10-d | 10w | school_registrar school_head | school_head office
hiring_support_confirmed | M10-d | 10w | finance_bureau | office office
support_clawback_proposed | M10-d | 10w | finance_bureau | office office
support_clawback_reclaimed | M10-d | 20w | finance_bureau | office office
bill_run_proposed | R4-b | 5w | college_finance college_leadership | college_leadership office
books_close_proposed | R4-g | 5w | office city_bureau | city_bureau office
grant_request_proposed | M5-d | 5w | college_leadership | city_bureau office
order_grant_made | M5-f | 3w | college_finance school_finance college_leadership school_head | college_leadership office
order_grant_checked | M5-f | 5w | college_finance school_finance | college_leadership office
order_tuition_share_made | R4-c | 3w | college_finance school_finance college_leadership school_head | college_leadership office
order_tuition_share_checked | R4-c | 5w | college_finance school_finance | college_leadership office
order_dorm_made | R4-e | 3w | college_finance school_finance college_leadership school_head | college_leadership office
order_dorm_checked | R4-e | 5w | college_finance school_finance | college_leadership office
order_other_fee_made | R4-e | 3w | college_finance school_finance college_leadership school_head | college_leadership office
order_other_fee_checked | R4-e | 5w | college_finance school_finance | college_leadership office
order_custody_made | R4-e | 3w | college_finance school_finance college_leadership school_head | college_leadership office
order_custody_checked | R4-e | 5w | college_finance school_finance | college_leadership office
order_fee_refund_made | R4-b | 3w | college_finance school_finance college_leadership school_head | college_leadership office
order_fee_refund_checked | R4-b | 5w | college_finance school_finance | college_leadership office
order_custody_refund_made | R4-g | 3w | college_finance school_finance college_leadership school_head | college_leadership office
order_custody_refund_checked | R4-g | 5w | college_finance school_finance | college_leadership office
order_lecture_fee_made | R4-h | 3w | college_finance school_finance college_leadership school_head | college_leadership office
order_lecture_fee_checked | R4-h | 5w | college_finance school_finance | college_leadership office
order_hiring_support_made | M10-d | 3w | finance_bureau | office office
order_hiring_support_checked | M10-d | 5w | finance_bureau | office office
collection_return_asked | M4-a | 0d | school_registrar | school_head office
finding_open | S3-e | 0d | school_head | county_bureau office
major_matter_decided | S1-d | 0d | school_head college_leadership county_bureau department finance_bureau | city_bureau office
support_policy_owed | S1-b | 0d | school_head college_leadership county_bureau department finance_bureau | city_bureau office
major_matter_decided_city | S1-d | 0d | city_bureau | office office
support_policy_owed_city | S1-b | 0d | city_bureau | office office
difficulty_ticket_raised | S1-c | 10w | county_bureau | city_bureau office
leader_appointment_named | R6-c | 10w | county_bureau city_bureau | city_bureau office
leader_appointment_recommended | R6-c | 10w | college_leadership county_bureau city_bureau office | city_bureau office
joint_hiring_proposed | R6-d | 10w | school_head college_programme college_leadership | county_bureau office
joint_hiring_school_approved | R6-d | 10w | college_programme college_leadership | college_leadership office
joint_hiring_college_approved | R6-d | 10w | school_head | county_bureau office
overlap_exception_asked | R5-b | 10w | college_academic college_leadership | college_leadership office
expert_hire_recommended | M6-d | 20w | school_head school_registrar campus_manager | county_bureau office
base_project_planned | M4-b | 10w | college_academic college_programme college_leadership | college_leadership office
base_project_finished | M4-b | 15w | college_academic college_programme college_leadership | college_leadership office
hazard_rectified | M3-a | 3w | campus_manager school_head college_academic college_programme college_leadership | school_head office
hazard_open | M3-a | 0d | campus_manager counsellor school_head school_registrar | school_head office
incident_reported | M3-a | 1w | campus_manager school_head | school_head office
incident_triaged | M3-a | 0d | campus_manager school_head | school_head office
college_rule_sent | M3-b | 10w | campus_manager school_head | school_head office
visitor_request_asked | R4-i | 0d | school_head school_registrar campus_manager | county_bureau office
`;

/** What happened to one thing that a duty is about: when it began, from when the time runs where that is another day, when it ended. */
export interface Spell {
  readonly duty: string;
  readonly about: string;
  readonly opened: string;
  readonly from?: string | undefined;
  readonly closed: string | null;
  readonly place: Place;
}

/** Whose a thing is: `{ school: 'S', county: '330803' }`. */
export type Place = Readonly<Partial<Record<'school' | 'college' | 'campus' | 'payer' | 'department' | 'county' | 'class' | 'person', string>>>;

interface Line {
  readonly clause: string;
  readonly due: string;
  readonly owners: readonly string[];
  readonly late: readonly string[];
}

export const DUTY_LINES: ReadonlyMap<string, Line> = new Map(LINES.trim().split('\n').map((line) => {
  const [duty = '', clause = '', due = '', owners = '', late = ''] = line.split(' | ');
  return [duty, { clause, due, owners: owners.split(' '), late: late.split(' ') }];
}));

/** The value of law that the city changes: what begins from that day on goes by it. */
export const RULE = { key: 'refund.due_days', value: '20', from: '2027-01-01', duty: 'fee_refund', due: '20d' } as const;

const REMINDED = 7;
const LATE = [1, 10];

/** A duty as it is to stand on a day, in one line: what, since when, by when, until when, whose, and who was told on which day. */
export function expectedOf({ duty, about, opened, from = opened, closed, place }: Spell, today: string): string {
  const line = DUTY_LINES.get(duty);
  if (line === undefined) throw new Error(`no line for ${duty}`);
  const due = lastDay(duty === RULE.duty && opened >= RULE.from ? RULE.due : line.due, opened, from);
  const ended = closed !== null && later(closed, opened) <= today ? later(closed, opened) : null;
  const rungs = [...line.owners.map((role) => [role, -REMINDED] as const), ...line.late.map((role, at) => [role, LATE[at] ?? 0] as const)];
  const told = rungs.map(([role, days]) => ({ role, on: later(plus(due, days), opened), posts: postOf(role, place) })).filter(({ on }) => on <= (ended ?? today));
  return textOf({ duty, clause: line.clause, about, opened, due, closed: ended, owners: line.owners.flatMap((role) => postOf(role, place)), told: told.map(({ role, on }) => ({ on, role, posts: postOf(role, place) })) });
}

export interface Stands {
  readonly duty: string;
  readonly clause: string;
  readonly about: string;
  readonly opened: string;
  readonly due: string;
  readonly closed: string | null;
  readonly owners: readonly string[];
  readonly told: readonly { readonly on: string; readonly role: string; readonly posts: readonly string[] }[];
}

export function textOf({ duty, clause, about, opened, due, closed, owners, told }: Stands): string {
  // Of several who may owe something the body itself is one: the others have no post here, and nobody is told.
  const tellings = told.filter(({ posts }) => posts.length > 0).map(({ on, role, posts }) => `${on} ${role}=${[...posts].sort().join('+')}`).sort().join(', ');
  return `${duty} ${clause} ${about} ${opened} due ${due} ${closed === null ? 'open' : `closed ${closed}`} by ${[...owners].sort().join('+')} told ${tellings}`;
}

function lastDay(rule: string, opened: string, from: string): string {
  const [, many, unit] = /^(-?\d+)([dw])$/.exec(rule) ?? [];
  if (unit === 'd') return plus(from, Number(many));
  if (unit === 'w') return plusWorked(from, Number(many));
  if (rule !== 'month') return nextDay(from, rule);
  const common = workedFrom(monthOn(from));
  return opened <= from ? common : later(common, plus(opened, 30));
}

const CHARGE: Readonly<Record<string, keyof Place | 'region'>> = {
  office: 'region', city_bureau: 'region', county_bureau: 'county', finance_bureau: 'payer', department: 'department', campus_manager: 'campus', counsellor: 'class', teacher: 'person',
};

/** A role at its place; roles of a school or a college by their names. */
function postOf(role: string, place: Place): string[] {
  const thing = CHARGE[role] ?? (role.startsWith('school_') ? 'school' : role.startsWith('college_') ? 'college' : null);
  if (thing === 'region') return [`${role}@*`];
  const id = thing === null ? undefined : place[thing];
  return id === undefined ? [] : [`${role}@${id}`];
}
