import type { Role } from '../core/access/roles.ts';
import type { Dataset } from '../core/exchange/sheets.ts';
import type { Acting } from '../core/internships/parties.ts';
import type { Act } from '../core/internships/states.ts';
import { DEFAULT_PACK } from '../core/policy/packs.ts';
import { date, type PlainDate } from '../core/values/plain-date.ts';
import { lawOn } from '../store/agreements/law.ts';
import { announceSession, enrolStudents } from '../store/appraisals/sessions.ts';
import { addBenefit, stepClaim } from '../store/benefits/benefits.ts';
import type { Database } from '../store/database.ts';
import { recordPolicy } from '../store/insurance/policies.ts';
import { actOnPlacements } from '../store/internships/acting.ts';
import { placementsById, type EntryDetail } from '../store/internships/placement.ts';
import { placeStudents } from '../store/internships/placing.ts';
import { offerPost } from '../store/internships/posts.ts';
import { recordInternshipPaper } from '../store/internships/signing.ts';
import { programActor } from '../store/program-actor.ts';
import type { Transaction } from '../store/transaction.ts';
import { sampleAccountName } from './sample-accounts.ts';
import { SAMPLE_PLACES } from './sample-people.ts';

const [SCHOOL, FIRM, PROGRAMME] = ['S1', 'F1', 'P11'];
/** Two groups of the fourth year: one is there already, the other begins in November. */
const [RUNNING, COMING] = ['C1-2025-2', 'C1-2025-1'];
const [MANY_RUNNING, MANY_COMING] = [8, 6];
const RUNS = { from: date('2025-10-13'), to: date('2026-01-16') };
const COMES = { from: date('2025-11-17'), to: date('2026-01-16') };
const [SIGNED, TRAINED, STARTED, VISITED] = [date('2025-09-22'), date('2025-09-24'), RUNS.from, date('2025-10-22')];
/** A page that says what it stands for: the sample has no scans of anybody's hand. */
const SCAN = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const TRAINING: EntryDetail = { hours: '8', led_by: '企业安全主管', proof: '示例签到表1号' };

type As = <T extends { readonly outcome: string }>(role: Role, work: (tx: Transaction, acting: Acting) => Promise<T>) => Promise<Extract<T, { readonly outcome: 'done' }>>;

/**
 * A firm of the sample with posts; a group that is on its internship, and one that begins in November: the sample's student has
 * yet to sign, and one student is without insurance. Policies, a session of appraisal, benefits and what was claimed. @throws Error where the records do not fit.
 */
export async function addSampleInternships(database: Database, region_id: number, dataset: Dataset, on: PlainDate): Promise<void> {
  const law = lawOn(DEFAULT_PACK.parameters, on);
  const as: As = (role, work) => database.as({ ...programActor(region_id), account: sampleAccountName(role) }).write(async (tx) => done(await work(tx, await actingAs(tx, role))));
  const ofClass = (class_id: string): string[] => (dataset.students ?? []).filter((one) => one.class_id === class_id && one.to === null).map(({ student_id }) => student_id).sort();
  const [running, coming] = [ofClass(RUNNING).slice(0, MANY_RUNNING), ofClass(COMING).slice(0, MANY_COMING)];
  const offer = (title: string, seats: number, days: typeof RUNS, place: string) => as('enterprise', (tx) =>
    offerPost(tx, { employer_id: FIRM, title, seats, programmes: [PROGRAMME], place, wage_yuan: '3200', safety_contact: '安全主管 13800000000', ...days }, FIRM, RUNS.from));
  const first = await offer('机电设备装调', 12, RUNS, '衢江区一号厂房');
  const second = await offer('自动化产线操作', 10, COMES, '衢江区二号厂房');
  await offer('设备维护（毕业实习）', 30, { from: date('2027-03-01'), to: date('2027-06-25') }, '衢江区一号厂房');
  const place = async (post_id: number, students: readonly string[], days: typeof RUNS) => (await as('school_registrar', (tx, acting) => placeStudents(tx, { post_id, students, ...days }, acting, law))).placed;
  const [there, next] = [await place(first.post_id, running, RUNS), await place(second.post_id, coming, COMES)];
  await insure(as, running, coming.slice(0, -1));
  const act = (role: Role, what: Act, day: PlainDate, placements: readonly number[], detail: EntryDetail) => as(role, (tx, acting) => actOnPlacements(tx, { act: what, on: day, placements, detail }, acting, law));
  // The sample's own student is the first of the class: their agreement waits for them.
  for (const placement_id of [...there, ...next.slice(1)]) await as('school_registrar', (tx, acting) => onPaper(tx, placement_id, acting));
  await act('enterprise', 'train', TRAINED, [...there, ...next.slice(1)], TRAINING);
  await act('school_registrar', 'start', STARTED, there, {});
  await act('counsellor', 'visit', VISITED, there, { note: '全部到岗，防护用品齐全，食宿正常' });
  await provide(as, dataset, law);

  async function onPaper(tx: Transaction, placement_id: number, acting: Acting) {
    const [placement] = await placementsById(tx, [placement_id], 'write');
    if (placement === undefined) throw new Error(`the sample's internship ${placement_id} is not there`);
    const minor = placement.content.guardian !== null && placement.content.student.birth_date > '2007-09-22';
    const signed = { student: SIGNED, ...(minor && { guardian: SIGNED }), firm: SIGNED, school: SIGNED };
    return recordInternshipPaper(tx, { placement_id, content_hash: placement.content_hash, signed, file: { bytes: SCAN, media_type: 'application/pdf' } }, acting, law);
  }
}

/** Policies for the internships; the last of those to come is left out, and stands on the list by name. */
async function insure(as: As, running: readonly string[], coming: readonly string[]): Promise<void> {
  const policy = (policy_no: string, days: typeof RUNS, students: readonly string[], heads: number) => as('school_registrar', (tx) => recordPolicy(tx, SCHOOL,
    { policy_no, kind: 'internship_liability', insurer: '示例财产保险', ...days, heads, premium_fen: BigInt(heads) * 6_000n, proof: '示例发票2号' }, { students, programme_id: null, class_id: null }, lawOn(DEFAULT_PACK.parameters, date('2025-10-31'))));
  await policy('示例实责-2025秋-1', RUNS, running, running.length);
  await policy('示例实责-2025秋-2', COMES, coming, coming.length);
}

/** What the department provides: a session with some enrolled, two benefits, and claims in all states. */
async function provide(as: As, dataset: Dataset, law: ReturnType<typeof lawOn>): Promise<void> {
  const department = SAMPLE_PLACES.department ?? '';
  const session = await as('department', (tx) => announceSession(tx, { occupation: '电工', level: '3', site: '衢州市技能鉴定一号站', on: date('2026-04-18'), seats: 60, programmes: [PROGRAMME] }, department, law.on));
  const students = (dataset.students ?? []).filter((one) => one.class_id === RUNNING && one.to === null).map(({ student_id }) => student_id).sort();
  await as('school_registrar', (tx, acting) => enrolStudents(tx, session.session_id, students.slice(0, 20), acting, law));
  const benefit = (name: string, basis: string) => as('department', (tx) => addBenefit(tx, { name, basis, from: date('2025-01-01') }, department));
  const housing = await benefit('高技能人才购房补贴', '示例〔2025〕人才1号');
  await benefit('毕业生社保补贴', '示例〔2025〕人才2号');
  const graduates = (dataset.students ?? []).filter((one) => one.school_id === SCHOOL && one.status === 'graduated').map(({ student_id }) => student_id).sort();
  const step = (role: 'school_registrar' | 'department', student_id: string, to: 'claimed' | 'granted' | 'refused', on: string, reason = '') =>
    as(role, (tx, acting) => stepClaim(tx, { benefit_id: housing.benefit_id, student_id, to, on: date(on), reason }, acting, law.on));
  for (const student_id of graduates.slice(0, 3)) await step('school_registrar', student_id, 'claimed', '2025-09-10');
  await step('department', graduates[0] ?? '', 'granted', '2025-09-20');
  await step('department', graduates[1] ?? '', 'refused', '2025-10-20', '没有提交劳动合同');
}

async function actingAs(tx: Transaction, role: Role): Promise<Acting> {
  const [row] = await tx.query<{ person_id: bigint }>('select person_id from accounts where region_id = $1 and account = $2', [tx.actor.region_id, sampleAccountName(role)]);
  return { person_id: Number(row?.person_id), student_id: null, wards: [], roles: [{ role, org_id: SAMPLE_PLACES[role] ?? null }] };
}

function done<T extends { readonly outcome: string }>(answer: T): Extract<T, { readonly outcome: 'done' }> {
  if (answer.outcome !== 'done') throw new Error(`the sample's internships: ${JSON.stringify(answer, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`);
  return answer as Extract<T, { readonly outcome: 'done' }>;
}
