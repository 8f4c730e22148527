import { DEFAULT_PACK } from '../core/policy/packs.ts';
import type { Role } from '../core/access/roles.ts';
import type { DestinationDraft } from '../core/employment/draft.ts';
import { date, type PlainDate } from '../core/values/plain-date.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import type { Database } from '../store/database.ts';
import { recordAnswer } from '../store/employment/answers.ts';
import { candidatesOf, finalGrade } from '../store/employment/candidates.ts';
import { recordDestinations } from '../store/employment/record-destinations.ts';
import { recordPost } from '../store/employment/posts.ts';
import { recommend } from '../store/employment/recommendations.ts';
import { releaseGraduates } from '../store/employment/releases.ts';
import { recordService } from '../store/employment/services.ts';
import { programActor } from '../store/program-actor.ts';
import type { Transaction } from '../store/transaction.ts';
import { sampleAccountName } from './sample-accounts.ts';

const SCHOOL = 'S1';
const FIRM = 'F1';
const YEAR = 2025;
const SEASON = date('2025-10-20');
/** So many of the season agreed to be shown, one of them did not, the others said nothing. */
const CONSENTING = 12;

/** Of those at work at the firm: recorded anew with contract and insurance, so that support can be claimed. */
const HIRED = ['20201037', '20201043'];

const SERVICES = [
  ['S1', 'course', '2025-03-10', '就业指导与职业规划课', 44, 16, null], ['S1', 'fair', '2025-05-16', '校园双选会', 44, null, 18], ['S2', 'course', '2025-03-12', '就业指导课', 24, 12, null],
] as const;

/** What schools did so that graduates find work, a list shown to partner firms first, a firm's post and what was recommended. @throws Error where the records do not fit. */
export async function addSampleEmployment(database: Database, region_id: number, on: PlainDate): Promise<void> {
  const parameters = parametersOn(DEFAULT_PACK.parameters, on);
  const as = <T>(role: Role, work: (tx: Transaction) => Promise<T>): Promise<T> => database.as({ ...programActor(region_id), account: sampleAccountName(role) }).write(work);
  for (const [school_id, kind, day, title, attended, hours, firms] of SERVICES) {
    await as('school_registrar', async (tx) => done(await recordService(tx, { school_id, answers: null, reason: null, draft: { kind, on: date(day), title, class_id: null, student_id: null, attended, hours, firms, note: '' } }, on)));
  }
  const post = await as('enterprise', async (tx) => done(await recordPost(tx, {
    firm_id: FIRM, answers: null, reason: null,
    draft: { title: '数控设备装调工', places: 8, contract_kind: 'fixed_term', wage_fen: 480_000n, division_code: '330803', industry: 'C', higher_codes: ['460301', '460103'], facilities: '四人间宿舍，食堂，工学交替补贴', open_from: date('2025-10-08'), open_until: date('2026-06-30') },
  }, parameters)));
  await as('school_registrar', async (tx) => done(await recordDestinations(tx, HIRED.map((student_id): DestinationDraft => ({
    student_id, code: '11', employer_id: FIRM, employer_credit_code: null, workplace_division: '330802', industry: 'C', position: '数控设备装调工', contract_kind: 'fixed_term', wage_fen: 480_000n, match: 'matched',
    agreed_on: date('2025-07-01'), insured_from: date('2025-07-15'), contact: null, evidence: 'contract', evidence_ref: `示例合同${student_id}`, reason: '补充合同和社会保险信息',
  })), { pack: DEFAULT_PACK, today: on })));
  await as('school_registrar', async (tx) => {
    const candidates = (await candidatesOf(tx, { school_id: SCHOOL, year: YEAR, on: SEASON }, finalGrade(parameters))).slice(-CONSENTING - 1);
    for (const [at, { student_id }] of candidates.entries()) {
      const kind = at === CONSENTING ? 'no_consent' as const : 'consent' as const;
      done(await recordAnswer(tx, { kind, destination_record: null, reason: null, code: null, workplace_division: null, satisfied: null }, { student_id, way: 'paper', today: SEASON, final_grade: finalGrade(parameters) }));
    }
    const [first] = candidates;
    const { release_id } = done(await releaseGraduates(tx, { school_id: SCHOOL, year: YEAR }, { today: SEASON, parameters })).value;
    if (first !== undefined) done(await recommend(tx, { release_id, student_id: first.student_id, firm_id: FIRM, post_id: post.value.post_id }, SEASON));
  });
}

function done<T extends { readonly outcome: string }>(answer: T): Extract<T, { readonly outcome: 'done' }> {
  if (answer.outcome !== 'done') throw new Error(`the sample's employment: ${JSON.stringify(answer)}`);
  return answer as Extract<T, { readonly outcome: 'done' }>;
}
