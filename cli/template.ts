import { writeFile } from 'node:fs/promises';
import { templateJson } from '../core/exchange/template.ts';
import { templateWorkbook } from '../workbook/template.ts';
import { EXIT, print, printJson, readOptions, Refused, writeNamed, type Command } from './command.ts';

const DEFAULT_FILE = '贯通数据模板.xlsx';

/** `template [-o FILE.xlsx]`: the blank workbook of the exchange format; with `--json` its description. */
export const command: Command = async (args) => {
  const { options, values, positionals } = readOptions(args, { output: { type: 'string', short: 'o' } });
  if (positionals.length > 0) throw new Refused('用法 / usage: guantong template [-o FILE.xlsx]');
  const file = values.output ?? (options.json ? undefined : DEFAULT_FILE);
  if (file !== undefined && !file.endsWith('.xlsx')) throw new Refused(`文件名须以 .xlsx 结尾 / the name must end in .xlsx: ${file}`);
  if (file !== undefined) await writeNamed(file, async () => writeFile(file, await templateWorkbook()));
  if (options.json) printJson(templateJson());
  else print(options.lang === 'zh' ? `已写入 ${file}` : `Written ${file}`);
  return EXIT.done;
};
