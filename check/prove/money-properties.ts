import type { Reading } from '../../core/exchange/reader.ts';
import type { Dataset } from '../../core/exchange/sheets.ts';
import { parseExact } from '../../core/values/exact.ts';
import type { Line } from '../../core/funding/line.ts';
import { settlementJson } from '../../core/funding/settlement-json.ts';
import type { Settlement } from '../../core/funding/settle.ts';
import type { Asked } from './naive-money.ts';
import { settledAsked } from './settle-asked.ts';

const FLOOR = { n: 6n, d: 10n };

/** What must hold of every settlement, whatever is in it; in words where it does not. */
export function brokenProperties(reading: Reading, settlement: Settlement, asked: Asked): string[] {
  const { books, lines } = settlement;
  return [
    ...(books.debit === books.credit ? [] : [`debits ${books.debit}, credits ${books.credit}`]),
    ...(sumOf([...books.balances.values()]) === 0n ? [] : ['the balances of all accounts do not sum to zero']),
    ...lines.flatMap(brokenLine),
    ...(figures(settledAsked({ ...reading, dataset: turned(reading.dataset) }, asked)) === figures(settlement) ? [] : ['the order of rows changes the answer']),
    ...(figures(settledAsked(reading, asked)) === figures(settlement) ? [] : ['settling again gives another answer']),
  ];
}

const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, fen) => sum + fen, 0n);

function brokenLine({ kind, from_id, to_id, base, ratio, due, paid, outstanding, overdue, trace }: Line): string[] {
  const where = `${kind} ${from_id} → ${to_id}`;
  const traced = ['base', 'paid'].every((figure) => trace.some((step) => step.figure === figure));
  return [
    ...(due === null || paid === null || outstanding === due - paid ? [] : [`${where}: outstanding is not due − paid`]),
    ...(overdue === null || overdue >= 0n ? [] : [`${where}: overdue below zero`]),
    ...(traced ? [] : [`${where}: a figure without its trace`]),
    ...(kind === 'tuition_share' ? brokenShare(where, base, ratio, due) : []),
  ];
}

/** R4-c: never under 60 % of the net tuition, never a whole fen over the ratio. */
function brokenShare(where: string, base: Line['base'], ratio: string | null, due: bigint | null): string[] {
  const share = parseExact(ratio ?? '');
  if (base === null || due === null || share === null) return [`${where}: no share`];
  const fen = (base.n * 100n) / base.d;
  return [
    ...(due * FLOOR.d >= fen * FLOOR.n ? [] : [`${where}: ${due} of ${fen} is under the floor`]),
    ...(due * share.d >= fen * share.n && (due - 1n) * share.d < fen * share.n ? [] : [`${where}: ${due} is not ⌈${ratio} × ${fen}⌉`]),
  ];
}

const turned = (dataset: Dataset): Dataset => Object.fromEntries(Object.entries(dataset).map(([name, rows]) => [name, rows.toReversed()]));

/** Everything but the order in which rows are named as evidence. */
function figures(settlement: Settlement): string {
  const { lines, problems, ...others } = settlementJson(settlement);
  const told = problems.map((problem) => JSON.stringify(problem)).sort();
  return JSON.stringify({ ...others, lines: lines.map(({ trace: _trace, ...line }) => line), told });
}
