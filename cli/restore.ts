import { resolve } from 'node:path';
import type { Manifest } from '../store/backup/frames.ts';
import { BackupRefusal } from '../store/backup/refusal.ts';
import { refuseUnopenable, restoreBackup } from '../store/backup/restore.ts';
import { startPostgres } from '../store/postgres/start.ts';
import { readSecret } from './backup-secret.ts';
import { EXIT, onlyPositional, print, printJson, readOptions, Refused, type Command } from './command.ts';
import { checkpointDirectory, dataDirectory, databaseRefusalText } from './open-store.ts';

const USAGE = 'guantong restore FILE [--key FILE] [--data DIR]';

/** `restore FILE`: takes a backup back into an empty database; all of it or nothing. */
export const command: Command = async (args) => {
  const { options, values, positionals } = readOptions(args, { key: { type: 'string' }, data: { type: 'string' }, checkpoints: { type: 'string' } });
  const file = resolve(onlyPositional(positionals, USAGE));
  const dataDir = dataDirectory(values.data);
  const checkpoints = checkpointDirectory(values.checkpoints, dataDir);
  const secret = await readSecret(values.key, { twice: false });
  try {
    // A file that cannot be opened leaves no empty database behind.
    await refuseUnopenable(file, secret);
    const postgres = await startPostgres({ dataDir, log: (line) => process.stderr.write(`${line}\n`) });
    try {
      say(await restoreBackup({ owner: postgres.connection, checkpoints, file, secret }), dataDir, options.json);
    } finally {
      await postgres.stop();
    }
    return EXIT.done;
  } catch (error) {
    if (error instanceof BackupRefusal) throw new Refused(`${error.text.zh}\n${error.text.en}`);
    if (error instanceof Error && 'code' in error && ['ENOENT', 'EACCES', 'EISDIR'].includes(String(error.code))) throw new Refused(`备份文件无法读取 / the backup cannot be read: ${file} (${String(error.code)})`);
    const text = databaseRefusalText(error);
    if (text === null) throw error;
    process.stderr.write(`${text}\n`);
    return EXIT.fault;
  }
};

function say(manifest: Manifest, dataDir: string, json: boolean): void {
  if (json) {
    printJson({ data: dataDir, ...manifest });
    return;
  }
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  print(`已恢复 ${manifest.made_at} 的备份：${manifest.tables.length} 张表、${rows} 条记录，逐表摘要与备份一致。`);
  print(`The backup of ${manifest.made_at} is restored: ${manifest.tables.length} tables, ${rows} rows, the digest of each as in the backup.`);
  print(`接着：把原来的 keys 文件夹放回 ${dataDir}，运行 guantong verify 核对，再启动服务。`);
  print(`Next: put the folder keys back into ${dataDir}, run guantong verify, then start the server.`);
}
