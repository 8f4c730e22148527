import { createHmac, hkdfSync, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { BackupRefusal } from './refusal.ts';

/** What opens a backup: a passphrase that somebody remembers, or the 32 bytes of a key file. */
export type BackupSecret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'file'; readonly bytes: Buffer };

/** How the key of one backup follows from its secret; stands in clear at the head of the file. */
export interface KeyRecipe {
  readonly kind: BackupSecret['kind'];
  /** Base64; another one for every backup. */
  readonly salt: string;
  /** Costs of scrypt where the secret is a passphrase. */
  readonly scrypt: { readonly N: number; readonly r: number; readonly p: number } | null;
  /** Tells a wrong secret from a damaged file; says nothing about the key. Base64. */
  readonly check: string;
}

const KEY_BYTES = 32;
const SALT_BYTES = 32;
/** 128 MiB and about half a second for each guess. */
const COST = { N: 131_072, r: 8, p: 1 } as const;
const MOST_COST = 2 ** 20;

/** The key that a file holds: 32 bytes as base64, as `openssl rand -base64 32` writes them. @throws BackupRefusal `bad_key`. */
export function secretOfFile(text: string): BackupSecret {
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length === KEY_BYTES) return { kind: 'file', bytes };
  throw new BackupRefusal('bad_key', {
    zh: '密钥文件须只有一行：32 字节的 base64，可用 openssl rand -base64 32 生成。',
    en: 'The key file must hold one line: 32 bytes as base64, such as openssl rand -base64 32 makes.',
  });
}

/** A key that was never used before, and how to come to it again. */
export async function newKey(secret: BackupSecret): Promise<{ readonly key: Buffer; readonly recipe: KeyRecipe }> {
  const draft = { kind: secret.kind, salt: randomBytes(SALT_BYTES).toString('base64'), scrypt: secret.kind === 'passphrase' ? COST : null };
  const key = await derive(secret, draft);
  return { key, recipe: { ...draft, check: checkOf(key) } };
}

/** The key of a backup. @throws BackupRefusal `wrong_key` when the secret is not the one it was made with. */
export async function keyOf(secret: BackupSecret, recipe: KeyRecipe): Promise<Buffer> {
  if (secret.kind !== recipe.kind) throw wrongKey(recipe.kind);
  const key = await derive(secret, recipe);
  const [expected, found] = [Buffer.from(recipe.check, 'base64'), Buffer.from(checkOf(key), 'base64')];
  if (expected.length !== found.length || !timingSafeEqual(expected, found)) throw wrongKey(recipe.kind);
  return key;
}

const checkOf = (key: Buffer): string => createHmac('sha256', key).update('guantong backup: the right key').digest('base64');

async function derive(secret: BackupSecret, { salt, scrypt: cost }: Omit<KeyRecipe, 'check'>): Promise<Buffer> {
  const bytes = Buffer.from(salt, 'base64');
  const master = secret.kind === 'file' ? secret.bytes : await stretched(secret.passphrase, bytes, cost ?? COST);
  return Buffer.from(hkdfSync('sha256', master, bytes, 'guantong backup 1', KEY_BYTES));
}

function stretched(passphrase: string, salt: Buffer, { N, r, p }: NonNullable<KeyRecipe['scrypt']>): Promise<Buffer> {
  // The file says how costly the key is; a made-up file must not cost more memory than there is.
  const cost = { N: Math.min(N, MOST_COST), r: Math.min(r, COST.r), p: Math.min(p, COST.p) };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, KEY_BYTES, { ...cost, maxmem: 256 * cost.N * cost.r }, (error, key) => { if (error === null) resolve(key); else reject(error); });
  });
}

function wrongKey(kind: BackupSecret['kind']): BackupRefusal {
  return kind === 'passphrase'
    ? new BackupRefusal('wrong_key', { zh: '口令不对，没有恢复任何内容。这份备份是用口令加密的。', en: 'The passphrase is wrong; nothing was restored. This backup was encrypted with a passphrase.' })
    : new BackupRefusal('wrong_key', { zh: '密钥不对，没有恢复任何内容。这份备份是用密钥文件加密的，请用 --key 给出当时的文件。', en: 'The key is wrong; nothing was restored. This backup was encrypted with a key file: give that file with --key.' });
}
