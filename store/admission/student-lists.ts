import { maskOf } from '../../core/values/mask.ts';
import { canonicalJson } from '../canonical-json.ts';
import { LEFT } from '../duty-events/source.ts';
import { hashOf, regionAlgorithm, type NamedHash } from '../hashes.ts';
import { standing } from '../known-time.ts';
import { openTokens } from '../sealing.ts';
import type { Transaction } from '../transaction.ts';
import { readableAdmissions } from './admission.ts';

/** A new student as a list names them; citizen ids are masked. */
export interface ListedStudent {
  readonly student_id: string;
  readonly name: string;
  readonly sex: string;
  readonly id_number: string;
  readonly roll_number: string;
  readonly exam_number: string;
  readonly score: string;
  readonly programme: string;
  readonly secondary_code: string;
  readonly higher_code: string;
  readonly class_id: string;
}

export interface NewStudent extends ListedStudent {
  /** The number of the filed list that the student is on. */
  readonly list_no: string | null;
  readonly college_id: string;
}

interface Row extends Omit<NewStudent, 'id_number' | 'roll_number' | 'sex'> {
  readonly sex: string;
  readonly token: string | null;
  readonly form: string | null;
  readonly serial: string | null;
}

/** M3-c: the new students of a school and year in reach who are on the roll and have not left, in the order of their classes; within `tx.whole` all of them. */
export async function newStudents(tx: Transaction, { school_id, year }: { readonly school_id: string; readonly year: number }): Promise<NewStudent[]> {
  const rows = await tx.query<Row>(
    `with newcomers as (
       select distinct on (r.student_id) r.student_id, r.school_id from register_students r
       where r.region_id = $1 and ${standing('r')} and r.stage = 'secondary' and r.grade = 1 and r.cohort = $3 and ($4::text[] is null or r.scopes && $4)
       order by r.student_id, r.valid_from),
     now as (select distinct on (r.student_id) r.* from register_students r join newcomers n using (student_id)
       where n.school_id = $2 and r.region_id = $1 and ${standing('r')} and ($4::text[] is null or r.scopes && $4) order by r.student_id, r.valid_from desc)
     select l.student_id, l.name, l.sex, l.id_number as token, l.class_id as class_id, n.form, n.serial, a.exam_number, a.score::text as score, f.list_no,
       p.name as programme, p.secondary_code, p.higher_code, p.college_id
     from now l join register_programmes p on p.region_id = $1 and p.key = l.programme_id and ${standing('p')}
       left join roll_numbers n on n.region_id = $1 and n.student_id = l.student_id and n.superseded_at is null
       left join register_filings f on f.region_id = $1 and f.key = l.student_id and ${standing('f')}
       left join admission_entries e on e.region_id = $1 and e.student_id = l.student_id and e.act = 'register'
       left join admissions a on a.region_id = $1 and a.admission_id = e.admission_id
     where l.school_id = $2 and l.status not in ${LEFT} order by l.class_id nulls last, l.student_id`, [tx.actor.region_id, school_id, year, readableAdmissions(tx)]);
  const ids = await openTokens(tx, rows.flatMap(({ token }) => token ?? []));
  return rows.map(({ token, form, serial, sex, ...row }) => {
    const opened = token === null ? null : ids.get(token) ?? null;
    const id_number = opened === null ? '' : maskOf('citizen_id', opened);
    const roll_number = form === null || form === 'G' ? (id_number === '' ? '' : `G${id_number}`) : `${form}${serial ?? ''}`;
    return { ...row, sex: sex === '1' ? '男' : '女', id_number, roll_number, exam_number: row.exam_number ?? '', score: row.score ?? '', class_id: row.class_id ?? '' };
  });
}

/** A list as it is frozen: who is on it, and the hash that says that nobody changed it. */
export interface FrozenList {
  readonly students: readonly ListedStudent[];
  readonly content: string;
  readonly hash: NamedHash;
}

/** The new students of a school in the programmes of one college: it is the college of a list that seals it. */
export interface ListOf {
  readonly school_id: string;
  readonly college_id: string;
  readonly year: number;
}

/** Those of them who are on no filed list. To be called within `tx.whole`. */
export async function toList(whole: Transaction, { college_id, ...of }: ListOf): Promise<NewStudent[]> {
  return (await newStudents(whole, of)).filter((one) => one.list_no === null && one.college_id === college_id);
}

/** Their list as it would be frozen now. To be called within `tx.whole`. */
export async function listNow(whole: Transaction, of: ListOf): Promise<FrozenList> {
  const open = await toList(whole, of);
  const students = open.map(({ list_no: _, college_id: __, ...one }): ListedStudent => one);
  const content = canonicalJson({ ...of, students });
  return { students, content, hash: hashOf(await regionAlgorithm(whole), content) };
}

/** A list as it was frozen last in a matter; null where none was, or none is in reach. */
export async function frozenList(tx: Transaction, matter_id: number): Promise<(FrozenList & { readonly school_id: string; readonly year: number }) | null> {
  const labels = tx.actor.reach.get('documents.read') ?? [];
  const [row] = await tx.query<{ content: string; hash: NamedHash; school_id: string; year: number }>(
    `select content, content_hash as hash, school_id, year from student_lists where region_id = $1 and matter_id = $2 and ($3::text[] is null or scopes && $3) order by entry_no desc limit 1`,
    [tx.actor.region_id, matter_id, labels === '*' ? null : labels]);
  return row === undefined ? null : { ...row, students: (JSON.parse(row.content) as { students: ListedStudent[] }).students };
}

/** Who may see a list of names: whoever keeps or seals the rolls of these organisations, and the bureau of the county. */
export function listScopes(matterScopes: readonly string[]): string[] {
  return matterScopes.flatMap((label) => {
    const [prefix = '', id = ''] = label.split(':');
    if (prefix === 'org') return [`roll:${id}`];
    return prefix === 'county' ? [label] : [];
  });
}
