import type { RequirementJson } from '../../core/graduation/graduation-json.ts';
import type { Ending } from '../../core/graduation/graduation-list.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { peopleNames } from '../people-names.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';

/** How the higher stage of somebody ended, as it was decided. */
export interface StoredGraduation {
  readonly graduation_id: number;
  readonly student_id: string;
  readonly name: string;
  readonly college_id: string;
  readonly school_id: string;
  readonly programme_id: string;
  readonly class_id: string | null;
  readonly outcome: Ending;
  readonly on: PlainDate;
  readonly matter_id: number;
  readonly requirements: readonly RequirementJson[];
  /** The number of what they were given. */
  readonly number: string | null;
  /** When they had completed before. */
  readonly replaces: PlainDate | null;
  readonly undone: boolean;
  readonly scopes: readonly string[];
  readonly entered_by: string;
  readonly approved_by: string;
}

type Row = Omit<StoredGraduation, 'graduation_id' | 'matter_id'> & { readonly graduation_id: bigint; readonly matter_id: bigint };
export interface GraduationFilter {
  readonly matter_id?: number | undefined;
  readonly find?: string | undefined;
  readonly students?: readonly string[] | undefined;
}

const MATCHING = `from graduations g where g.region_id = $1 and ($2::text[] is null or g.scopes && $2) and ($3::bigint is null or g.matter_id = $3)
  and ($4::text is null or g.student_id like $4 || '%' or strpos(g.name, $4) > 0) and ($5::text[] is null or g.student_id = any($5::text[]))`;

/** Graduations in reach in the order in which they were decided, with how many there are of each outcome. */
export async function listGraduations(tx: Transaction, { matter_id, find, students }: GraduationFilter, { limit, offset }: { readonly limit: number; readonly offset: number }) {
  const values = [tx.actor.region_id, labelsToRead(tx, 'learning'), matter_id ?? null, find ?? null, students ?? null];
  const counted = await tx.query<{ outcome: Ending; many: number }>(`select g.outcome, count(*)::integer as many ${MATCHING} group by g.outcome`, values);
  const many = (outcome: Ending): number => counted.find((one) => one.outcome === outcome)?.many ?? 0;
  const rows = await tx.query<Row>(
    `select m.*, d.number_text as number, b.on_date as replaces, m.proposer::text as entered_by, m.approver::text as approved_by,
       exists (select 1 from roll_changes u where u.region_id = $1 and u.undoes = m.change_id) as undone
     from (select g.region_id, g.graduation_id, g.student_id, g.name, g.college_id, g.school_id, g.programme_id, g.class_id, g.outcome, g.on_date as "on", g.matter_id, g.change_id, g.scopes, g.replaces as earlier,
         g.entered_by as proposer, g.approved_by as approver, g.checklist->'requirements' as requirements ${MATCHING} order by g.graduation_id limit ${limit} offset ${offset}) m
       left join diplomas d on d.region_id = $1 and d.graduation_id = m.graduation_id and d.replaces is null
       left join graduations b on b.region_id = $1 and b.graduation_id = m.earlier
     order by m.graduation_id`, values);
  const named = await peopleNames(tx, rows.flatMap(({ entered_by, approved_by }) => [entered_by, approved_by]));
  return {
    counts: { graduated: many('graduated'), completed: many('completed'), incomplete: many('incomplete') },
    graduations: rows.map((row): StoredGraduation => ({ ...row, graduation_id: Number(row.graduation_id), matter_id: Number(row.matter_id), entered_by: named(row.entered_by) ?? '', approved_by: named(row.approved_by) ?? '' })),
  };
}
