import { readdir } from 'node:fs/promises';
import { loadExport } from '../store/region-rows.ts';
import { programActor } from '../store/program-actor.ts';
import { writeCsvFolder } from '../workbook/write-csv.ts';
import { EXIT, onlyPositional, print, printJson, readOptions, Refused, type Command } from './command.ts';
import { dataDirectory, databaseRefusalText, regionFor, withStore } from './open-store.ts';

/** `export DIR`: every register as CSV, a folder that `check` judges identically. */
export const command: Command = async (args) => {
  const { options, values, positionals } = readOptions(args, { region: { type: 'string' }, data: { type: 'string' } });
  const folder = onlyPositional(positionals, 'guantong export DIR [--region CODE] [--data DIR]');
  await refuseFilled(folder);
  try {
    const dataset = await withStore(dataDirectory(values.data), async (database) => {
      const region = await regionFor(database, values.region);
      if (region === null) throw new Refused('还没有数据可以导出 / there is no data to export yet');
      return database.as(programActor(region.region_id)).disclose(async (tx) => {
        const taken = await loadExport(tx);
        await tx.audit({ action: 'data.export', object: 'registers', detail: { rows: Object.fromEntries(Object.entries(taken).map(([name, rows]) => [name, rows.length])) } });
        return taken;
      });
    });
    const files = await writeCsvFolder(dataset, folder);
    if (options.json) printJson({ folder, files });
    else print(options.lang === 'zh' ? `已写入 ${folder}：${files.length} 个文件` : `Written to ${folder}: ${files.length} files`);
    return EXIT.done;
  } catch (error) {
    const text = databaseRefusalText(error);
    if (text === null) throw error;
    process.stderr.write(`${text}\n`);
    return EXIT.fault;
  }
};

/** A CSV file that is there already and not written anew would be read as part of the data. */
async function refuseFilled(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new Refused(`不能写入这个文件夹 / this folder cannot be written: ${folder}`);
  });
  if (names.some((name) => /\.(csv|xlsx)$/i.test(name))) throw new Refused(`文件夹里已有数据文件，请换一个空文件夹 / the folder holds data files already: ${folder}`);
}
