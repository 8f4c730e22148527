import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describeProblem } from '../core/exchange/describe.ts';
import type { Problem } from '../core/exchange/problem.ts';
import { sheetNames, sheets, type Dataset, type SheetName } from '../core/exchange/sheets.ts';
import type { Pack } from '../core/policy/pack.ts';
import type { Language } from '../core/values/bilingual.ts';
import type { Database } from '../store/database.ts';
import { importDataset, type CountsBySheet, type ImportReply } from '../store/import.ts';
import { programActor } from '../store/program-actor.ts';
import { createRegion, type Region } from '../store/regions.ts';
import { readDatasetPath } from '../workbook/read-dataset.ts';
import { EXIT, onlyPositional, print, printJson, readOptions, Refused, refusalText, type Command } from './command.ts';
import { dataDirectory, databaseRefusalText, regionFor, withStore } from './open-store.ts';

const USAGE = 'guantong import DATA [--replace SHEET]… [--region CODE] [--data DIR]';

/** `import DATA`: adds and corrects by key, all of it or nothing; works whether the server runs or not. */
export const command: Command = async (args) => {
  const { options, values, positionals } = readOptions(args, {
    replace: { type: 'string', multiple: true }, region: { type: 'string' }, data: { type: 'string' },
  });
  const path = onlyPositional(positionals, USAGE);
  const replace = (values.replace ?? []).map(sheetNamed);
  const read = await readDatasetPath(path);
  if ('refused' in read) throw new Refused(refusalText(read));
  const sha256 = await digestOf(path);
  try {
    const reply = await withStore(dataDirectory(values.data), async (database) => {
      const region = (await regionFor(database, values.region)) ?? (await regionOf(database, read.dataset, options.pack));
      return importDataset(database, {
        actor: programActor(region.region_id), dataset: read.dataset, problems: read.problems,
        as_of: options.as_of, replace, file: { name: basename(path), sha256 },
      });
    });
    return say(reply, options.json, options.lang);
  } catch (error) {
    const text = databaseRefusalText(error);
    if (text === null) throw error;
    process.stderr.write(`${text}\n`);
    return EXIT.fault;
  }
};

function sheetNamed(name: string): SheetName {
  const found = sheetNames.find((one) => one === name || sheets[one].label.zh === name);
  if (found === undefined) throw new Refused(`--replace: 没有这张表 / no such sheet: ${name}`);
  return found;
}

/** The first data of all bring their region along; where they name none, it is the one that the pack is for. */
function regionOf(database: Database, { region }: Dataset, { header }: Pack): Promise<Region> {
  const head = region?.[0];
  return createRegion(database, {
    code: head?.region_code ?? header.region_code, name: head?.name ?? header.region_code,
    office_name: head?.office_name ?? header.issuer.name.zh, pack: header.id, sample: false,
    counties: header.counties.map(({ code, name }) => ({ code, name: name.zh })),
  });
}

/** Of the file, or of every file of a folder in the order of their names. */
async function digestOf(path: string): Promise<string> {
  const digest = createHash('sha256');
  const files = (await stat(path)).isDirectory() ? (await readdir(path)).filter((name) => /\.csv$/i.test(name)).sort().map((name) => join(path, name)) : [path];
  for (const file of files) digest.update(`${basename(file)}\0`).update(await readFile(file));
  return digest.digest('hex');
}

function say(reply: ImportReply, json: boolean, lang: Language) {
  switch (reply.outcome) {
    case 'done': case 'unchanged': {
      const total = totalOf(reply.counts);
      const import_id = reply.outcome === 'done' ? reply.import_id : null;
      if (json) printJson({ import_id, ...total, sheets: reply.counts, problems: reply.problems });
      else printCounts(reply.counts, total, reply.problems, lang);
      return EXIT.done;
    }
    case 'problems':
      if (json) printJson({ import_id: null, ...totalOf({}), sheets: {}, problems: reply.problems });
      sayProblems(reply.problems, lang);
      process.stderr.write(lang === 'zh' ? '数据有错误，没有导入任何内容。\n' : 'The data has errors; nothing was imported.\n');
      return EXIT.refused;
    case 'other_region': throw new Refused(`数据属于另一个地区，没有导入 / the data is of another region, nothing was imported: ${reply.region_code}`);
    case 'replace_without_sheet': throw new Refused(`--replace: 数据中没有这张表 / not in the data: ${reply.sheets.join(', ')}`);
    default: throw new Error(`import answered ${reply.outcome}`);
  }
}

function totalOf(counts: CountsBySheet) {
  const total = { added: 0, corrected: 0, unchanged: 0, ended: 0 };
  for (const one of Object.values(counts)) {
    for (const key of ['added', 'corrected', 'unchanged', 'ended'] as const) total[key] += one[key];
  }
  return total;
}

type Total = ReturnType<typeof totalOf>;

function countsText({ added, corrected, unchanged, ended }: Total, lang: Language): string {
  return lang === 'zh'
    ? `新增 ${added}，更正 ${corrected}，不变 ${unchanged}，终止 ${ended}`
    : `added ${added}, corrected ${corrected}, unchanged ${unchanged}, ended ${ended}`;
}

function printCounts(counts: CountsBySheet, total: Total, problems: readonly Problem[], lang: Language): void {
  sayProblems(problems, lang);
  for (const [name, one] of Object.entries(counts)) print(`${sheets[name as SheetName].label[lang]}：${countsText(one, lang)}`);
  print(countsText(total, lang));
  if (total.added + total.corrected + total.ended === 0) print(lang === 'zh' ? '与已有数据相同，没有改动。' : 'The same as what is there; nothing was changed.');
}

function sayProblems(problems: readonly Problem[], lang: Language): void {
  for (const problem of problems) process.stderr.write(`${describeProblem(problem, lang)}\n`);
}
