import { createUploadReader } from '../core/exchange/upload-reader.ts';
import { matterOfOrder } from '../core/orders/order-kinds.ts';
import { DEFAULT_PACK } from '../core/policy/packs.ts';
import { date, type PlainDate } from '../core/values/plain-date.ts';
import { takeFile } from '../store/bank/take-file.ts';
import { billRunOf } from '../store/billing/bill-run.ts';
import { enterRate, type RateEntry } from '../store/billing/rates.ts';
import type { Database } from '../store/database.ts';
import { proposalOf } from '../store/orders/order.ts';
import { playing } from './sample-playing.ts';

const COLLEGE = 'H1';
const YEAR = 2025;
const CLASS = 'C1-2025-1';
/** After the day of the sample, so that nothing of it is late yet. */
const DUE = date('2025-11-30');

const RATES: readonly Omit<RateEntry, 'college_id' | 'academic_year' | 'programme_id'>[] = [
  { kind: 'tuition', amount_yuan: '6600', approval: '示例：高职学费批准文件', items: '' },
  { kind: 'dorm', amount_yuan: '1200', approval: '示例：住宿费批准文件', items: '' },
  { kind: 'custody', amount_yuan: '800', approval: '示例：代管项目清单', items: '教材、校服' },
  { kind: 'other', amount_yuan: '60', approval: '示例：其他收费项目清单', items: '体检' },
];

/** As the bank lists it: twice paid in full, by somebody whom nobody knows, and to a school. */
const LINES: readonly (readonly string[])[] = [
  ['流水号', '交易日期', '金额', '付款人', '学号', '摘要', '收款人'],
  ['SAMPLE-B-0001', '2025-10-28', '60.00', '', '20221001', '体检费', ''],
  ['SAMPLE-B-0002', '2025-10-29', '60.00', '', '20221003', '体检费', ''],
  ['SAMPLE-B-0003', '2025-10-29', '60.00', '某先生', '', '代缴', ''],
  ['SAMPLE-B-0004', '2025-10-30', '60.00', '', '20221005', '体检费', '某中职学校'],
];

/** R4: a class of year 4 is billed one more fee, a file of the bank came in, one line of it waits, and an order is on its way. Nothing that is counted changes. */
export async function addSampleMoney(database: Database, region_id: number, on: PlainDate): Promise<void> {
  const { as, open, play } = playing(database, region_id, on);
  const given = { pack: DEFAULT_PACK, today: on };
  for (const rate of RATES) await as('college_finance', (tx) => enterRate(tx, { college_id: COLLEGE, academic_year: YEAR, programme_id: null, ...rate }));
  const looked = <T>(work: Parameters<typeof as<T>>[1]): Promise<T> => as('college_finance', async (tx) => {
    tx.unaudited('only looked at');
    return work(tx);
  });
  const run = await looked((tx) => tx.whole((whole) => billRunOf(whole, { college_id: COLLEGE, year: YEAR, due_on: DUE, classes: [CLASS] }, given)));
  const bills = await open('college_finance', { kind: 'bill_run', subject: COLLEGE, details: { year: YEAR, on: DUE, classes: [CLASS], list: run?.digest ?? '' } });
  await play(bills, ['college_leadership', 'approve']);
  const reader = createUploadReader('bank_lines');
  for (const [at, cells] of LINES.entries()) reader.row(at + 1, cells);
  const taken = await as('college_finance', (tx) => takeFile(tx, { college_id: COLLEGE, source: 'bank', ...reader.finish(), file: { name: '示例：十月银行流水.csv', sha256: '0'.repeat(64) } }, on));
  if (taken.outcome !== 'done') throw new Error(`the sample's bank file: ${taken.outcome}`);
  const order = await looked((tx) => tx.whole((whole) => proposalOf(whole, { payer_id: COLLEGE, kind: 'tuition_share', year: YEAR }, given)));
  if (order.outcome !== 'proposed') throw new Error(`the sample's order: ${order.outcome}`);
  const matter = await open('college_finance', { kind: matterOfOrder('tuition_share'), subject: COLLEGE, details: { year: YEAR, list: order.digest } });
  await play(matter, ['college_leadership', 'check']);
}
