import type { CertificateEntry } from '../core/certificates/entry-faults.ts';
import { date, type PlainDate } from '../core/values/plain-date.ts';
import { decideCertificate } from '../store/certificates/decide-certificate.ts';
import { enterCertificates } from '../store/certificates/enter-certificates.ts';
import { listCertificates } from '../store/certificates/list-certificates.ts';
import type { Database } from '../store/database.ts';
import { enterInstitutionCode } from '../store/diplomas/institution-codes.ts';
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

/** Certificates of the sample's own school in both states, and the code that the diplomas of its college begin with. Nothing that is counted changes. */
export async function addSampleGraduation(database: Database, region_id: number, on: PlainDate): Promise<void> {
  const { as } = playing(database, region_id, on);
  await done('certificates', as('school_registrar', (tx) => enterCertificates(tx, [VERIFIED, ...WAITING], on)));
  const { certificates: [entered] } = await as('college_roll', async (tx) => {
    tx.unaudited('only looked for');
    return listCertificates(tx, { find: VERIFIED.number }, { limit: 1, offset: 0 });
  });
  await done('verification', as('college_roll', (tx) => decideCertificate(tx, { record_id: entered?.record_id ?? 0, act: 'verify', on, source: '示例：证书查询平台', reason: '' }, on)));
  await done('code', as('college_roll', (tx) => enterInstitutionCode(tx, COLLEGE, CODE)));
}

async function done(what: string, answer: ReturnType<Playing['as']>): Promise<void> {
  const { outcome } = await answer as { readonly outcome: string };
  if (outcome !== 'done') throw new Error(`the sample's ${what}: ${JSON.stringify(await answer)}`);
}
