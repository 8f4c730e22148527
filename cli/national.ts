import { readFile, writeFile } from 'node:fs/promises';
import { decodeText } from '../core/exchange/decode-text.ts';
import type { NationalReport } from '../core/national/explanation.ts';
import { layoutOn, NATIONAL_SYSTEMS, SYSTEM_HEADS, type NationalLayout, type NationalSystem } from '../core/national/layout.ts';
import { NATIONAL_LAYOUTS } from '../core/national/layouts.ts';
import { describeWrongColumn, readOwnColumns, withOwnColumns } from '../core/national/own-columns.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { today } from '../store/clock.ts';
import { gatherReport } from '../store/national/report.ts';
import { programActor } from '../store/program-actor.ts';
import { nationalWorkbook } from '../workbook/national-workbook.ts';
import { EXIT, print, printJson, readOptions, Refused, writeNamed, type Command } from './command.ts';
import { dataDirectory, databaseRefusalText, regionFor, withStore } from './open-store.ts';

const USAGE = `guantong national ${NATIONAL_SYSTEMS.join('|')} --organisation ID -o FILE.xlsx [--as-of YYYY-MM-DD] [--cohort YEAR] [--purpose TEXT] [--columns FILE.csv] [--region CODE] [--data DIR]`;
const YEAR = /^\d{4}$/;
const LEAST_PURPOSE = 4;

/** `national SYSTEM`: a report in the columns of a national system. Exit status 1 where a row lacks what is required. */
export const command: Command = async (args) => {
  const { options, values, positionals } = readOptions(args, {
    organisation: { type: 'string' }, output: { type: 'string', short: 'o' }, cohort: { type: 'string' }, purpose: { type: 'string' }, columns: { type: 'string' }, region: { type: 'string' }, data: { type: 'string' },
  });
  const [given, ...rest] = positionals;
  const { organisation, output, cohort, purpose } = values;
  const system = NATIONAL_SYSTEMS.find((one) => one === given);
  if (system === undefined || rest.length > 0 || organisation === undefined || output === undefined || cohort !== undefined && !YEAR.test(cohort)) throw new Refused(`用法 / usage: ${USAGE}`);
  if (purpose !== undefined && [...purpose.trim()].length < LEAST_PURPOSE) throw new Refused(`--purpose: 用途至少写 ${LEAST_PURPOSE} 个字 / at least ${LEAST_PURPOSE} characters`);
  const layout = await layoutFor(system, values.columns);
  try {
    const report = await gatheredReport(layout, { data: values.data, region: values.region, organisation_id: organisation, on: options.as_of, cohort: cohort === undefined ? null : Number(cohort), purpose: purpose?.trim() ?? null });
    const bytes = await nationalWorkbook(report);
    await writeNamed(output, () => writeFile(output, bytes, { mode: 0o600 }));
    const tables = report.tables.map(({ table, count, lacking }) => ({ table: table.id, rows: count, lacking: lacking.length }));
    const lacking = tables.reduce((sum, one) => sum + one.lacking, 0);
    if (options.json) printJson({ file: output, system, organisation, on: options.as_of, confirmed: layout.confirmed, tables });
    else printTold(output, tables, { lacking, confirmed: layout.confirmed, zh: options.lang === 'zh' });
    return lacking === 0 ? EXIT.done : EXIT.open;
  } catch (error) {
    const text = databaseRefusalText(error);
    if (text === null) throw error;
    process.stderr.write(`${text}\n`);
    return EXIT.fault;
  }
};

async function layoutFor(system: NationalSystem, file: string | undefined): Promise<NationalLayout> {
  const layout = layoutOn(NATIONAL_LAYOUTS, system, today());
  if (layout === null) throw new Refused(`没有这个系统的栏目 / no columns of this system are known: ${system}`);
  if (file === undefined) return layout;
  const bytes = await readFile(file).catch(() => { throw new Refused(`--columns: 读不到文件 / cannot be read: ${file}`); });
  const own = withOwnColumns(layout, readOwnColumns(decodeText(bytes)));
  if (!('why' in own)) return own;
  const { zh, en } = describeWrongColumn(own);
  throw new Refused(`--columns: ${zh} / ${en}`);
}

interface Wanted {
  readonly data: string | undefined;
  readonly region: string | undefined;
  readonly organisation_id: string;
  readonly on: PlainDate;
  readonly cohort: number | null;
  readonly purpose: string | null;
}

function gatheredReport(layout: NationalLayout, { data, region: code, ...asked }: Wanted): Promise<NationalReport> {
  return withStore(dataDirectory(data), async (database) => {
    const region = await regionFor(database, code);
    if (region === null) throw new Refused('还没有地区 / there is no region yet');
    const answer = await database.as(programActor(region.region_id)).disclose(async (tx) => {
      const reported = await gatherReport(tx, layout, { ...asked, keep: true });
      if (reported.outcome !== 'done') tx.discard();
      return reported;
    });
    if (answer.outcome !== 'done') throw new Refused(`没有这个单位，或它不向这个系统报送 / no such organisation, or it does not report to this system: ${asked.organisation_id} (${SYSTEM_HEADS[layout.system].by.join(', ')})`);
    const { reporter, tables, masked } = answer.gathered;
    const ids = tables.some(({ table }) => table.rows === 'student');
    return { layout, organisation: reporter.name, on: asked.on, cohort: asked.cohort, whole: ids ? asked.purpose !== null : null, masked: asked.purpose === null ? 0 : masked, tables, sample: region.sample };
  });
}

interface Told {
  readonly lacking: number;
  readonly confirmed: boolean;
  readonly zh: boolean;
}

function printTold(file: string, tables: readonly { readonly table: string; readonly rows: number; readonly lacking: number }[], { lacking, confirmed, zh }: Told): void {
  print(zh ? `已写入 ${file}` : `Written to ${file}`);
  for (const { table, rows, lacking: few } of tables) print(zh ? `${table}　${rows} 行，其中缺必填项 ${few} 行` : `${table}: ${rows} rows, ${few} of them lack something required`);
  if (!confirmed) print(zh ? '栏目未经系统主管单位确认，上传前请逐列核对，见“说明”表。' : 'The columns are not confirmed by the operator: check each before uploading; see the sheet 说明.');
  if (lacking > 0) print(zh ? '缺项名单在工作簿最后一张表。' : 'Who lacks what stands in the last sheet.');
}
