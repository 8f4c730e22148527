import { student } from '../../core/funding/made-year.ts';
import type { TypedSheets } from '../../core/check/made-dataset.ts';
import { date } from '../../core/values/plain-date.ts';
import type { Database } from '../database.ts';
import { madeScene, type MadeActor, type MadeScene } from '../matters/made-matters.ts';
import type { Transaction } from '../transaction.ts';
import { enterRate, type RateEntry } from './rates.ts';

export const BILLED = date('2025-09-05');
export const DUE = date('2025-09-30');

/** A region whose college H bills and passes on, for tests: A boards, B does not, of U nobody knows; N is in year 3 still. */
export const STUDENTS: TypedSheets['students'] = [
  student('A', { name: '陈一', boarder: 'yes', class_id: 'K0' }), student('B', { name: '林二', boarder: 'no', class_id: 'K1', grade: 5, from: '2024-09-01' }),
  student('U', { name: '王三', class_id: 'K1' }), student('N', { name: '周四', stage: 'secondary', grade: 3, campus_id: '', boarder: 'yes' }),
];

export interface MadeMoney extends MadeScene {
  readonly finance: MadeActor;
  readonly checker: MadeActor;
  readonly write: <A extends { readonly outcome: string }>(who: MadeActor, work: (tx: Transaction) => Promise<A>) => Promise<A>;
  readonly rate: (entry: Partial<RateEntry>, who?: MadeActor) => Promise<string>;
}

export async function madeMoney(db: Database, sheets: TypedSheets = { students: STUDENTS ?? [] }): Promise<MadeMoney> {
  const scene = await madeScene(db);
  const { outcome } = await scene.import({ shares: [{ school_id: 'S', college_id: 'H', tuition_share: '60%', from: '2024-09-01' }], ...sheets });
  if (outcome !== 'done') throw new Error(`import: ${outcome}`);
  const [finance, checker] = [await scene.somebody('college_finance', 'H'), await scene.somebody('college_finance', 'H')];
  const write: MadeMoney['write'] = async (who, work) => (await scene.of(who)).write(async (tx) => {
    const answer = await work(tx);
    if (answer.outcome !== 'done') tx.discard();
    return answer;
  });
  return {
    ...scene, finance, checker, write,
    rate: async (entry, who = finance) => {
      const answer = await write(who, (tx) => enterRate(tx, { college_id: 'H', academic_year: 2025, kind: 'tuition', programme_id: null, amount_yuan: '6600', approval: '浙价费〔2025〕1号', items: '', ...entry }));
      return answer.outcome === 'rate_refused' ? answer.why : answer.outcome;
    },
  };
}


