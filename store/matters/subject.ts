import { inPilotOn, pilotPeriods } from '../../core/supervision/pilot-periods.ts';
import { isPossible } from '../../core/approvals/parameter-draft.ts';
import type { Details } from '../../core/approvals/details.ts';
import { matterKind } from '../../core/approvals/matters.ts';
import { isStudentList } from '../../core/approvals/matters/new-student-list.ts';
import { grantRequestMatter } from '../../core/approvals/matters/grant-request.ts';
import { certificateExemption } from '../../core/approvals/matters/certificate-exemption.ts';
import type { MatterKind } from '../../core/approvals/matter-kind.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { Row } from '../../core/exchange/sheets.ts';
import { keeperOf } from '../../core/students/change.ts';
import { whole as wholeNumber } from '../../core/duties/declaration.ts';
import { addDays, yearOf, type PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { loadRows } from '../campus-rows.ts';
import { programmeOf, scopesOfScheme } from '../schemes/parties.ts';
import { keeperId, knownRoll } from '../students/known-roll.ts';
import { rollChangesOf } from '../students/roll-change.ts';
import type { Transaction } from '../transaction.ts';
import { readableStudentMatters } from '../within-reach.ts';

/** What a matter is to be about. */
export interface Subject {
  readonly kind: MatterKind;
  readonly subject: string;
  readonly details?: Details;
}

/** Labels of what a matter is about, so that those have it in reach who have that. To be called within `tx.whole`. */
export async function scopesOfSubject(whole: Transaction, { kind, subject, details }: Subject): Promise<string[]> {
  switch (kind.about) {
    case 'campus': return labelsOf(whole, [`campus:${subject}`]);
    case 'college': {
      const programmes = await loadRows(whole, 'programmes', {}, 'r.college_id = $2', subject);
      return scopesOfPlan(whole, { college_id: subject, department: details?.department, schools: programmes.map(({ school_id }) => school_id) });
    }
    case 'school': {
      // M3-c: the names are for the school, its bureau and the college that seals.
      if (isStudentList(kind)) return [...new Set([...await labelsOf(whole, [`org:${subject}`]), `org:${details?.college ?? ''}`])].sort();
      const programmes = await loadRows(whole, 'programmes', {}, 'r.school_id = $2', subject);
      // College and academic affairs of it: the one examines as an institution, the other by post.
      const colleges = programmes.flatMap(({ college_id }) => [`org:${college_id}`, ...(kind.id === 'finding' ? [`college_academic@${college_id}`] : [])]);
      return [...new Set([...await labelsOf(whole, [`org:${subject}`, `school:${subject}`]), ...colleges])].sort();
    }
    case 'student': return kind.id === certificateExemption.id ? exemptionScopes(whole, subject) : studentScopes(whole, subject, details);
    // S2-f: the department or park that advises has it in reach as well.
    case 'programme': return [...new Set([...await scopesOfScheme(whole, subject), ...(details?.department === undefined ? [] : [`org:${details.department}`])])].sort();
    // S1: the body with its county, and by post where it acts so.
    case 'body': case 'asker': return [...await labelsOf(whole, [`org:${subject}`]), `finance_bureau@${subject}`];
    // M10-d: the firm that claims, the school whose graduates they are, and by post the bureau that decides.
    case 'enterprise': return [...new Set([`org:${subject}`, ...await labelsOf(whole, [`org:${details?.school ?? ''}`, `school:${details?.school ?? ''}`]), ...await financeOf(whole, details?.school ?? '')])].sort();
    case 'keeper': return [...await labelsOf(whole, [`org:${subject}`]), ...rollPosts(subject)];
    case 'payer': return [...await labelsOf(whole, [`org:${subject}`]), ...moneyPosts(subject), ...(kind.id === grantRequestMatter.id ? await payersOfGrant(whole, subject) : [])];
    // Of the region as a whole.
    case 'parameter': case 'round': return [];
  }
}

/** M8-a, S2-a: whoever draws up, signs and co-ordinates a plan: the college, the schools of its lines, the department. */
export async function scopesOfPlan(
  whole: Transaction, { college_id, department, schools }: { readonly college_id: string; readonly department: string | undefined; readonly schools: readonly string[] },
): Promise<string[]> {
  const ofSchools = await labelsOf(whole, [...new Set(schools)].flatMap((id) => [`org:${id}`, `school:${id}`]));
  return [...new Set([`org:${college_id}`, ...(department === undefined ? [] : [`org:${department}`]), ...ofSchools])].sort();
}

async function labelsOf(whole: Transaction, things: readonly string[]): Promise<string[]> {
  const rows = await whole.query<{ scopes: string[] }>('select scopes from labels where region_id = $1 and thing = any($2::text[])', [whole.actor.region_id, things]);
  return [...new Set(rows.flatMap(({ scopes }) => scopes))].sort();
}

/** The finance bureaus that pay for a school's campuses, by post; where none is named, every one: somebody must be able to decide. */
async function financeOf(whole: Transaction, school_id: string): Promise<string[]> {
  const payers = (await loadRows(whole, 'campuses', {}, 'r.school_id = $2', school_id)).flatMap(({ payer_id }) => (payer_id === null ? [] : [payer_id]));
  const bureaus = (await loadRows(whole, 'organisations', {}, 'r.kind = $2', 'finance_bureau')).map(({ org_id }) => org_id);
  const own = bureaus.filter((org_id) => payers.includes(org_id));
  return (own.length > 0 ? own : bureaus).map((org_id) => `finance_bureau@${org_id}`);
}

/** R3-b, R3-c: who keeps a roll and who answers for it, by post at the keeper; others of the institution have no part in it. */
export function rollPosts(org_id: string): string[] {
  return (['school_registrar', 'school_head', 'college_roll', 'college_leadership'] as const).map((role) => `${role}@${org_id}`);
}

/** Who keeps the money of an institution and who answers for it, by post; others of it have no part in these matters. */
function moneyPosts(org_id: string): string[] {
  return (['college_finance', 'college_leadership', 'school_finance', 'school_head', 'finance_bureau'] as const).map((role) => `${role}@${org_id}`);
}

/** M5-d: whoever pays the grant of a college's campuses is asked for it. */
async function payersOfGrant(whole: Transaction, college_id: string): Promise<string[]> {
  const campuses = await loadRows(whole, 'campuses', {}, 'r.college_id = $2', college_id);
  return [...new Set(campuses.flatMap(({ payer_id }) => (payer_id === null ? [] : [`org:${payer_id}`])))].sort();
}

async function studentScopes(whole: Transaction, student_id: string, { change, undoes }: Details = {}): Promise<string[]> {
  const known = await knownRoll(whole, student_id);
  if (known === null) return [];
  const keeper = change === undefined ? (await rollChangesOf(whole, student_id)).find(({ change_id }) => String(change_id) === undoes)?.keeper : keeperOf(change.name, known.roll);
  const org_id = keeper === undefined ? null : keeperId(known, keeper);
  return org_id === null ? [] : [...rollPosts(org_id), `student:${student_id}`];
}

/** M9-e, B57: the school that asks and the college that decides, by post; the student is told. */
async function exemptionScopes(whole: Transaction, student_id: string): Promise<string[]> {
  const known = await knownRoll(whole, student_id);
  const college = known === null ? null : keeperId(known, 'college');
  if (known === null || college === null) return [];
  return [`school_registrar@${known.last.school_id}`, `school_head@${known.last.school_id}`, `college_academic@${college}`, `college_leadership@${college}`, `student:${student_id}`];
}

/** Why a matter cannot be opened about something; null when it can. */
export type NoSubject = 'unknown_subject' | 'decided_already' | 'value_not_possible';

/** Whether there is what a matter is to be about, and something to be decided on it. To be called within `tx.whole`. */
export async function refusalOfSubject(
  whole: Transaction, { kind, subject }: Subject, { pack, details, today }: { readonly pack: Pack; readonly details: Details; readonly today: PlainDate },
): Promise<NoSubject | null> {
  switch (kind.about) {
    case 'school': {
      if (!await isOrganisation(whole, subject, ['school'])) return 'unknown_subject';
      const schools = await loadRows(whole, 'schools', {}, 'r.school_id = $2', subject);
      const inPilot = inPilotOn(schools, today);
      // M3-c: a list is of the programmes that the school has with a college.
      if (isStudentList(kind) && !(await loadRows(whole, 'programmes', {}, 'r.school_id = $2', subject)).some(({ college_id }) => college_id === details.college)) return 'unknown_subject';
      if (kind.id === 'yearly_assessment') return !schools.some(({ pilot_from }) => pilot_from !== null) ? 'unknown_subject' : await isDoneOf(whole, { kind, subject, details }, 'assessed') ? 'decided_already' : details.year !== undefined && details.year <= yearOf(today) ? null : 'value_not_possible';
      if (kind.id === 'finding') return isFinding(pack, details, today) ? null : 'value_not_possible';
      return DECIDED[kind.id]?.(inPilot, pilotPeriods(schools).some(({ to }) => to !== null)) === true ? 'decided_already' : null;
    }
    case 'campus': {
      const [campus] = await loadRows(whole, 'campuses', {}, 'r.key = $2', subject);
      if (campus === undefined || campus.status === 'closed') return 'unknown_subject';
      return campus.status === 'recognised' ? 'decided_already' : null;
    }
    case 'college': return await isOrganisation(whole, subject, ['college']) && await isOrganisation(whole, details.department ?? '', ['department', 'government']) ? null : 'unknown_subject';
    case 'enterprise': return await isOrganisation(whole, subject, ['enterprise']) && await isOrganisation(whole, details.school ?? '', ['school']) ? null : 'unknown_subject';
    // Asked before, with the rules of the roll.
    case 'student': case 'keeper': case 'payer': return null;
    case 'programme': return await programmeOf(whole, subject) !== null && (details.department === undefined || await isOrganisation(whole, details.department, ADVISERS)) ? null : 'unknown_subject';
    case 'body': case 'asker': {
      if (!await isOrganisation(whole, subject, null)) return 'unknown_subject';
      if (kind.id === 'yearly_review') return await isDoneOf(whole, { kind, subject, details }, 'taken_in') ? 'decided_already' : details.year !== undefined && details.year <= yearOf(today) ? null : 'value_not_possible';
      return details.due !== undefined && details.due < today ? 'value_not_possible' : null;
    }
    case 'parameter': {
      if (!pack.parameters.some(({ key }) => key === subject)) return 'unknown_subject';
      const { value, from } = details;
      return value !== undefined && from !== undefined && isPossible(pack, subject, { value, from }) ? null : 'value_not_possible';
    }
    case 'round': return null;
  }
}

/** S3-g, S3-h: of a year there is one that was decided. */
async function isDoneOf(whole: Transaction, { kind, subject, details }: Subject, state: string): Promise<boolean> {
  const rows = await whole.arrays(
    `select 1 from matters m join matter_entries e on e.region_id = m.region_id and e.matter_id = m.matter_id and e.entry_no = 1
     where m.region_id = $1 and m.kind = $2 and m.subject = $3 and m.state = $4 and (e.details ->> 'year')::integer = $5`, [whole.actor.region_id, kind.id, subject, state, details?.year ?? null]);
  return rows.length > 0;
}

/** B48: under a clause that there is, to be put right within the days of its severity. */
function isFinding(pack: Pack, { clause, severity, due }: Details, today: PlainDate): boolean {
  const days = severity === undefined ? null : wholeNumber(parametersOn(pack.parameters, today).get(`rectify.days.${severity}`)?.value);
  return pack.clauses.some(({ id }) => id === clause) && days !== null && due !== undefined && due > today && due <= addDays(today, days);
}

/** S1-a, S3-f: who is in the pilot is not admitted to it, who is not in it is not stopped, and only who was stopped is resumed. */
const DECIDED: Readonly<Record<string, (inPilot: boolean, stopped: boolean) => boolean>> = {
  pilot_admission: (inPilot) => inPilot, pilot_stop: (inPilot) => !inPilot, pilot_resume: (inPilot, stopped) => inPilot || !stopped,
};

/** S2-f: who advises on majors. */
const ADVISERS: readonly Row<'organisations'>['kind'][] = ['department', 'park', 'government'];

/** Of one of these kinds; null for any. */
async function isOrganisation(whole: Transaction, org_id: string, kinds: readonly Row<'organisations'>['kind'][] | null): Promise<boolean> {
  return (await loadRows(whole, 'organisations', {}, 'r.key = $2', org_id)).some(({ kind }) => kinds === null || kinds.includes(kind));
}

/** Names of what matters are about, by `about:subject`; parameters and rounds have none of their own. */
export async function namesOfSubjects(tx: Transaction, matters: readonly Subject[]): Promise<ReadonlyMap<string, string>> {
  const ids = (...kinds: readonly MatterKind['about'][]): string[] => matters.filter(({ kind }) => kinds.includes(kind.about)).map(({ subject }) => subject);
  return tx.whole(async (whole) => {
    const organisations = await loadRows(whole, 'organisations', {}, 'r.key = any($2::text[])', ids('school', 'college', 'keeper', 'enterprise', 'payer', 'body', 'asker'));
    // Whoever has a matter about a student in reach decides on it, and is told whom it is about.
    const students = await loadRows(whole, 'students', {}, 'r.student_id = any($2::text[])', ids('student'));
    const campuses = await loadRows(whole, 'campuses', {}, 'r.key = any($2::text[])', ids('campus'));
    const programmes = await loadRows(whole, 'programmes', {}, 'r.key = any($2::text[])', ids('programme'));
    return new Map([
      ...organisations.flatMap(({ org_id, name }): [string, string][] => [[`school:${org_id}`, name], [`college:${org_id}`, name], [`keeper:${org_id}`, name], [`enterprise:${org_id}`, name], [`payer:${org_id}`, name], [`body:${org_id}`, name], [`asker:${org_id}`, name]]),
      ...students.map(({ student_id, name }): [string, string] => [`student:${student_id}`, name]),
      ...campuses.map(({ campus_id, name }): [string, string] => [`campus:${campus_id}`, name]),
      ...programmes.map(({ programme_id, name }): [string, string] => [`programme:${programme_id}`, name]),
    ]);
  });
}

const MATTER = 'matter:';

/** What matters are about, by their labels (`matter:12`), as far as the actor may read them: a name, else the key or the name that they go by. */
export async function subjectsOfMatters(tx: Transaction, labels: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(labels.filter((label) => label.startsWith(MATTER)).map((label) => label.slice(MATTER.length)))];
  if (ids.length === 0) return new Map();
  const reach = tx.actor.reach.get('matters.read') ?? [];
  const rows = await tx.query<{ matter_id: bigint; kind: string; subject: string }>(
    'select matter_id, kind, subject from matters m where region_id = $1 and matter_id = any($2::bigint[]) and ($3::text[] is null or scopes && $3) and (not about_student or $4::text[] is null or scopes && $4)',
    [tx.actor.region_id, ids, reach === '*' ? null : reach, readableStudentMatters(tx)]);
  const matters = rows.flatMap(({ matter_id, kind, subject }) => {
    const declared = matterKind(kind);
    return declared === undefined ? [] : [{ matter_id, kind: declared, subject }];
  });
  const names = await namesOfSubjects(tx, matters);
  return new Map(matters.map(({ matter_id, kind, subject }) => [`${MATTER}${matter_id}`, names.get(`${kind.about}:${subject}`) ?? subject]));
}
