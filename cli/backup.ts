import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitingEntries } from '../store/audit-sealing.ts';
import { openDatabase, type Database } from '../store/database.ts';
import type { Manifest } from '../store/backup/frames.ts';
import { BackupRefusal } from '../store/backup/refusal.ts';
import { isCurrent, writeBackup } from '../store/backup/write.ts';
import { keySource } from '../store/key-source.ts';
import { startPostgres, type RunningPostgres } from '../store/postgres/start.ts';
import { programActor } from '../store/program-actor.ts';
import { listRegions } from '../store/regions.ts';
import { readSecret } from './backup-secret.ts';
import { EXIT, onlyPositional, print, printJson, readOptions, Refused, writeNamed, type Command } from './command.ts';
import { checkpointDirectory, dataDirectory, databaseRefusalText, sealWhatWaits } from './open-store.ts';

const USAGE = 'guantong backup FILE [--key FILE] [--data DIR]';
const MIB = 1024 * 1024;
const PATIENCE_MS = 5000;
const POLL_MS = 100;

/** `backup FILE`: one consistent state of everything but the keys, encrypted; works whether the server runs or not. */
export const command: Command = async (args) => {
  const { options, values, positionals } = readOptions(args, { key: { type: 'string' }, data: { type: 'string' }, checkpoints: { type: 'string' } });
  const file = resolve(onlyPositional(positionals, USAGE));
  if (existsSync(file)) throw new Refused(`文件已存在，不会覆盖 / the file exists and is not overwritten: ${file}`);
  const dataDir = dataDirectory(values.data);
  if ((process.env['DATABASE_URL'] ?? '') === '' && !existsSync(join(dataDir, 'postgres', 'cluster'))) throw new Refused(`这里没有数据 / there is no data here: ${dataDir}`);
  const secret = await readSecret(values.key, { twice: true });
  try {
    const postgres = await startPostgres({ dataDir, join: true, log: (line) => process.stderr.write(`${line}\n`) });
    try {
      await noteBackup(postgres, dataDir);
      let manifest: Manifest | null = null;
      await writeNamed(file, async () => { manifest = await writeBackup({ owner: postgres.connection, checkpoints: checkpointDirectory(values.checkpoints, dataDir), file, secret }); });
      if (manifest !== null) say(manifest, file, options.json);
      return EXIT.done;
    } finally {
      await postgres.stop();
    }
  } catch (error) {
    if (error instanceof BackupRefusal) throw new Refused(`${error.text.zh}\n${error.text.en}`);
    const text = databaseRefusalText(error);
    if (text === null) throw error;
    process.stderr.write(`${text}\n`);
    return EXIT.fault;
  }
};

/**
 * Everything leaves the house: that is in the audit before it happens, and so in the backup itself. A database of an
 * earlier version is left as it is, for this may be the backup before the upgrade.
 */
async function noteBackup({ connection, kind }: RunningPostgres, dataDir: string): Promise<void> {
  if (!await isCurrent(connection)) return;
  const database = await openDatabase(connection, keySource(dataDir));
  try {
    const regions = await listRegions(database);
    for (const { region_id } of regions) {
      await database.as(programActor(region_id)).write((tx) => tx.audit({ action: 'backup.made', object: 'backup' }));
    }
    const noted = performance.now();
    if (kind !== 'joined') await sealWhatWaits(database, dataDir);
    else for (const { region_id } of regions) await untilSealed(database, region_id, noted);
  } finally {
    await database.close();
  }
}

/** The server beside us seals by itself; a backup whose own entry waits for its seal would look unfinished after it is restored. */
async function untilSealed(database: Database, region_id: number, noted: number): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    const { oldest_seconds } = await database.as(programActor(region_id)).read((tx) => tx.whole(waitingEntries));
    if ((oldest_seconds ?? 0) * 1000 < performance.now() - noted) return;
    await sleep(POLL_MS);
  }
}

function say(manifest: Manifest, file: string, json: boolean): void {
  const bytes = statSync(file).size;
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  if (json) {
    printJson({ file, bytes, ...manifest });
    return;
  }
  print(`已备份 ${manifest.tables.length} 张表、${rows} 条记录、${manifest.files.length} 个检查点文件：${file}（${(bytes / MIB).toFixed(1)} MiB）`);
  print(`${manifest.tables.length} tables, ${rows} rows and ${manifest.files.length} checkpoint files are in ${file} (${(bytes / MIB).toFixed(1)} MiB)`);
  print('密钥不在备份之中：请另外保管数据目录下的 keys 和备份口令。');
  print('The keys are not in it: keep the folder keys of the data directory, and the secret of the backup, elsewhere.');
}
