import type { CertificateEntry } from '../core/certificates/entry-faults.ts';
import { date, type PlainDate } from '../core/values/plain-date.ts';
import { decideCertificate } from '../store/certificates/decide-certificate.ts';
import { enterCertificates } from '../store/certificates/enter-certificates.ts';
import { listCertificates } from '../store/certificates/list-certificates.ts';
import type { Database } from '../store/database.ts';
import { enterInstitutionCode } from '../store/diplomas/institution-codes.ts';
import { graduationListOf } from '../store/graduation/graduation-list.ts';
import { programActor } from '../store/program-actor.ts';
import { playing, type Playing } from './sample-playing.ts';

const COLLEGE = 'H1';
/** No college has this number. */
const CODE = '99001';

const entry = (student_id: string, more: Pick<CertificateEntry, 'kind' | 'name' | 'level' | 'number'>): CertificateEntry => ({ student_id, issued_on: date('2025-09-20'), valid_until: null, ...more });

/** Verified, and waiting: the last is of a student who completed without a diploma in summer, and would graduate by it. */
const VERIFIED = entry('20221087', { kind: 'x', name: '数控车铣加工', level: 'intermediate', number: 'SAMPLE-X-0001' });
const WAITING = [
  entry('20221088', { kind: 'skill', name: '电工', level: '4', number: 'S000033000001254000101' }),
  entry('20201045', { kind: 'skill', name: '电工', level: '3', number: 'S000033000001253000102' }),
];

/** Completed in summer without the certificate, passed the appraisal in September: they are on the list that is decided already. */
const LATE = [
  entry('20203001', { kind: 'skill', name: '工业机器人系统操作员', level: '3', number: 'S000033000001253000201' }), entry('20203002', { kind: 'skill', name: '工业机器人系统操作员', level: '3', number: 'S000033000001253000202' }),
].map((one) => ({ ...one, issued_on: date('2025-09-12') }));
const [VERIFIED_ON, DECIDED_ON] = [date('2025-09-18'), date('2025-09-28')];

/** Certificates of the sample's own school in both states, and the code that the diplomas of its college begin with, and a list by which two who completed in summer graduate. */
export async function addSampleGraduation(database: Database, region_id: number, on: PlainDate): Promise<void> {
  const { as } = playing(database, region_id, on);
  await done('certificates', as('school_registrar', (tx) => enterCertificates(tx, [VERIFIED, ...WAITING], on)));
  const { certificates: [entered] } = await as('college_roll', async (tx) => {
    tx.unaudited('only looked for');
    return listCertificates(tx, { find: VERIFIED.number }, { limit: 1, offset: 0 });
  });
  await done('verification', as('college_roll', (tx) => decideCertificate(tx, { record_id: entered?.record_id ?? 0, act: 'verify', on, source: '示例：证书查询平台', reason: '' }, on)));
  await done('code', as('college_roll', (tx) => enterInstitutionCode(tx, COLLEGE, CODE)));
  await decideLate(database, region_id);
}

/** R3-d: certificates that came after the summer, verified, and the list of who graduates by them: proposed by one, approved by another. */
async function decideLate(database: Database, region_id: number): Promise<void> {
  const { as, open, play, given } = playing(database, region_id, DECIDED_ON);
  await done('late certificates', as('school_registrar', (tx) => enterCertificates(tx, LATE, VERIFIED_ON)));
  for (const { number } of LATE) {
    const { certificates: [entered] } = await as('college_roll', async (tx) => {
      tx.unaudited('only looked for');
      return listCertificates(tx, { find: number }, { limit: 1, offset: 0 });
    });
    await done('late verification', as('college_roll', (tx) => decideCertificate(tx, { record_id: entered?.record_id ?? 0, act: 'verify', on: VERIFIED_ON, source: '示例：证书查询平台', reason: '' }, VERIFIED_ON)));
  }
  const list = await database.as(programActor(region_id)).read((tx) => tx.whole((whole) => graduationListOf(whole, COLLEGE, DECIDED_ON, given.pack)));
  const matter_id = await open('college_roll', { kind: 'graduation_list', subject: COLLEGE, reason: '示例：补齐证书，结业换毕业', details: { on: DECIDED_ON, list: list?.digest ?? '' } });
  await play(matter_id, ['college_leadership', 'approve']);
}

async function done(what: string, answer: ReturnType<Playing['as']>): Promise<void> {
  const { outcome } = await answer as { readonly outcome: string };
  if (outcome !== 'done') throw new Error(`the sample's ${what}: ${JSON.stringify(await answer)}`);
}
