import pg from 'pg';
import type { Language } from '../core/values/bilingual.ts';
import { CIPHERS, DEFAULT_CIPHER, type CipherName } from '../store/cipher.ts';
import { dropKey, listKeys, makeKey, type Dropped, type KeyUse } from '../store/data-keys.ts';
import type { Database } from '../store/database.ts';
import { auditKeys, checkSealed, resealAll, type Resealed } from '../store/key-rotation.ts';
import type { PostgresConnection } from '../store/postgres/connection.ts';
import { EXIT, print, printJson, readOptions, Refused, type Command, type CommonOptions, type Exit } from './command.ts';
import { dataDirectory, databaseRefusalText, withStore } from './open-store.ts';

const USAGE = `guantong keys list | rotate [--cipher ${CIPHERS.join('|')}] | check | drop ID [--data DIR]`;

/** `keys`: what citizen ids and phones are sealed with; works whether the server runs or not. */
export const command: Command = async (args) => {
  const { options, values, positionals } = readOptions(args, { data: { type: 'string' }, cipher: { type: 'string' } });
  const [action, id, ...rest] = positionals;
  const asked = action === 'drop' ? id !== undefined && rest.length === 0 : ['list', 'rotate', 'check'].includes(action ?? '') && id === undefined;
  if (!asked) throw new Refused(`用法 / usage: ${USAGE}`);
  const cipher = cipherNamed(values.cipher);
  try {
    return await withStore(dataDirectory(values.data), async (database, connection) => {
      switch (action) {
        case 'rotate': return rotate(database, connection, cipher, options);
        case 'check': return sayChecked(await checkSealed(database), options);
        case 'drop': return sayDropped(await drop(database, connection, id ?? ''), options.lang);
        default: return sayKeys(await asOwner(connection, (owner) => listKeys(owner, database.keys)), options);
      }
    });
  } catch (error) {
    const text = databaseRefusalText(error);
    if (text === null) throw error;
    process.stderr.write(`${text}\n`);
    return EXIT.fault;
  }
};

function cipherNamed(name: string | undefined): CipherName {
  const found = name === undefined ? DEFAULT_CIPHER : CIPHERS.find((one) => one === name);
  if (found === undefined) throw new Refused(`--cipher: ${CIPHERS.join(' | ')}`);
  return found;
}

async function asOwner<T>(connection: PostgresConnection, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client(connection);
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** A new key where the keys are ours to keep; then everything is sealed anew that the first key has not sealed. */
async function rotate(database: Database, connection: PostgresConnection, cipher: CipherName, { json, lang }: CommonOptions): Promise<Exit> {
  const made = await asOwner(connection, (owner) => makeKey(owner, database.keys, cipher));
  const { key_id } = made ?? database.keys.current();
  await auditKeys(database, 'keys.rotate', key_id);
  if (made === null) process.stderr.write(kept(database.keys.source.place, lang));
  const { values, unreadable } = await resealAll(database, (many) => process.stderr.write(`${many}\r`));
  if (json) printJson({ key_id, made: made !== null, values, unreadable });
  else print(lang === 'zh' ? `现用密钥 ${key_id}，重新加密 ${values} 个值` : `Key ${key_id} is in use; ${values} values were sealed anew`);
  if (unreadable === 0) return EXIT.done;
  process.stderr.write(lang === 'zh' ? `${unreadable} 个值无法打开，保持原样。\n` : `${unreadable} values do not open and stay as they are.\n`);
  return EXIT.open;
}

function kept(place: string, lang: Language): string {
  return lang === 'zh'
    ? `密钥由 ${place} 给出，未新建：请先把新密钥放在最前（逗号分隔），重启服务，再运行本命令。\n`
    : `The keys come from ${place}, so none was made: put the new one in front (separated by a comma), start the server anew, then run this.\n`;
}

async function drop(database: Database, connection: PostgresConnection, key_id: string): Promise<Dropped> {
  const dropped = await asOwner(connection, (owner) => dropKey(owner, database.keys, key_id));
  if (dropped.outcome === 'done' || dropped.outcome === 'take_it_out') await auditKeys(database, 'keys.drop', key_id);
  return dropped;
}

function sayDropped(dropped: Dropped, lang: Language): Exit {
  const zh = lang === 'zh';
  switch (dropped.outcome) {
    case 'done': print(zh ? '密钥已移除。' : 'The key is gone.'); return EXIT.done;
    case 'take_it_out':
      print(zh ? `可以从 ${dropped.place} 中去掉这个密钥。` : `The key can be taken out of ${dropped.place}.`);
      return EXIT.done;
    case 'unknown_key': throw new Refused('没有这个密钥 / there is no such key');
    case 'current_key': throw new Refused('这是现用密钥，请先 rotate / this key is in use, rotate first');
    case 'in_use': throw new Refused(`还有 ${dropped.values} 个值由它加密，请先 rotate / ${dropped.values} values are sealed with it, rotate first`);
  }
}

function sayKeys(keys: readonly KeyUse[], { json, lang }: CommonOptions): Exit {
  if (json) printJson({ keys });
  else {
    for (const { key_id, cipher, made_at, current, values } of keys) {
      print(`${current ? '*' : ' '} ${key_id}  ${cipher}  ${made_at ?? '–'}  ${values}`);
    }
    print(lang === 'zh' ? '* 现用密钥；末列为由该密钥加密的值的个数' : '* in use; the last column counts the values sealed with the key');
  }
  return EXIT.done;
}

function sayChecked({ values, unreadable }: Resealed, { json, lang }: CommonOptions): Exit {
  if (json) printJson({ values, unreadable });
  else print(lang === 'zh' ? `共 ${values} 个值，其中 ${unreadable} 个无法打开` : `${values} values, ${unreadable} of them do not open`);
  return unreadable === 0 ? EXIT.done : EXIT.open;
}
