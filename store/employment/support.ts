import { partnership } from '../../core/employment/partners.ts';
import { refusalOfSupport, supportRules, type SupportRefusal } from '../../core/employment/support.ts';
import { groupBy } from '../../core/facts/campus-rows.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { ParametersInForce } from '../../core/verdict/parameter.ts';
import { takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { answersOf } from './answers.ts';
import { destinationsOf, graduatesOf, type DestinationRow, type GraduateRow } from './graduates.ts';
import { agreementsOf } from './partners.ts';

export interface Hire {
  readonly student_id: string;
  readonly graduate: GraduateRow | null;
  readonly latest: DestinationRow | null;
  readonly agreement_id: string | null;
  readonly why: SupportRefusal | 'no_rules' | null;
}

interface OfFirm {
  readonly firm_id: string;
  /** Null: whichever school they are of. */
  readonly school_id: string | null;
  readonly students: readonly string[];
}

/** What support a firm has a claim to for these graduates, one by one. To be called within `tx.whole`. */
export async function judgeHires(whole: Transaction, { firm_id, school_id, students }: OfFirm, today: PlainDate, parameters: ParametersInForce): Promise<Hire[]> {
  const rules = supportRules(parameters);
  const graduates = new Map((await graduatesOf(whole, { students, on: today })).map((one) => [one.student_id, one]));
  const destinations = groupBy(await destinationsOf(whole, students, today), ({ student_id }) => student_id);
  const objections = new Map((await answersOf(whole, students)).filter(({ destination_record }) => destination_record !== null).map(({ destination_record, kind }) => [destination_record, kind === 'object']));
  const supported = new Set((await whole.query<{ student_id: string }>(
    'select student_id from hiring_supports s where region_id = $1 and firm_id = $2 and answers is null and student_id = any($3::text[])', [whole.actor.region_id, firm_id, students])).map(({ student_id }) => student_id));
  const agreements = await agreementsOf(whole);
  return students.map((student_id) => {
    const [graduate, latest] = [graduates.get(student_id) ?? null, destinations.get(student_id)?.at(-1) ?? null];
    const on = latest?.agreed_on ?? null;
    const agreement = graduate === null || on === null ? null : partnership(agreements, firm_id, graduate, on);
    const why = rules === null ? 'no_rules' as const : refusalOfSupport({
      graduated: graduate !== null, of_school: school_id === null || graduate?.school_id === school_id, hired_here: latest?.employer_id === firm_id, contract_kind: latest?.contract_kind ?? null, agreed_on: on,
      insured_from: latest?.insured_from ?? null, partner: agreement !== null, objected: objections.get(latest?.record_id ?? '') ?? false, supported: supported.has(student_id),
    }, rules, today);
    return { student_id, graduate, latest, agreement_id: agreement?.agreement_id ?? null, why };
  });
}

/** Students whose latest record may be at a firm. To be called within `tx.whole`. */
export async function studentsAt(whole: Transaction, firm_id: string): Promise<string[]> {
  const rows = await whole.query<{ student_id: string }>('select distinct student_id from register_destinations where region_id = $1 and employer_id = $2 and superseded_at is null and not withdrawn order by 1', [whole.actor.region_id, firm_id]);
  return rows.map(({ student_id }) => student_id);
}

export interface Support {
  readonly support_id: string;
  readonly student_id: string;
  readonly agreement_id: string;
  readonly amount_fen: bigint;
  readonly answered: boolean;
}

/** What was granted to a firm, and whether it was taken back. To be called within `tx.whole`. */
export function supportsOf(whole: Transaction, firm_id: string): Promise<Support[]> {
  return whole.query<Support>(
    `select s.support_id::text, s.student_id, s.agreement_id::text, s.amount_fen, exists (select 1 from hiring_supports b where b.region_id = s.region_id and b.answers = s.support_id) as answered
     from hiring_supports s where s.region_id = $1 and s.firm_id = $2 and s.answers is null order by s.support_id`, [whole.actor.region_id, firm_id]);
}

interface NewSupport {
  readonly matter_id: number;
  readonly firm_id: string;
  readonly student_id: string;
  readonly agreement_id: string;
  readonly amount_fen: bigint;
  /** What it takes back, and why. */
  readonly answers: string | null;
  readonly reason: string | null;
  readonly on: PlainDate;
  readonly scopes: readonly string[];
}

export async function addSupport(tx: Transaction, one: NewSupport): Promise<void> {
  const support_id = String(await takeNumbers(tx, 'next_number', 1));
  await tx.change(
    `insert into hiring_supports (region_id, support_id, matter_id, firm_id, student_id, agreement_id, amount_fen, answers, reason, decided_on, scopes, recorded_at, recorded_by)
     values ($1, $2::bigint, $3, $4, $5, $6::bigint, $7, $8::bigint, $9, $10, $11, clock_timestamp(), $12)`,
    [tx.actor.region_id, support_id, one.matter_id, one.firm_id, one.student_id, one.agreement_id, one.amount_fen, one.answers, one.reason, one.on, one.scopes, tx.actor.account]);
}
