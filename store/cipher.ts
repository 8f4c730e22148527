import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomFillSync, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** The ways to seal a value. AES is the default; SM4 with an SM3 code stands beside it, since SM4-GCM is not in Node. */
export const CIPHERS = ['aes-256-gcm', 'sm4-cbc-hmac-sm3'] as const;
export type CipherName = (typeof CIPHERS)[number];
export const DEFAULT_CIPHER: CipherName = 'aes-256-gcm';

/** Length of a data key's secret, in bytes; the keys of each cipher are derived from it. */
export const SECRET_BYTES = 32;

/** Seals texts and opens them again; another device or library that does so can take its place. */
export interface Cipher {
  /** `about` says what the value belongs to: it is not kept, and without it nothing opens. */
  readonly seal: (text: string, about: string) => Buffer;
  /** Null when a single bit of it is not as it was sealed, or when it belongs to something else. */
  readonly open: (sealed: Uint8Array, about: string) => string | null;
}

/** The cipher of a data key. */
export function cipherOf(name: CipherName, secret: Uint8Array): Cipher {
  return name === 'aes-256-gcm' ? aesGcm(secret) : sm4Cbc(secret);
}

/** A key for one purpose, from a secret that serves several. */
export function derive(secret: Uint8Array, purpose: string, bytes: number): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `guantong personal data: ${purpose}`, bytes)));
}

const GCM_IV = 12;
const GCM_TAG = 16;

/** iv ‖ tag ‖ text. */
function aesGcm(secret: Uint8Array): Cipher {
  const key = derive(secret, 'aes-256-gcm', 32);
  const nextIv = ivs(GCM_IV);
  return {
    seal: (text, about) => {
      const iv = nextIv();
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about));
      const sealed = cipher.update(text, 'utf8');
      cipher.final();
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
    },
    open: (sealed, about) => {
      if (sealed.length < GCM_IV + GCM_TAG) return null;
      const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, GCM_IV), { authTagLength: GCM_TAG }).setAAD(Buffer.from(about));
      cipher.setAuthTag(sealed.subarray(GCM_IV, GCM_IV + GCM_TAG));
      const text = cipher.update(sealed.subarray(GCM_IV + GCM_TAG));
      return finished(() => Buffer.concat([text, cipher.final()]).toString('utf8'));
    },
  };
}

const BLOCK = 16;
const SM3_BYTES = 32;

/** iv ‖ SM3 code over what it is about, iv and text ‖ text in whole blocks. */
function sm4Cbc(secret: Uint8Array): Cipher {
  const key = derive(secret, 'sm4-cbc', BLOCK);
  const codeKey = derive(secret, 'hmac-sm3', SM3_BYTES);
  const nextIv = ivs(BLOCK);
  const codeOf = (about: string, iv: Uint8Array, blocks: Uint8Array): Buffer => {
    const named = Buffer.from(about);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(named.length);
    return createHmac('sm3', codeKey).update(length).update(named).update(iv).update(blocks).digest();
  };
  return {
    seal: (text, about) => {
      const iv = nextIv();
      const cipher = createCipheriv('sm4-cbc', key, iv);
      const blocks = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, codeOf(about, iv, blocks), blocks]);
    },
    open: (sealed, about) => {
      if (sealed.length < BLOCK + SM3_BYTES + BLOCK) return null;
      const [iv, code, blocks] = [sealed.subarray(0, BLOCK), sealed.subarray(BLOCK, BLOCK + SM3_BYTES), sealed.subarray(BLOCK + SM3_BYTES)];
      if (!timingSafeEqual(code, codeOf(about, iv, blocks))) return null;
      const cipher = createDecipheriv('sm4-cbc', key, iv);
      return finished(() => Buffer.concat([cipher.update(blocks), cipher.final()]).toString('utf8'));
    },
  };
}

/** What does not open throws in `final`; that is an answer here, not a fault. */
function finished(work: () => string): string | null {
  try {
    return work();
  } catch {
    return null;
  }
}

const IVS_AT_ONCE = 512;

/** Fresh random numbers, drawn many at a time: drawing them one by one costs more than the cipher. */
function ivs(bytes: number): () => Buffer {
  const drawn = Buffer.alloc(bytes * IVS_AT_ONCE);
  let at = drawn.length;
  return () => {
    if (at === drawn.length) {
      randomFillSync(drawn);
      at = 0;
    }
    at += bytes;
    return drawn.subarray(at - bytes, at);
  };
}
