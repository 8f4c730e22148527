import { LEDGER_COLUMNS, ledgerTitle, type Ledger } from '../core/agreements/ledger.ts';
import { writeWorkbook } from './write-workbook.ts';

const WIDTH_OF_A_SHARE = 5;

/** The ledger of agreements as an .xlsx. */
export function ledgerWorkbook(ledger: Ledger, sample: boolean): Promise<Buffer> {
  return writeWorkbook([{
    name: '签订台账', above: [...(sample ? ['示例数据'] : []), ledgerTitle(ledger), `口径日期 ${ledger.on}　依据：R3-e、R3-f、R3-g、R3-h`],
    columns: LEDGER_COLUMNS.map(([heading, share]) => ({ heading, width: Math.round(share * WIDTH_OF_A_SHARE), format: 'wrapped' })),
    rows: ledger.lines.map((line) => LEDGER_COLUMNS.map(([, , cell]) => cell(line))),
  }]);
}
