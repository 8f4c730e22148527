import type { Row } from '../../core/exchange/sheets.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { standing } from '../known-time.ts';
import { peopleNames } from '../people-names.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';

/** A certificate that stands in the register, and what was done with it. */
export interface ListedCertificate extends Pick<Row<'certificates'>, 'student_id' | 'kind' | 'name' | 'level' | 'number' | 'issued_on' | 'verified'> {
  readonly record_id: number;
  /** Null where the asker does not read the roll. */
  readonly student: string | null;
  readonly class_id: string | null;
  readonly entered_by: string | null;
  readonly verified_by: string | null;
  readonly verified_on: PlainDate | null;
  readonly source: string | null;
  readonly valid_until: PlainDate | null;
  /** Whether the asker entered it, so that another person has to verify it. */
  readonly mine: boolean;
}

export interface CertificateFilter {
  readonly verified?: boolean | undefined;
  readonly school_id?: string | undefined;
  readonly find?: string | undefined;
}

interface Paged { readonly limit: number; readonly offset: number }
type Listed = { readonly total: number; readonly certificates: readonly ListedCertificate[] };

/** Certificates in reach, those that wait for verification first, then the latest. */
export async function listCertificates(tx: Transaction, { verified, school_id, find }: CertificateFilter, { limit, offset }: Paged): Promise<Listed> {
  const values = [tx.actor.region_id, labelsToRead(tx, 'learning'), verified ?? null, school_id ?? null, find ?? null, labelsToRead(tx, 'students'), tx.actor.account];
  const matching = `from register_certificates r
    left join lateral (select o.name, o.class_id, o.school_id from register_students o where o.region_id = $1 and o.student_id = r.student_id and ${standing('o')}
      and ($6::text[] is null or o.scopes && $6) order by o.valid_from desc limit 1) s on true
    where r.region_id = $1 and ${standing('r')} and ($2::text[] is null or r.scopes && $2) and ($3::boolean is null or r.verified = $3) and ($4::text is null or s.school_id = $4)
      and ($5::text is null or r.number like upper($5) || '%' or r.student_id like $5 || '%' or strpos(s.name, $5) > 0)`;
  const [counted] = await tx.arrays(`select count(*)::integer ${matching} and $7::text is not null`, values);
  const rows = await tx.query<Omit<ListedCertificate, 'record_id'> & { record_id: bigint }>(
    `select r.record_id, r.student_id, s.name as student, s.class_id, r.kind, r.name, r.level, r.number, r.issued_on, r.verified, e.person_id::text as entered_by, v.person_id::text as verified_by, v.on_date as verified_on, v.source,
       e.valid_until, coalesce(e.account = $7, r.act = 'added' and r.recorded_by = $7) as mine
     ${matching.replace('where r.region_id', `${acts('e', 'entered')} ${acts('v', 'verified')} where r.region_id`)}
     order by r.verified, r.issued_on desc, r.record_id desc limit ${limit} offset ${offset}`, values);
  const named = await peopleNames(tx, rows.flatMap(({ entered_by, verified_by }) => [entered_by, verified_by]));
  return {
    total: Number(counted?.[0] ?? 0),
    certificates: rows.map(({ record_id, entered_by, verified_by, ...row }) => ({ ...row, record_id: Number(record_id), entered_by: named(entered_by), verified_by: named(verified_by) })),
  };
}

/** The latest act of a sort with a certificate. */
const acts = (as: string, act: string): string => `left join lateral (
  select a.recorded_by as account, a.person_id, a.on_date, a.source, a.valid_until from certificate_acts a
  where a.region_id = $1 and a.kind = r.kind and a.number = r.number and a.act = '${act}' order by a.certificate_act_id desc limit 1) ${as} on true`;
