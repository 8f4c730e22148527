import { readCsv } from '../../core/exchange/csv.ts';
import { createReader, type Reading } from '../../core/exchange/reader.ts';
import { templateJson } from '../../core/exchange/template.ts';
import type { Settlement } from '../../core/funding/settle.ts';
import { settlementJson, type SettlementJson } from '../../core/funding/settlement-json.ts';
import { moneyDifferences } from './compare-money.ts';
import { dressed } from './dress.ts';
import type { CsvTexts } from './dress.ts';
import { madeMoney } from './made-money.ts';
import { brokenProperties } from './money-properties.ts';
import type { Asked } from './naive-money.ts';
import { naiveRows } from './naive-rows.ts';
import { naiveSettle } from './naive-settle.ts';
import { settledAsked } from './settle-asked.ts';

const template = templateJson().sheets;

/** What a random year of money comes to by both ways. */
export interface MoneyTwin {
  readonly seed: number;
  readonly asked: Asked;
  readonly texts: CsvTexts;
  readonly flaw: string | null;
  readonly settlement: Settlement;
  readonly differences: readonly string[];
}

export function moneyTwin(seed: number): MoneyTwin {
  const { asked, sheets, flaw } = madeMoney(seed);
  const texts = dressed({ seed, day: asked.day, sheets }, template);
  const reading = readTexts(texts);
  const settlement = settledAsked(reading, asked);
  const json = JSON.parse(JSON.stringify(settlementJson(settlement))) as SettlementJson;
  const differences = flaw === 'missing_value' && isCellFlaw(json)
    ? refusedWhole(json)
    : moneyDifferences(json, settlement.conserved, naiveSettle(naiveRows(texts, template), asked), flaw);
  return { seed, asked, texts, flaw, settlement, differences: [...differences, ...brokenProperties(reading, settlement, asked)] };
}

export function readTexts(texts: CsvTexts): Reading {
  const reader = createReader();
  for (const [name, text] of Object.entries(texts)) {
    const sheet = reader.sheet(name);
    readCsv(text, (row, cells) => sheet?.row(row, cells));
  }
  return reader.finish();
}

/** An empty cell is found by the reader; its row is not read at all, so that only the refusal can be compared. */
const isCellFlaw = (json: SettlementJson): boolean => json.problems.some(({ sheet, code }) => sheet === 'payments' && code === 'missing_value');

function refusedWhole({ lines, students, trial_balance }: SettlementJson): string[] {
  return lines.length + students.length + trial_balance.clearing.length === 0 && trial_balance.debit_yuan === '0.00' ? [] : ['a year with errors was settled'];
}
