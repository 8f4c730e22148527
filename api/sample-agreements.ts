import type { Role } from '../core/access/roles.ts';
import type { Dataset } from '../core/exchange/sheets.ts';
import type { Party } from '../core/agreements/party.ts';
import { DEFAULT_PACK } from '../core/policy/packs.ts';
import { date, type PlainDate } from '../core/values/plain-date.ts';
import { agreementsById } from '../store/agreements/agreement.ts';
import { handOver } from '../store/agreements/copies.ts';
import { drawUpAgreements, redrawAgreement, type Filled } from '../store/agreements/drawing-up.ts';
import { lawOn, type Law } from '../store/agreements/law.ts';
import { recordPaper } from '../store/agreements/paper.ts';
import type { Database } from '../store/database.ts';
import { addGuardianship } from '../store/guardianships.ts';
import { programActor } from '../store/program-actor.ts';
import type { Transaction } from '../store/transaction.ts';
import { sampleAccountName } from './sample-accounts.ts';

const SCHOOL = 'S1';
const PROGRAMME = 'P11';
const COHORT = 2025;
/** Of the class: so many agreements stand here; the others' days stand in the register alone. */
const MANY = 10;
/** Who did not pass the resit, one mark below the line, and leaves. */
export const LEAVER = '20221061';
const AMENDED = date('2025-10-20');
const REASON = '补充校企合作班的约定';
const TERMS = '丙方自愿参加校企合作班，第四、五学年的岗位实习由乙方与合作企业统一安排。';
/** A page that says what it stands for: the sample has no scans of anybody's hand. */
export const SCAN = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

const year = (place_id: string, tuition_yuan: string) => ({ place_id, tuition_yuan, dorm_yuan: place_id === SCHOOL ? '800' : '1200', custody_yuan: '800' });
const FILLED: Filled = { years: [year(SCHOOL, '0'), year(SCHOOL, '0'), year(SCHOOL, '0'), year('C1', '6600'), year('C1', '6600')], terms: '' };

type Days = Readonly<Partial<Record<Party, PlainDate>>>;

/** The class of the sample in all stages: signed on paper in time and late, with copies, and amended agreements on their way from the family to the college. @throws Error where the records do not fit. */
export async function addSampleAgreements(database: Database, region_id: number, dataset: Dataset, on: PlainDate): Promise<void> {
  const law = lawOn(DEFAULT_PACK.parameters, on);
  const registrar = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => database.as({ ...programActor(region_id), account: sampleAccountName('school_registrar' satisfies Role) }).write(work);
  const signed = registeredDays(dataset);
  const students = (dataset.students ?? []).filter((one) => one.school_id === SCHOOL && one.programme_id === PROGRAMME && one.cohort === COHORT && one.to === null).map(({ student_id }) => student_id).sort().slice(0, MANY);
  const eldest = await sampleStudent(database, region_id);
  await registrar(async (tx) => {
    const class_ = await drawUp(tx, students, law);
    for (const [at, { student_id, agreement_id }] of class_.entries()) {
      await onPaper(tx, agreement_id, signed.get(student_id) ?? {}, law);
      if (at === 0) await done(handOver(tx, { agreement_id, holder: 'family', received_by: '家长', received_on: date('2025-09-28') }, law));
    }
    for (const [at, { agreement_id }] of class_.slice(4, 8).entries()) {
      await done(redrawAgreement(tx, { agreement_id, version: 1, reason: REASON }, { ...FILLED, terms: TERMS }, law));
      const parties = ([[], ['student'], ['student', 'guardian'], ['student', 'guardian', 'school']] as const)[at] ?? [];
      if (parties.length > 0) await onPaper(tx, agreement_id, Object.fromEntries(parties.map((party) => [party, AMENDED])), law);
    }
    for (const { agreement_id, student_id } of await drawUp(tx, [...eldest, LEAVER], law)) await onPaper(tx, agreement_id, signed.get(student_id) ?? {}, law);
  });
  const youngest = students[4];
  if (youngest !== undefined) await database.as(programActor(region_id)).write((tx) => addFamily(tx, youngest, dataset));
}

async function drawUp(tx: Transaction, students: readonly string[], law: Law) {
  const drawn = await done(drawUpAgreements(tx, { school_id: SCHOOL, cohort: null, programme_id: null, class_id: null, students }, FILLED, law));
  return drawn.value.made;
}

async function onPaper(tx: Transaction, agreement_id: number, signed: Days, law: Law): Promise<void> {
  const [agreement] = await agreementsById(tx, [agreement_id], 'write');
  if (agreement === undefined) throw new Error(`the sample's agreement ${agreement_id} is not there`);
  await done(recordPaper(tx, { ...agreement, signed, file: { bytes: SCAN, media_type: 'application/pdf' } }, law));
}

function registeredDays({ agreements = [] }: Dataset): ReadonlyMap<string, Days> {
  return new Map(agreements.map((one) => [one.student_id, {
    ...(one.signed_student_on !== null && { student: one.signed_student_on }), ...(one.signed_guardian_on !== null && { guardian: one.signed_guardian_on }),
    ...(one.signed_school_on !== null && { school: one.signed_school_on }), ...(one.signed_college_on !== null && { college: one.signed_college_on }),
  }]));
}

/** The student of the sample's own account, who is in year 4 and has the agreement of year 1 to confirm. */
async function sampleStudent(database: Database, region_id: number): Promise<string[]> {
  const rows = await database.as(programActor(region_id)).read((tx) =>
    tx.query<{ student_id: string }>(`select student_id from people where region_id = $1 and kind = 'student' and student_id is not null`, [region_id]));
  return rows.map(({ student_id }) => student_id);
}

/** The sample's guardian has a second child, in the first year, whose amended agreement waits for both of them. */
async function addFamily(tx: Transaction, student_id: string, { guardians = [] }: Dataset): Promise<void> {
  const [account] = await tx.query<{ person_id: bigint }>('select person_id from accounts where region_id = $1 and account = $2', [tx.actor.region_id, sampleAccountName('guardian')]);
  await done(addGuardianship(tx, { person_id: Number(account?.person_id), student_id, relation: guardians.find((one) => one.student_id === student_id)?.relation ?? '监护人' }));
}

async function done<T extends { readonly outcome: string }>(work: Promise<T>): Promise<Extract<T, { readonly outcome: 'done' }>> {
  const answer = await work;
  if (answer.outcome !== 'done') throw new Error(`the sample's agreements: ${JSON.stringify(answer)}`);
  return answer as Extract<T, { readonly outcome: 'done' }>;
}
