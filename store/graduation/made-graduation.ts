import type { TypedRow } from '../../core/check/made-dataset.ts';
import { finalYearRow, passed, skill } from '../../core/graduation/made-final-year.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date, type PlainDate } from '../../core/values/plain-date.ts';
import type { Database } from '../database.ts';
import { enterInstitutionCode } from '../diplomas/institution-codes.ts';
import type { MadeActor } from '../matters/made-matters.ts';
import type { Opened } from '../matters/open-matter.ts';
import type { Transaction } from '../transaction.ts';
import { madeRolls, type MadeRolls } from '../students/made-students.ts';
import { graduationListOf, type GraduationList } from './graduation-list.ts';

export const AUDIT = date('2026-06-20');
export const DECIDED = date('2026-06-25');

export interface MadeGraduation extends MadeRolls {
  /** Students of the final grade, each with what else is given: no credits, no certificate, or rows of these. */
  readonly finalYear: (...students: readonly MadeFinalist[]) => Promise<void>;
  readonly list: (on?: PlainDate) => Promise<GraduationList>;
  readonly proposeList: (on?: PlainDate, today?: PlainDate) => Promise<Opened>;
  readonly write: <A extends { readonly outcome: string }>(who: MadeActor, work: (tx: Transaction) => Promise<A>) => Promise<A>;
  readonly code: (text?: string, who?: MadeActor) => Promise<string>;
}

export interface MadeFinalist {
  readonly student_id: string;
  readonly roll?: TypedRow;
  readonly credits?: TypedRow | null;
  readonly certificates?: readonly TypedRow[];
}

/** A college with a final grade of which nothing is decided yet. */
export async function madeGraduation(db: Database): Promise<MadeGraduation> {
  const rolls = await madeRolls(db);
  const write: MadeGraduation['write'] = async (who, work) => (await rolls.of(who)).write(async (tx) => {
    const answer = await work(tx);
    if (answer.outcome !== 'done') tx.discard();
    return answer;
  });
  const list = async (on = AUDIT): Promise<GraduationList> => {
    const found = await rolls.as.read((tx) => tx.whole((whole) => graduationListOf(whole, 'H', on, quzhou2024)));
    if (found === null) throw new Error('no rules on the day of the audit');
    return found;
  };
  return {
    ...rolls, write, list,
    finalYear: async (...students) => {
      const reply = await rolls.import({
        students: students.map(({ student_id, roll }) => finalYearRow(student_id, { cohort: 2021, ...roll })),
        credits: students.flatMap(({ student_id, credits = {} }) => (credits === null ? [] : [passed(student_id, credits)])),
        certificates: students.flatMap(({ student_id, certificates }) => certificates ?? [skill(student_id, 3)]),
      });
      if (reply.outcome !== 'done') throw new Error(JSON.stringify(reply).slice(0, 1500));
    },
    proposeList: async (on = AUDIT, today = DECIDED) => rolls.propose(rolls.college, 'graduation_list', 'H', { on, list: (await list(on)).digest }, { today }),
    code: async (text = '13286', who = rolls.college) => (await write(who, (tx) => enterInstitutionCode(tx, 'H', text))).outcome,
  };
}
