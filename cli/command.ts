import { readFileSync } from 'node:fs';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { changedPack } from '../core/policy/changed-pack.ts';
import { readChanges } from '../core/policy/read-changes.ts';
import { DEFAULT_PACK, packs } from '../core/policy/packs.ts';
import type { Pack } from '../core/policy/pack.ts';
import { parsePlainDate, type PlainDate } from '../core/values/plain-date.ts';
import type { Language } from '../core/values/bilingual.ts';
import type { Refusal } from '../workbook/refusal.ts';
import { today } from '../store/clock.ts';

/** Exit statuses of every command. */
export const EXIT = { done: 0, open: 1, refused: 2, fault: 3 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** A command: its own arguments in, an exit status out. */
export type Command = (args: readonly string[]) => Promise<Exit>;

/** The input or the usage is wrong: said on stderr, exit status 2. */
export class Refused extends Error {}

export interface CommonOptions {
  readonly json: boolean;
  readonly lang: Language;
  readonly pack: Pack;
  readonly as_of: PlainDate;
}

const COMMON = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  pack: { type: 'string' },
  'as-of': { type: 'string' },
  changes: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

/** Parses a command's arguments together with the options that every command takes. */
export function readOptions<const O extends ParseArgsOptionsConfig>(args: readonly string[], own: O) {
  const { values, positionals } = parseOrRefuse(args, { ...COMMON, ...own });
  const common = values as { json?: boolean; lang?: string; pack?: string; 'as-of'?: string; changes?: string };
  const lang = common.lang ?? 'zh';
  if (lang !== 'zh' && lang !== 'en') throw new Refused(`--lang: zh | en`);
  const pack = common.pack === undefined ? DEFAULT_PACK : packs.get(common.pack);
  if (pack === undefined) throw new Refused(`没有这个政策包 / no such pack: ${common.pack} (${[...packs.keys()].join(', ')})`);
  const as_of = common['as-of'] === undefined ? today() : parsePlainDate(common['as-of']);
  if (as_of === null) throw new Refused(`--as-of: 日期须为 YYYY-MM-DD / a date like 2025-10-31: ${common['as-of']}`);
  const options: CommonOptions = { json: common.json ?? false, lang, pack: common.changes === undefined ? pack : withChanges(pack, common.changes), as_of };
  return { options, values, positionals };
}

/** Values of law that a region decided otherwise, or that are tried: a file of changes, as a decision pack holds it. */
function withChanges(pack: Pack, file: string): Pack {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Refused(`--changes: 读不到文件 / cannot be read: ${file}`);
  }
  const changes = readChanges(pack, text);
  if ('wrong' in changes) throw new Refused(`--changes: 不是可用的参数变更 / not a change of a parameter of this pack: ${file} ${changes.wrong}`);
  return changedPack(pack, changes);
}

function parseOrRefuse<const O extends ParseArgsOptionsConfig>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Refused(error instanceof Error ? error.message : String(error));
  }
}

/** What stderr says of a file that was not read: what is wrong and what to do, in both languages. */
export function refusalText({ file, message, advice }: Refusal): string {
  return `${file}: ${message.zh}${advice.zh}\n${message.en} ${advice.en}`;
}

/** The one positional argument that a command needs. */
export function onlyPositional(positionals: readonly string[], usage: string): string {
  const [first, ...rest] = positionals;
  if (first === undefined || rest.length > 0) throw new Refused(`用法 / usage: ${usage}`);
  return first;
}

/** Writes a file that the user named; a name that cannot be written is a wrong call, not a fault of ours. */
export async function writeNamed(file: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!UNWRITABLE.has(code)) throw error;
    throw new Refused(`无法写入，请检查文件夹和权限 / cannot be written, check the folder and the rights: ${file} (${code})`);
  }
}

const UNWRITABLE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EISDIR', 'EROFS', 'ENAMETOOLONG']);

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** A line that is too long to be put together first. */
export function printParts(parts: Iterable<string>): void {
  for (const part of parts) process.stdout.write(part);
  print();
}

export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}
