import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whoever signs checkpoints or documents; another algorithm is another provider of this. */
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

/** What a key signs: each has its own, `checkpoint.pem` with `checkpoint.pub.pem` beside it. */
export type KeyPurpose = 'checkpoint' | 'documents';

/** The key of a data directory, made when it is first needed: readable by its owner only, the public part beside it. */
export function openSigner(directory: string, purpose: KeyPurpose = 'checkpoint'): CheckpointSigner {
  const file = join(directory, `${purpose}.pem`);
  if (!existsSync(file)) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    writeFileSync(join(directory, `${purpose}.pub.pem`), publicKey.export({ type: 'spki', format: 'pem' }), { mode: 0o644 });
  }
  chmodSync(file, 0o600);
  return signerOf(createPrivateKey(readFileSync(file)), earlierKeys(directory, purpose));
}

/** A key that lives as long as this object: for stores that are kept nowhere. */
export function passingSigner(): CheckpointSigner {
  return signerOf(generateKeyPairSync('ed25519').privateKey, []);
}

function signerOf(secret: KeyObject, earlier: readonly CheckpointKey[]): CheckpointSigner {
  return { key: keyOf(createPublicKey(secret), earlier), sign: (text) => sign(null, Buffer.from(text), secret).toString('base64') };
}

/** The key to verify by; null where there is neither the key nor its public part. */
export function readCheckpointKey(directory: string, purpose: KeyPurpose = 'checkpoint'): CheckpointKey | null {
  const file = [`${purpose}.pem`, `${purpose}.pub.pem`].map((name) => join(directory, name)).find((name) => existsSync(name));
  return file === undefined ? null : keyOf(createPublicKey(readFileSync(file)), earlierKeys(directory, purpose));
}

/** A public key from PEM text; null when it is none of this kind. */
export function keyOfPem(pem: string): CheckpointKey | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? keyOf(key, []) : null;
  } catch {
    return null;
  }
}

/** The public part of a key that was replaced is kept under such a name: `checkpoint-2026.pub.pem`. */
function earlierKeys(directory: string, purpose: KeyPurpose): CheckpointKey[] {
  const earlier = new RegExp(`^${purpose}-.+\\.pub\\.pem$`);
  return readdirSync(directory).filter((name) => earlier.test(name)).sort().map((name) => keyOf(createPublicKey(readFileSync(join(directory, name))), []));
}

function keyOf(key: KeyObject, earlier: readonly CheckpointKey[]): CheckpointKey {
  return {
    algorithm: 'ed25519', earlier,
    fingerprint: createHash('sha256').update(key.export({ type: 'spki', format: 'der' })).digest('hex'),
    pem: key.export({ type: 'spki', format: 'pem' }).toString(),
    holds: (text, signature) => verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64')),
  };
}
