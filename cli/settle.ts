import { describeProblem } from '../core/exchange/describe.ts';
import { hasErrors } from '../core/exchange/problem.ts';
import type { Dataset } from '../core/exchange/sheets.ts';
import { settlementText } from '../core/funding/phrases.ts';
import { fundingRules } from '../core/funding/rules.ts';
import { scopeOf } from '../core/funding/scope.ts';
import { anythingDue, settle, type Settlement } from '../core/funding/settle.ts';
import { settlementJson } from '../core/funding/settlement-json.ts';
import type { Language } from '../core/values/bilingual.ts';
import { readDatasetPath } from '../workbook/read-dataset.ts';
import { EXIT, onlyPositional, print, printJson, readOptions, Refused, refusalText, type Command } from './command.ts';

const USAGE = 'guantong settle DATA --academic-year YYYY [--fiscal-year YYYY]';
const YEAR = /^[12]\d{3}$/;

/** `settle DATA`: the money of an academic and a fiscal year, by clause and party. No database is needed. */
export const command: Command = async (args) => {
  const { options, values, positionals } = readOptions(args, { 'academic-year': { type: 'string' }, 'fiscal-year': { type: 'string' } });
  const path = onlyPositional(positionals, USAGE);
  if (values['academic-year'] === undefined) throw new Refused(`缺少 --academic-year（学年的起始年） / which academic year? ${USAGE}`);
  const academic_year = yearOption('--academic-year', values['academic-year']);
  const fiscal_year = values['fiscal-year'] === undefined ? undefined : yearOption('--fiscal-year', values['fiscal-year']);
  const scope = scopeOf(academic_year, options.as_of, fiscal_year);
  const rules = fundingRules(options.pack.parameters, scope);
  if ('no_rule_on' in rules) throw new Refused(`${rules.no_rule_on} 没有生效的规定 / no rule is in force on ${rules.no_rule_on}`);
  const read = await readDatasetPath(path);
  if ('refused' in read) throw new Refused(refusalText(read));
  const settlement = settle(read.dataset, read.problems, rules, scope);
  if (options.json) printJson(settlementJson(settlement));
  else printSettlement(settlement, read.dataset, options.lang);
  if (hasErrors(settlement.problems)) return EXIT.refused;
  return anythingDue(settlement) ? EXIT.open : EXIT.done;
};

function yearOption(name: string, text: string): number {
  if (!YEAR.test(text)) throw new Refused(`${name}: 年份须为四位数字 / a year like 2025: ${text}`);
  return Number(text);
}

function printSettlement(settlement: Settlement, dataset: Dataset, lang: Language): void {
  for (const found of settlement.problems) process.stderr.write(`${describeProblem(found, lang)}\n`);
  if (hasErrors(settlement.problems)) {
    process.stderr.write(lang === 'zh' ? '数据有错误，未作结算。\n' : 'The data has errors; nothing was settled.\n');
    return;
  }
  for (const line of settlementText(settlement, dataset, lang)) print(line);
}
