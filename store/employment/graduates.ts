import { mayTouch } from '../../core/access/reach.ts';
import type { ContractKind, EvidenceKind, Match } from '../../core/employment/outcomes.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';

/** A graduate as the roll has them. */
export interface GraduateRow {
  readonly student_id: string;
  readonly name: string;
  readonly school_id: string;
  readonly programme_id: string;
  readonly class_id: string | null;
  readonly graduated_on: PlainDate;
  readonly scopes: readonly string[];
}

/** A destination with what stands beside its record; null where nothing was said. */
export interface DestinationRow {
  readonly record_id: string;
  readonly student_id: string;
  readonly code: string;
  readonly employer_id: string | null;
  readonly employer_credit_code: string | null;
  readonly workplace_division: string | null;
  readonly industry: string | null;
  readonly contract: string | null;
  readonly wage_band: string | null;
  readonly recorded_on: PlainDate;
  readonly evidence: EvidenceKind | null;
  readonly evidence_ref: string | null;
  readonly agreed_on: PlainDate | null;
  readonly position: string | null;
  readonly contract_kind: ContractKind | null;
  readonly wage_fen: bigint | null;
  readonly match: Match | null;
  readonly contact: string | null;
  readonly insured_from: PlainDate | null;
  readonly late_reason: string | null;
  readonly recorded_by: string;
}

export interface AskedGraduates {
  readonly year?: number | undefined;
  readonly school_id?: string | undefined;
  readonly class_id?: string | undefined;
  readonly students?: readonly string[] | undefined;
  readonly on: PlainDate;
}

/** Graduates whom the actor may read, in the order of school, class and name. Within `tx.whole` all of the region. */
export function graduatesOf(tx: Transaction, { year, school_id, class_id, students, on }: AskedGraduates): Promise<GraduateRow[]> {
  return tx.query<GraduateRow>(
    `select * from (select distinct on (r.student_id) r.student_id, r.name, r.school_id, r.programme_id, r.class_id, r.valid_from as graduated_on, r.scopes
       from register_students r where r.region_id = $1 and ${standing('r')} and r.status = 'graduated' and r.valid_from <= $2::date
         and ($3::integer is null or r.valid_from between make_date($3::integer, 1, 1) and make_date($3::integer, 12, 31))
         and ($4::text is null or r.school_id = $4) and ($5::text is null or r.class_id = $5) and ($6::text[] is null or r.student_id = any($6))
         and ($7::text[] is null or r.scopes && $7) and ($8::text[] is null or r.scopes && $8)
       order by r.student_id, r.valid_from desc) g order by school_id, class_id nulls last, student_id`,
    [tx.actor.region_id, on, year ?? null, school_id ?? null, class_id ?? null, students ?? null, labelsToRead(tx, 'students'), labelsToRead(tx, 'employment')]);
}

/** Those of them whose destinations the actor records: graduates themselves only answer. */
export function kept(tx: Transaction, graduates: readonly GraduateRow[]): GraduateRow[] {
  return graduates.filter(({ scopes }) => (['employment', 'learning'] as const).every((kind) => mayTouch(tx.actor.reach, kind, 'write', scopes)));
}

/** Every destination of these students that stands, as far as the actor may read it: the earliest first. */
export function destinationsOf(tx: Transaction, students: readonly string[], on: PlainDate): Promise<DestinationRow[]> {
  return tx.query<DestinationRow>(
    `select d.record_id::text, d.student_id, d.code, d.employer_id, d.employer_credit_code, d.workplace_division, d.industry, d.contract, d.wage_band, d.recorded_on,
       t.evidence, t.evidence_ref, t.agreed_on, t.position, t.contract_kind, t.wage_fen, t.match, t.contact, t.insured_from, t.late_reason, d.recorded_by
     from register_destinations d left join destination_details t on t.region_id = d.region_id and t.record_id = d.record_id
     where d.region_id = $1 and ${standing('d')} and d.student_id = any($2::text[]) and d.recorded_on <= $3::date and ($4::text[] is null or d.scopes && $4)
     order by d.recorded_on, d.record_id`,
    [tx.actor.region_id, students, on, labelsToRead(tx, 'learning')]);
}
