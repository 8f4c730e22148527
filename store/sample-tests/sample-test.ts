import type { SeedSource } from '../../core/sample-tests/seed.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead, readableDocuments } from '../within-reach.ts';

/** M9-c: a sample test as far as it has come. */
export interface SampleTest {
  readonly sample_test_id: number;
  readonly college_id: string;
  readonly year: number;
  readonly title: string;
  readonly grades: readonly number[];
  /** Empty: every programme of the college. */
  readonly programmes: readonly string[];
  readonly test_on: PlainDate;
  readonly papers: string;
  readonly seed: SeedSource;
  readonly scopes: readonly string[];
  readonly list: { readonly closed_on: PlainDate; readonly many: number; readonly hash: string } | null;
  readonly draw: { readonly drawn_on: PlainDate; readonly seed: string; readonly students: readonly string[] } | null;
  readonly reported_on: PlainDate | null;
}

interface TestRow extends Omit<SampleTest, 'sample_test_id' | 'seed' | 'list' | 'draw' | 'grades'> {
  readonly sample_test_id: bigint;
  readonly grades: (bigint | number)[];
  readonly seed_way: SeedSource['way'];
  readonly seed_source: string;
  readonly closed_on: PlainDate | null;
  readonly many: bigint | number;
  readonly hash: string;
  readonly drawn_on: PlainDate | null;
  readonly drawn_seed: string;
  readonly drawn: string[];
}

/** Sample tests in reach, latest first: one of them, or all. */
export async function loadSampleTests(tx: Transaction, sample_test_id: number | null = null): Promise<SampleTest[]> {
  const rows = await tx.query<TestRow>(
    `select t.sample_test_id, t.college_id, t.year, t.title, t.grades, t.programmes, t.test_on, t.papers, t.seed_way, t.seed_source, t.scopes, l.closed_on, l.many, l.content_hash as hash,
       d.drawn_on, d.seed as drawn_seed, d.students as drawn, r.reported_on
     from sample_tests t left join sample_lists l on l.region_id = $1 and l.sample_test_id = t.sample_test_id left join sample_draws d on d.region_id = $1 and d.sample_test_id = t.sample_test_id
       left join sample_reports r on r.region_id = $1 and r.sample_test_id = t.sample_test_id
     where t.region_id = $1 and ($2::bigint is null or t.sample_test_id = $2) and ($3::text[] is null or t.scopes && $3) order by t.sample_test_id desc`,
    [tx.actor.region_id, sample_test_id, labelsToRead(tx, 'tests')]);
  return rows.map(testOf);
}

function testOf({ sample_test_id, grades, seed_way, seed_source, closed_on, many, hash, drawn_on, drawn_seed, drawn, ...row }: TestRow): SampleTest {
  return {
    ...row, sample_test_id: Number(sample_test_id), grades: grades.map(Number),
    seed: seed_way === 'public' ? { way: seed_way, source: seed_source } : { way: seed_way, commitment: seed_source },
    list: closed_on === null ? null : { closed_on, many: Number(many), hash },
    draw: drawn_on === null ? null : { drawn_on, seed: drawn_seed, students: drawn },
  };
}

/** One of them; null where none is in reach. */
export async function loadSampleTest(tx: Transaction, sample_test_id: number): Promise<SampleTest | null> {
  return (await loadSampleTests(tx, sample_test_id))[0] ?? null;
}

/** The schools of a college's programmes. To be called within `tx.whole`. */
export async function schoolsOfCollege(whole: Transaction, college_id: string): Promise<string[]> {
  const rows = await whole.query<{ school_id: string }>(
    `select distinct p.school_id from register_programmes p where p.region_id = $1 and p.college_id = $2 and ${standing('p')} order by 1`, [whole.actor.region_id, college_id]);
  return rows.map(({ school_id }) => school_id);
}

/** What the audit calls it. */
export const sampleTestObject = (sample_test_id: number): string => `sample_tests/${sample_test_id}`;

/** The findings that the results opened, and the document by which they were issued, as far as it is in reach. */
export async function reportOf(tx: Transaction, sample_test_id: number): Promise<{ readonly findings: readonly string[]; readonly document_id: string | null } | null> {
  const [row] = await tx.query<{ findings: (bigint | string)[]; document_id: bigint | null }>(
    `select r.findings, (select max(d.document_id) from documents d where d.region_id = $1 and d.about = $3 and ($5::text[] is null or d.scopes && $5)) as document_id from sample_reports r
     where r.region_id = $1 and r.sample_test_id = $2 and ($4::text[] is null or r.scopes && $4)`,
    [tx.actor.region_id, sample_test_id, sampleTestObject(sample_test_id), labelsToRead(tx, 'tests'), readableDocuments(tx)]);
  return row === undefined ? null : { findings: row.findings.map(String), document_id: row.document_id === null ? null : String(row.document_id) };
}
