import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whoever signs checkpoints; another algorithm is another provider of this. */
export interface CheckpointSigner {
  readonly key: CheckpointKey;
  /** The signature, in base64. */
  readonly sign: (text: string) => string;
}

/** What signatures are verified by. */
export interface CheckpointKey {
  readonly algorithm: 'ed25519';
  /** SHA-256 of the public key (its DER form), in hex: the short name to compare with one noted elsewhere. */
  readonly fingerprint: string;
  /** The public key as PEM. */
  readonly pem: string;
  readonly holds: (text: string, signature: string) => boolean;
  /** Keys that signed before this one; what they signed counts as well. */
  readonly earlier: readonly CheckpointKey[];
}

const PRIVATE = 'checkpoint.pem';
const PUBLIC = 'checkpoint.pub.pem';
/** The public part of a key that was replaced is kept under such a name: `checkpoint-2026.pub.pem`. */
const EARLIER = /^checkpoint-.+\.pub\.pem$/;

/** The key of a data directory, made at the first start: readable by its owner only, the public part beside it. */
export function openSigner(directory: string): CheckpointSigner {
  const file = join(directory, PRIVATE);
  if (!existsSync(file)) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    writeFileSync(join(directory, PUBLIC), publicKey.export({ type: 'spki', format: 'pem' }), { mode: 0o644 });
  }
  chmodSync(file, 0o600);
  const secret = createPrivateKey(readFileSync(file));
  return { key: keyOf(createPublicKey(secret), earlierKeys(directory)), sign: (text) => sign(null, Buffer.from(text), secret).toString('base64') };
}

/** The key to verify by; null where there is neither the key nor its public part. */
export function readCheckpointKey(directory: string): CheckpointKey | null {
  const file = [PRIVATE, PUBLIC].map((name) => join(directory, name)).find((name) => existsSync(name));
  return file === undefined ? null : keyOf(createPublicKey(readFileSync(file)), earlierKeys(directory));
}

function earlierKeys(directory: string): CheckpointKey[] {
  return readdirSync(directory).filter((name) => EARLIER.test(name)).sort().map((name) => keyOf(createPublicKey(readFileSync(join(directory, name))), []));
}

function keyOf(key: KeyObject, earlier: readonly CheckpointKey[]): CheckpointKey {
  return {
    algorithm: 'ed25519', earlier,
    fingerprint: createHash('sha256').update(key.export({ type: 'spki', format: 'der' })).digest('hex'),
    pem: key.export({ type: 'spki', format: 'pem' }).toString(),
    holds: (text, signature) => verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64')),
  };
}
