import { diplomaState, type DiplomaKindId, type DiplomaState } from '../../core/diplomas/diploma-kinds.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { peopleNames } from '../people-names.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';

export interface StoredDiploma {
  readonly diploma_id: number;
  readonly kind: DiplomaKindId;
  readonly issuer_id: string;
  readonly year: number;
  readonly number: string;
  readonly code: string;
  readonly student_id: string;
  readonly name: string;
  readonly school_id: string;
  readonly programme_id: string;
  readonly issued_on: PlainDate;
  readonly graduation_id: number | null;
  readonly change_id: number;
  readonly state: DiplomaState;
  readonly acts: readonly { readonly act: string; readonly on: PlainDate; readonly taken_by: string | null; readonly reason: string | null; readonly person: string }[];
  readonly scopes: readonly string[];
  /** The number of the diploma in whose place it stands, and of the certificate in its own place. */
  readonly replaces: string | null;
  readonly replaced_by: string | null;
}

export interface DiplomaFilter {
  readonly diploma_id?: number | undefined;
  readonly year?: number | undefined;
  readonly kind?: DiplomaKindId | undefined;
  readonly state?: DiplomaState | undefined;
  readonly find?: string | undefined;
  readonly students?: readonly string[] | undefined;
}

type Row = Omit<StoredDiploma, 'diploma_id' | 'graduation_id' | 'change_id' | 'state'> & { diploma_id: bigint; graduation_id: bigint | null; change_id: bigint; total: number };

const LIST = `
  with acts as (select a.diploma_id, array_agg(a.act) as done,
      jsonb_agg(jsonb_build_object('act', a.act, 'on', a.on_date, 'taken_by', a.taken_by, 'reason', a.reason, 'person', a.person_id::text) order by a.act_no) as told
    from diploma_acts a where a.region_id = $1 group by a.diploma_id)
  select d.diploma_id, d.kind, d.issuer_id, d.year, d.number_text as number, d.code, d.student_id, d.name, d.school_id, d.programme_id, d.issued_on, d.graduation_id, d.change_id, d.scopes,
    coalesce(a.told, '[]'::jsonb) as acts, b.number_text as replaces, r.number_text as replaced_by, count(*) over ()::integer as total
  from diplomas d left join acts a using (diploma_id)
    left join diplomas b on b.region_id = d.region_id and b.diploma_id = d.replaces
    left join diplomas r on r.region_id = d.region_id and r.replaces = d.diploma_id
  where d.region_id = $1 and ($2::text[] is null or d.scopes && $2) and ($3::bigint is null or d.diploma_id = $3) and ($4::integer is null or d.year = $4) and ($5::text is null or d.kind = $5)
    and ($6::text is null or d.number_text like $6 || '%' or d.student_id like $6 || '%' or strpos(d.name, $6) > 0) and ($7::text[] is null or d.student_id = any($7::text[]))
    and ($8::text is null or $8 = case when 'withdrawn' = any(a.done) then 'withdrawn' when 'lost' = any(a.done) then 'lost' when 'handed_over' = any(a.done) then 'handed_over' else 'to_hand_over' end)
  order by d.year desc, d.kind, d.issuer_id, d.serial`;

/** Certificates of the register in reach, the latest year first and in the order of their serials. */
export async function listDiplomas(tx: Transaction, filter: DiplomaFilter, { limit, offset }: { readonly limit: number; readonly offset: number }): Promise<{ readonly total: number; readonly diplomas: readonly StoredDiploma[] }> {
  const { diploma_id, year, kind, state, find, students } = filter;
  const rows = await tx.query<Row>(`${LIST} limit ${limit} offset ${offset}`,
    [tx.actor.region_id, labelsToRead(tx, 'learning'), diploma_id ?? null, year ?? null, kind ?? null, find ?? null, students ?? null, state ?? null]);
  const named = await peopleNames(tx, rows.flatMap(({ acts }) => acts.map(({ person }) => person)));
  return {
    total: rows[0]?.total ?? 0,
    diplomas: rows.map(({ total: _, diploma_id: id, graduation_id, change_id, ...row }) => ({
      ...row, acts: row.acts.map((one) => ({ ...one, person: named(one.person) ?? '' })), diploma_id: Number(id), change_id: Number(change_id), graduation_id: graduation_id === null ? null : Number(graduation_id), state: diplomaState(row.acts.map(({ act }) => act)),
    })),
  };
}

/** One certificate in reach that the actor may write; null where there is none. */
export async function ownDiploma(tx: Transaction, diploma_id: number): Promise<StoredDiploma | null> {
  const writable = tx.actor.reach.get('learning.write') ?? [];
  const [row] = await tx.arrays('select 1 from diplomas where region_id = $1 and diploma_id = $2 and ($3::text[] is null or scopes && $3)', [tx.actor.region_id, diploma_id, writable === '*' ? null : writable]);
  return row === undefined ? null : (await listDiplomas(tx, { diploma_id }, { limit: 1, offset: 0 })).diplomas[0] ?? null;
}
