import { withGuard } from '../core/exchange/formula-guard.ts';
import { csvLine } from '../core/exchange/write.ts';
import { writeWorkbook } from './write-workbook.ts';

/** A payment as a bank is told of it. */
export interface PaymentRow {
  readonly number: string;
  readonly payer: string;
  readonly payee_id: string;
  readonly payee: string;
  readonly amount_yuan: string;
  readonly purpose: string;
}

const HEAD = ['付款编号', '付款方', '收款方编号', '收款方', '金额（元）', '用途'] as const;
const cells = ({ number, payer, payee_id, payee, amount_yuan, purpose }: PaymentRow): string[] => [number, payer, payee_id, payee, amount_yuan, purpose];

export function paymentWorkbook(rows: readonly PaymentRow[]): Promise<Buffer> {
  return writeWorkbook([{ name: '付款明细', columns: HEAD.map((heading, at) => ({ heading, width: 22, format: at === AMOUNT ? 'decimal' : 'text' })), rows: rows.map(cells) }]);
}

const AMOUNT = HEAD.indexOf('金额（元）');

/** With the mark that spreadsheets know UTF-8 by. */
export function paymentCsv(rows: readonly PaymentRow[]): string {
  return `\ufeff${[HEAD, ...rows.map((row) => cells(row).map(withGuard))].map((line) => csvLine(line)).join('')}`;
}
