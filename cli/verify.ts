import { join } from 'node:path';
import { regionsToVerify, verifyRegion, type RegionReport } from '../store/audit-verify.ts';
import { readCheckpointKey, type CheckpointKey } from '../store/checkpoint-key.ts';
import { keepVerification } from '../store/verification-file.ts';
import { EXIT, print, printJson, readOptions, Refused, type Command } from './command.ts';
import { checkpointDirectory, dataDirectory, databaseRefusalText, withStoreAsItIs } from './open-store.ts';
import { findingText } from './verify-words.ts';

const USAGE = 'guantong verify [--region CODE] [--data DIR] [--checkpoints DIR] [--json]';

/** `verify`: recomputes the audit of every region and names the first entry that is wrong; works whether the server runs or not. */
export const command: Command = async (args) => {
  const { options, values, positionals } = readOptions(args, {
    region: { type: 'string' }, data: { type: 'string' }, checkpoints: { type: 'string' },
  });
  if (positionals.length > 0) throw new Refused(`用法 / usage: ${USAGE}`);
  const dataDir = dataDirectory(values.data);
  const directory = checkpointDirectory(values.checkpoints, dataDir);
  const key = readCheckpointKey(join(dataDir, 'keys'));
  try {
    const reports = await withStoreAsItIs(dataDir, async (database) => {
      const found: RegionReport[] = [];
      for (const region_id of await regionsToVerify(database, directory)) found.push(await verifyRegion(database, region_id, { directory, key }));
      return found;
    });
    const asked = reports.filter(({ code }) => values.region === undefined || code === values.region);
    if (asked.length === 0 && values.region !== undefined) throw new Refused(`没有这个地区 / no such region: ${values.region}`);
    for (const report of asked) await keepVerification(directory, report);
    if (options.json) printJson({ key: key === null ? null : { algorithm: key.algorithm, fingerprint: key.fingerprint, pem: key.pem }, regions: asked });
    else printReports(asked, key, options.lang);
    return asked.every(({ holds }) => holds) ? EXIT.done : EXIT.open;
  } catch (error) {
    const text = databaseRefusalText(error);
    if (text === null) throw error;
    process.stderr.write(`${text}\n`);
    return EXIT.fault;
  }
};

function printReports(reports: readonly RegionReport[], key: CheckpointKey | null, lang: 'zh' | 'en'): void {
  const zh = lang === 'zh';
  if (key !== null) {
    print(`${zh ? '检查点公钥' : 'Checkpoint key'} ${key.algorithm} ${key.fingerprint}`);
    print(key.pem.trimEnd());
  }
  if (reports.length === 0) print(zh ? '尚未设立地区，没有可核对的内容。' : 'There is no region yet, and nothing to verify.');
  for (const report of reports) printReport(report, zh);
}

function printReport(report: RegionReport, zh: boolean): void {
  const { name, code, region_id, links, waiting, torn, registers, contents, books, chain, algorithm } = report;
  const records = Object.values(registers).reduce((sum, one) => sum + one.records, 0);
  const removed = zh ? '（已移除）' : ' (removed)';
  print(`${name === null ? `${region_id}${removed}` : `${name} ${code}`}`);
  print(zh
    ? `  已封存 ${links} 条，待封存 ${waiting} 条；登记记录 ${records} 条，快照、文件与文书 ${contents} 份`
    : `  ${links} entries sealed, ${waiting} waiting; ${records} records, ${contents} snapshots, files and documents`);
  if (books.entries > 0) print(zh ? `  账簿分录 ${books.entries} 条，重算 ${books.settlements} 次入账` : `  ${books.entries} entries of the books, ${books.settlements} settlements worked out again`);
  if (chain !== null) print(`  ${zh ? '链尾摘要' : 'end of the chain'} ${algorithm} ${chain}`);
  if (torn > 0) print(zh ? `  检查点文件中有 ${torn} 处未写完的残行（断电或中断所致），不影响核对` : `  ${torn} pieces of checkpoint lines were left by interrupted writes; nothing rests on them`);
  if (report.holds) {
    print(zh ? '  全部成立' : '  everything holds');
    return;
  }
  print(zh ? `  发现 ${report.found} 处不符，第一处：` : `  ${report.found} findings, the first:`);
  for (const [at, finding] of report.findings.entries()) {
    if (at === SHOWN) break;
    print(`  ${at === 0 ? '→' : ' '} ${findingText(finding, zh ? 'zh' : 'en')}`);
  }
}

const SHOWN = 20;
