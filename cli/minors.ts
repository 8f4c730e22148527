import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withGuard } from '../core/exchange/formula-guard.ts';
import { csvLine } from '../core/exchange/write.ts';
import type { Language } from '../core/values/bilingual.ts';
import { minorsPack, type MinorsPack } from '../store/minors-pack.ts';
import { programActor } from '../store/program-actor.ts';
import { minorsHtml } from '../workbook/minors-html.ts';
import { EXIT, print, printJson, readOptions, Refused, writeNamed, type Command } from './command.ts';
import { dataDirectory, databaseRefusalText, regionFor, withStore } from './open-store.ts';

const USAGE = 'guantong minors --year 2026 -o DIR [--region CODE] [--data DIR]';
const YEAR = /^20\d\d$/;
const BYTE_ORDER_MARK = '\ufeff';

/** `minors`: who had access to minors' records in a year, every reveal and export, and what has to be looked into. */
export const command: Command = async (args) => {
  const { options, values, positionals } = readOptions(args, {
    year: { type: 'string' }, output: { type: 'string', short: 'o' }, region: { type: 'string' }, data: { type: 'string' },
  });
  const { year, output } = values;
  if (positionals.length > 0 || year === undefined || !YEAR.test(year) || output === undefined) throw new Refused(`用法 / usage: ${USAGE}`);
  try {
    const { pack, region } = await withStore(dataDirectory(values.data), async (database) => {
      const found = await regionFor(database, values.region);
      if (found === null) throw new Refused('还没有地区 / there is no region yet');
      return { region: `${found.name} ${found.code}`, pack: await database.as(programActor(found.region_id)).disclose((tx) => minorsPack(tx, Number(year))) };
    });
    await writeNamed(output, () => writePack(output, region, pack, options.lang));
    const files = [...pack.tables.map(({ name }) => `${name}.csv`), PAGE];
    if (options.json) printJson({ folder: output, files, findings: pack.findings });
    else print(options.lang === 'zh' ? `已写入 ${output}：${files.length} 个文件，${pack.findings} 项需要核查` : `Written to ${output}: ${files.length} files, ${pack.findings} findings`);
    return pack.findings === 0 ? EXIT.done : EXIT.open;
  } catch (error) {
    const text = databaseRefusalText(error);
    if (text === null) throw error;
    process.stderr.write(`${text}\n`);
    return EXIT.fault;
  }
};

const PAGE = 'minors.html';

async function writePack(folder: string, region: string, pack: MinorsPack, lang: Language): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const { name, columns, rows } of pack.tables) {
    const lines = [columns.map((one) => one[lang]), ...rows].map((cells) => csvLine(cells.map(withGuard)));
    await writeFile(join(folder, `${name}.csv`), BYTE_ORDER_MARK + lines.join(''), { mode: 0o600 });
  }
  await writeFile(join(folder, PAGE), minorsHtml({ region, year: pack.year, tables: pack.tables }, lang), { mode: 0o600 });
}
