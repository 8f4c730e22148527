import type { Reach } from '../core/access/reach.ts';
import { DEFAULT_PACK } from '../core/policy/packs.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { Database } from '../store/database.ts';
import { answerNeed, stateNeed } from '../store/earmarks/needs.ts';
import type { EarmarkOutcome } from '../store/earmarks/outcome.ts';
import { programActor } from '../store/program-actor.ts';
import type { Transaction } from '../store/transaction.ts';
import { sampleAccountName } from './sample-accounts.ts';

const YEAR = 2025;
const CAMPUS = 'C1';

/** Finance of one institution, with its funds and nobody else's. */
const reachOf = (org_id: string): Reach => new Map(['conditions.read', 'funds.read', 'funds.write'].map((act) => [act, [`org:${org_id}`]])) as Reach;

/** M5-c: a school says twice what it needs; the bureau has answered once. */
export async function addSampleEarmarks(database: Database, region_id: number, today: PlainDate): Promise<void> {
  const given = { pack: DEFAULT_PACK, today };
  const act = (role: 'school_finance' | 'finance_bureau', org_id: string, work: (tx: Transaction) => Promise<EarmarkOutcome>): Promise<string> =>
    database.as({ ...programActor(region_id), account: sampleAccountName(role), reach: reachOf(org_id) }).write(async (tx) => {
      const done = await work(tx);
      if (done.outcome !== 'done') throw new Error(`the sample's earmarks: ${done.why}`);
      return done.id;
    });
  const need = (category: 'equipment' | 'teacher_training', amount_yuan: string, purpose: string): Promise<string> =>
    act('school_finance', 'S1', (tx) => stateNeed(tx, { campus_id: CAMPUS, fiscal_year: YEAR, category, amount_yuan, purpose }, given));
  const need_id = Number(await need('teacher_training', '20000.00', '新进专任教师企业实践'));
  await act('finance_bureau', 'G1', (tx) => answerNeed(tx, { need_id, answer: 'partly', amount_yuan: '12000.00', note: '本年先安排六人，其余列入下年预算' }, given));
  await need('equipment', '160000.00', '升段学生增加，补充数控实训设备');
}
