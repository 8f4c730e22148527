import type { Dataset } from '../core/exchange/sheets.ts';
import { hasErrors } from '../core/exchange/problem.ts';
import { describeProblem } from '../core/exchange/describe.ts';
import { anythingOpen, forecastFrom } from '../core/forecast/forecast.ts';
import { forecastJson, type ForecastJson } from '../core/forecast/forecast-json.ts';
import { groundOf, startYear } from '../core/forecast/ground.ts';
import { RATE_SOURCES, type RateSource } from '../core/forecast/rates.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { readDatasetPath } from '../workbook/read-dataset.ts';
import { EXIT, onlyPositional, print, printJson, readOptions, Refused, refusalText, type Command } from './command.ts';
import { forecastLines } from './forecast-text.ts';

const USAGE = 'guantong forecast DATA --to YEAR [--rates pack|history]';
const MOST_YEARS = 100;

/** `forecast DATA --to YEAR`: heads, verdicts, staff and money by campus and year. No database is needed. */
export const command: Command = async (args) => {
  const { options, values, positionals } = readOptions(args, { to: { type: 'string' }, rates: { type: 'string' } });
  const path = onlyPositional(positionals, USAGE);
  const to = yearOf(values.to, options.as_of);
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

/** The last year to look at: not before the autumn that the day belongs to. */
function yearOf(text: string | undefined, on: PlainDate): number {
  if (text === undefined) throw new Refused(`用法 / usage: ${USAGE}`);
  const [start, year] = [startYear(on), Number(text)];
  if (!/^\d{4}$/.test(text)) throw new Refused(`--to: 年份须为四位数字 / a year like ${start + 1}: ${text}`);
  if (year < start) throw new Refused(`--to: 这一年已经过去，最早 ${start} 年 / this year is past, the earliest is ${start}: ${text}`);
  if (year > start + MOST_YEARS) throw new Refused(`--to: 最远 ${start + MOST_YEARS} 年 / at most ${start + MOST_YEARS}: ${text}`);
  return year;
}

function sourceOf(text: string | undefined): RateSource {
  const source = RATE_SOURCES.find((one) => one === (text ?? 'pack'));
  if (source === undefined) throw new Refused('--rates: pack | history');
  return source;
}
