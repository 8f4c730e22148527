import type { Dataset } from '../core/exchange/sheets.ts';
import { hasErrors } from '../core/exchange/problem.ts';
import { describeProblem } from '../core/exchange/describe.ts';
import { anythingOpen, forecastFrom } from '../core/forecast/forecast.ts';
import { forecastJson, type ForecastJson } from '../core/forecast/forecast-json.ts';
import { groundOf } from '../core/forecast/ground.ts';
import { readDatasetPath } from '../workbook/read-dataset.ts';
import { EXIT, onlyPositional, print, printJson, readOptions, Refused, refusalText, type Command } from './command.ts';
import { sourceOf, yearFrom } from './forecast-options.ts';
import { forecastLines } from './forecast-text.ts';

const USAGE = 'guantong forecast DATA --to YEAR [--rates pack|history]';

/** `forecast DATA --to YEAR`: heads, verdicts, staff and money by campus and year. No database is needed. */
export const command: Command = async (args) => {
  const { options, values, positionals } = readOptions(args, { to: { type: 'string' }, rates: { type: 'string' } });
  const path = onlyPositional(positionals, USAGE);
  const to = yearFrom(values.to, options.as_of, USAGE);
  const source = sourceOf(values.rates);
  const read = await readDatasetPath(path);
  if ('refused' in read) throw new Refused(refusalText(read));
  const { dataset, problems } = read;
  const refused = hasErrors(problems);
  const forecast = refused ? null : forecastFrom(groundOf(dataset, options.pack, options.as_of, to), source);
  const json = forecastJson(forecast, problems);
  if (options.json) printJson(json);
  else {
    for (const problem of problems) process.stderr.write(`${describeProblem(problem, options.lang)}\n`);
    if (refused) process.stderr.write(options.lang === 'zh' ? '数据有错误，未作预测。\n' : 'The data has errors; nothing was foreseen.\n');
    else for (const line of forecastLines(json, namesOf(dataset), options.lang)) print(line);
  }
  if (forecast === null) return EXIT.refused;
  return anythingOpen(forecast) ? EXIT.open : EXIT.done;
};

function namesOf({ campuses = [] }: Dataset): ReadonlyMap<ForecastJson['rows'][number]['campus_id'], string> {
  return new Map(campuses.map(({ campus_id, name }) => [campus_id, name]));
}
