import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CIPHERS, DEFAULT_CIPHER, derive, SECRET_BYTES, type CipherName } from './cipher.ts';
import { DatabaseRefusal } from './postgres/refusal.ts';

/** A secret that values are sealed with. */
export interface DataKey {
  /** Follows from the secret: eight bytes in hexadecimal. */
  readonly key_id: string;
  readonly cipher: CipherName;
  readonly secret: Uint8Array;
  /** ISO text; null where the place of the key does not say. */
  readonly made_at: string | null;
}

/** All keys of an installation. */
export interface Keys {
  /** What the tokens are made with. It stays: with another one nothing stored would be found again. */
  readonly index_secret: Uint8Array;
  /** The first is the one that seals; the others open what was sealed before. */
  readonly keys: readonly [DataKey, ...DataKey[]];
}

/** Where keys are kept. */
export interface KeySource {
  /** Said to whoever looks after the keys: a path, or the name of a variable. */
  readonly place: string;
  /** Null when there are none yet. @throws DatabaseRefusal when what is there cannot be read as keys. */
  readonly read: () => Keys | null;
  /** Keeps them from now on; null where they are kept by somebody else. */
  readonly write: ((keys: Keys) => void) | null;
  /** Another text whenever they may have changed. */
  readonly stamp: () => string;
}

const FORMAT = 'guantong personal data keys 1';
const FILE = join('keys', 'personal-data.json');

export function newKey(cipher: CipherName = DEFAULT_CIPHER, made_at: string | null = null): DataKey {
  return keyOf(randomBytes(SECRET_BYTES), cipher, made_at);
}

export function newKeys(made_at: string | null = null): Keys {
  return { index_secret: randomBytes(SECRET_BYTES), keys: [newKey(DEFAULT_CIPHER, made_at)] };
}

function keyOf(secret: Uint8Array, cipher: CipherName, made_at: string | null): DataKey {
  return { key_id: derive(secret, 'key id', 8).export().toString('hex'), cipher, secret, made_at };
}

/**
 * The keys of this environment: GUANTONG_DATA_KEY (base64 of 32 bytes, or several with commas: the first seals, the
 * last also gives the tokens), else the file GUANTONG_DATA_KEY_FILE, else `keys/personal-data.json` of the data
 * directory, which is made when it is absent.
 */
export function keySource(dataDir: string, environment: Readonly<Record<string, string | undefined>> = process.env): KeySource {
  const { GUANTONG_DATA_KEY: text = '', GUANTONG_DATA_KEY_FILE: file = '' } = environment;
  if (text !== '') return environmentSource(text);
  return file === '' ? fileSource(join(dataDir, FILE)) : fileSource(file);
}

/** Keys that live as long as this object: for tests, and for nothing that is to be kept. */
export function memorySource(start: Keys | null = newKeys()): KeySource {
  let keys = start;
  let changes = 0;
  return {
    place: 'memory', read: () => keys, stamp: () => String(changes),
    write: (next) => {
      keys = next;
      changes += 1;
    },
  };
}

function environmentSource(text: string): KeySource {
  const place = 'GUANTONG_DATA_KEY';
  return { place, read: () => bareKeys(text, place), write: null, stamp: () => '' };
}

/** Base64 texts of 32 bytes, the sealing one first. */
function bareKeys(text: string, place: string): Keys {
  const [first, ...older] = text.split(',').map((one) => keyOf(secretFrom(one.trim(), place), DEFAULT_CIPHER, null));
  if (first === undefined) throw unreadable(place);
  const oldest = older.at(-1) ?? first;
  return { index_secret: derive(oldest.secret, 'index secret', SECRET_BYTES).export(), keys: [first, ...older] };
}

function fileSource(file: string): KeySource {
  return {
    place: file,
    read: () => {
      const text = textOf(file);
      if (text === null) return null;
      return text.trimStart().startsWith('{') ? parseKeys(text, file) : bareKeys(text, file);
    },
    write: (keys) => writeFile(file, textOfKeys(keys)),
    stamp: () => {
      const found = statSync(file, { throwIfNoEntry: false, bigint: true });
      return found === undefined ? '' : `${found.ino} ${found.mtimeNs} ${found.size}`;
    },
  };
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') return null;
    throw unreadable(file, code);
  }
}

interface WrittenKeys {
  readonly format: string;
  readonly index_secret: string;
  readonly keys: readonly { readonly key_id: string; readonly cipher: string; readonly secret: string; readonly made_at: string | null }[];
}

function parseKeys(text: string, place: string): Keys {
  const written = jsonOf(text);
  if (written === null || written.format !== FORMAT || !Array.isArray(written.keys)) throw unreadable(place);
  const [first, ...older] = written.keys.map(({ key_id, cipher, secret, made_at }) => {
    const known = CIPHERS.find((name) => name === cipher);
    const key = known === undefined ? null : keyOf(secretFrom(secret, place), known, made_at);
    if (key === null || key.key_id !== key_id) throw unreadable(place);
    return key;
  });
  if (first === undefined) throw unreadable(place);
  return { index_secret: secretFrom(written.index_secret, place), keys: [first, ...older] };
}

function jsonOf(text: string): WrittenKeys | null {
  try {
    return JSON.parse(text) as WrittenKeys;
  } catch {
    return null;
  }
}

function textOfKeys({ index_secret, keys }: Keys): string {
  const base64 = (secret: Uint8Array): string => Buffer.from(secret).toString('base64');
  const written: WrittenKeys = {
    format: FORMAT, index_secret: base64(index_secret), keys: keys.map((key) => ({ ...key, secret: base64(key.secret) })),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

function secretFrom(text: unknown, place: string): Buffer {
  const secret = Buffer.from(typeof text === 'string' ? text : '', 'base64');
  if (secret.length !== SECRET_BYTES) throw unreadable(place);
  return secret;
}

/** The whole file or none of it, on the disk before it counts, readable by its owner only. */
function writeFile(file: string, text: string): void {
  const draft = `${file}.${process.pid}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const handle = openSync(draft, 'w', 0o600);
    writeSync(handle, text);
    fsyncSync(handle);
    closeSync(handle);
    renameSync(draft, file);
    const folder = openSync(dirname(file), 'r');
    fsyncSync(folder);
    closeSync(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new DatabaseRefusal('keys_not_usable', {
      zh: `个人信息密钥文件 ${file} 无法写入（${code}）。请检查文件夹和权限。`,
      en: `The key file for personal data, ${file}, cannot be written (${code}). Check the folder and its rights.`,
    });
  }
}

function unreadable(place: string, code = ''): DatabaseRefusal {
  const why = code === '' ? '' : ` (${code})`;
  return new DatabaseRefusal('keys_not_usable', {
    zh: `个人信息密钥 ${place} 无法读取${why}：应为本系统写出的密钥文件，或 32 字节密钥的 Base64 文本。请放回原来的密钥；不要新建，否则已加密的内容无法打开。`,
    en: `The keys for personal data in ${place} cannot be read${why}: a key file as this program writes it, or 32 bytes in Base64, is expected. Put the original back; with a new one what is sealed could not be opened.`,
  });
}
