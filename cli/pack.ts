import { readFile, writeFile } from 'node:fs/promises';
import { auditPack, makePack, packName, packSource } from '../api/decision-pack.ts';
import { highsInParts } from '../solver/highs.ts';
import { programActor } from '../store/program-actor.ts';
import { Refused as RefusedFile } from '../workbook/refusal.ts';
import { EXIT, onlyPositional, print, printJson, readOptions, Refused, writeNamed, type Command, type Exit } from './command.ts';
import { dataDirectory, databaseRefusalText, regionFor, withStore } from './open-store.ts';
import { versionOf } from './program-version.ts';
import { verifyPack, type PackVerdict } from './pack-verify.ts';

const USAGE = 'guantong pack make SCENARIO [-o FILE.zip] [--region CODE] [--data DIR] | pack verify FILE.zip';

/** `pack make SCENARIO[.VERSION]`: a kept plan with all it stands on, as one file. `pack verify FILE`: whether it is whole, and comes to the same when worked out again; no database is needed. */
export const command: Command = async (args) => {
  const [what, ...rest] = args;
  if (what === 'verify') return verify(rest);
  if (what === 'make') return make(rest);
  throw new Refused(`用法 / usage: ${USAGE}`);
};

async function verify(args: readonly string[]): Promise<Exit> {
  const { options, positionals } = readOptions(args, {});
  const file = onlyPositional(positionals, USAGE);
  const bytes = await readFile(file).catch(() => { throw new Refused(`读不到文件 / cannot be read: ${file}`); });
  const verdict = await verifyPack(bytes).catch((error: unknown) => {
    if (error instanceof RefusedFile) return unreadable(error);
    throw error;
  });
  if (options.json) printJson(verdict);
  else for (const line of lines(verdict, options.lang)) print(line);
  return verdict.whole && verdict.same ? EXIT.done : EXIT.open;
}

const unreadable = ({ code, message }: RefusedFile): PackVerdict => ({ whole: false, same: false, content_hash: null, subject: null, faults: [{ part: 'archive', fault: 'damaged' }], papers: null, answers: [], detail: `${code}: ${message}` });

const FAULTS = { damaged: { zh: '已损坏', en: 'damaged' }, altered: { zh: '被改动', en: 'altered' }, missing: { zh: '缺失', en: 'missing' }, unlisted: { zh: '不在清单内', en: 'not listed' } } as const;

function lines({ whole, same, content_hash, subject, faults, papers, answers }: PackVerdict, lang: 'zh' | 'en'): string[] {
  const zh = lang === 'zh';
  return [
    ...(subject === null ? [] : [subject]), ...(content_hash === null ? [] : [`${zh ? '内容校验值' : 'Content hash'}  ${content_hash}`]),
    ...faults.map(({ part, fault }) => `▲ ${part}  ${FAULTS[fault][lang]}`),
    ...(papers === null ? [] : papersLines(papers, zh)),
    ...answers.map(({ answer, same: equal }) => `${equal ? '●' : '▲'} ${answer}  ${equal ? (zh ? '重算结果相同' : 'comes to the same') : (zh ? '重算结果不同' : 'comes to something else')}`),
    whole && same ? (zh ? '完整，重算一致。' : 'Whole, and it comes to the same.') : (zh ? '不能作为依据：见上列各项。' : 'Not to be relied upon: see above.'),
  ];
}

/** How many papers of matters it holds, and what of them was left out. */
function papersLines({ matters, documents, left_out }: NonNullable<PackVerdict['papers']>, zh: boolean): string[] {
  const { matters: unread, documents: unseen, lists_of_students: lists } = left_out;
  return [
    zh ? `所在事项 ${matters} 个，文书 ${documents} 份` : `Matters at which it stands: ${matters}, with documents: ${documents}`,
    ...(unread + unseen === 0 ? [] : [zh ? `◇ 制作人无权查看，未收入：事项 ${unread} 个、文书 ${unseen} 份` : `◇ Left out, since whoever made it may not read them: ${unread} matters, ${unseen} documents`]),
    ...(lists === 0 ? [] : [zh ? `◇ 学生名单 ${lists} 份不收入决策包` : `◇ Lists of students, which go into no pack: ${lists}`]),
  ];
}

async function make(args: readonly string[]): Promise<Exit> {
  const { options, values, positionals } = readOptions(args, { output: { type: 'string', short: 'o' }, region: { type: 'string' }, data: { type: 'string' } });
  const which = /^(\d{1,15})(?:\.(\d{1,5}))?$/.exec(onlyPositional(positionals, USAGE));
  if (which === null) throw new Refused(`用法 / usage: ${USAGE}`);
  try {
    const made = await withStore(dataDirectory(values.data), async (database) => {
      const region = await regionFor(database, values.region);
      if (region === null) throw new Refused('还没有地区 / there is no region yet');
      const store = database.as(programActor(region.region_id));
      const source = await store.read((tx) => packSource(tx, Number(which[1]), which[2] === undefined ? null : Number(which[2])));
      if (typeof source === 'string') throw new Refused(`没有这个方案 / there is no such scenario: ${which[0]}`);
      const pack = await makePack(source, highsInParts, versionOf());
      await store.disclose((tx) => auditPack(tx, source, pack.content_hash));
      return { ...pack, name: packName(source.kept) };
    });
    const file = values.output ?? made.name;
    await writeNamed(file, () => writeFile(file, made.archive, { mode: 0o600 }));
    if (options.json) printJson({ file, content_hash: made.content_hash });
    else print(options.lang === 'zh' ? `已写入 ${file}，内容校验值 ${made.content_hash}` : `Written to ${file}, content hash ${made.content_hash}`);
    return EXIT.done;
  } catch (error) {
    const text = databaseRefusalText(error);
    if (text === null) throw error;
    process.stderr.write(`${text}\n`);
    return EXIT.fault;
  }
}
