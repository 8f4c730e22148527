import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { VerdictJson } from '../../core/check/check-json.ts';
import type { ForecastJson } from '../../core/forecast/forecast-json.ts';
import { onDatabase } from '../databases.ts';
import { serve } from './served.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DAY = '2025-10-31';
const run = promisify(execFile);

/** In a process of its own, without holding up the server in this one. Something of the sample is unmet: exit status 1 is no fault. */
async function onCommandLine(rates: string): Promise<ForecastJson> {
  const args = [join(ROOT, 'cli/main.ts'), 'forecast', join(ROOT, 'samples/quzhou'), '--to', '2035', '--rates', rates, '--as-of', DAY, '--json'];
  const { stdout } = await run(process.execPath, args, { maxBuffer: 1 << 26 }).catch((error: { stdout: string }) => error);
  return JSON.parse(stdout) as ForecastJson;
}

const asTold = ({ standard, outcome, measured, gap, missing, readings }: VerdictJson) => ({ standard, outcome, measured, gap, missing, readings });

onDatabase('embedded', 'the forecast over HTTP', (database) => {
  const served = serve(database, { sample: true });

  test.each(['pack', 'history'])('is that of the command line, with rates of the %s', async (rates) => {
    const printed = await onCommandLine(rates);
    const told = await served.answer<ForecastJson>('readForecast', `/api/forecast?on=${DAY}&rates=${rates}`);
    expect(told.rates).toEqual(printed.rates);
    expect(told.rows.map((row) => [row.year, row.campus_id, row.students, row.capacity, row.needed, row.grant_due_yuan, row.verdicts.map(({ standard, outcome }) => [standard, outcome])]))
      .toEqual(printed.rows.map((row) => [row.year, row.campus_id, row.students, row.capacity, row.needed, row.grant_due_yuan, row.verdicts.map(({ standard, outcome }) => [standard, outcome])]));
    expect(told.region.map(({ year, intake, grades, completing, graduates, local, leavers, targets }) => [year, intake, grades, completing, graduates, local, leavers, targets.map(({ outcome, measured }) => [outcome, measured.value])]))
      .toEqual(printed.region.map(({ year, intake, grades, completing, graduates, local, leavers, targets }) => [year, intake, grades, completing, graduates, local, leavers, targets.map(({ outcome, measured }) => [outcome, measured.value])]));
  });

  test('of one campus, verdict by verdict', async () => {
    const printed = (await onCommandLine('pack')).rows.filter(({ campus_id }) => campus_id === 'C1');
    const told = await served.answer<ForecastJson>('readCampusForecast', `/api/campuses/C1/forecast?on=${DAY}`);
    expect(told.rows.map(({ year, grades, verdicts }) => [year, grades, verdicts.map(asTold)])).toEqual(printed.map(({ year, grades, verdicts }) => [year, grades, verdicts.map(asTold)]));
  });

  test('looks as far as it is asked to, and no further than twenty years', async () => {
    const told = await served.answer<ForecastJson>('readForecast', `/api/forecast?on=${DAY}&years=0`);
    expect(told.region.map(({ year }) => year)).toEqual([2025]);
    for (const years of ['-1', '21', 'many']) expect((await served.send(`/api/forecast?on=${DAY}&years=${years}`)).status).toBe(400);
  });

  test('a campus that there is not', async () => {
    expect((await served.send('/api/campuses/C999/forecast')).status).toBe(404);
  });
});
