import { createDecipheriv, createHash, createHmac, createPrivateKey, pbkdf2Sync, timingSafeEqual, X509Certificate, type KeyObject } from 'node:crypto';
import { at, inside, NotDer, oid, readOne, TAG, type Value } from './der.ts';
import { OID } from './object-ids.ts';

/** A key with certificates, as a key store holds them. */
export interface KeyStore {
  readonly key: KeyObject;
  readonly certificates: readonly X509Certificate[];
}

const P12 = { pbes2: '1.2.840.113549.1.5.13', pbkdf2: '1.2.840.113549.1.5.12', plainKey: '1.2.840.113549.1.12.10.1.1', closedKey: '1.2.840.113549.1.12.10.1.2', certificate: '1.2.840.113549.1.12.10.1.3', tripleDes: '1.2.840.113549.1.12.1.3' } as const;
const CIPHERS: Readonly<Record<string, readonly [name: string, key: number]>> = { '2.16.840.1.101.3.4.1.2': ['aes-128-cbc', 16], '2.16.840.1.101.3.4.1.22': ['aes-192-cbc', 24], '2.16.840.1.101.3.4.1.42': ['aes-256-cbc', 32] };
const MACS: Readonly<Record<string, string>> = { '1.2.840.113549.2.7': 'sha1', '1.2.840.113549.2.9': 'sha256', '1.2.840.113549.2.10': 'sha384', '1.2.840.113549.2.11': 'sha512' };
const HASHES: Readonly<Record<string, string>> = { [OID.sha1]: 'sha1', [OID.sha256]: 'sha256', [OID.sha384]: 'sha384', [OID.sha512]: 'sha512' };

const is = (value: Value, id: string): boolean => value.whole.equals(oid(id));
const named = <T>(value: Value, of: Readonly<Record<string, T>>): T => {
  const found = Object.entries(of).find(([id]) => is(value, id));
  if (found === undefined) throw new Error('passphrase_wrong');
  return found[1];
};
const numberOf = ({ body }: Value): number => body.reduce((sum, byte) => sum * 256 + byte, 0);

/**
 * Reads a PKCS#12 key store (RFC 7292): AES with PBKDF2, as programs of today write it, or three-key DES as those before did.
 * @throws Error `passphrase_wrong` where its seal does not hold, `unreadable` where it is none.
 */
export function readKeyStore(bytes: Buffer, passphrase: string): KeyStore {
  try {
    const store = readOne(bytes).value;
    const content = at(store, 1, 1, 0).body;
    proveMac(at(store, 2), content, passphrase);
    const bags = inside(readOne(content).value).flatMap((part) => bagsOf(part, passphrase));
    const key = bags.find((bag) => is(at(bag, 0), P12.closedKey) || is(at(bag, 0), P12.plainKey));
    if (key === undefined) throw new Error('no_key');
    const certificates = bags.filter((bag) => is(at(bag, 0), P12.certificate)).map((bag) => new X509Certificate(at(bag, 1, 0, 1, 0).body));
    const der = is(at(key, 0), P12.plainKey) ? at(key, 1, 0).whole : opened(at(key, 1, 0, 0), at(key, 1, 0, 1).body, passphrase);
    return { key: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }), certificates };
  } catch (error) {
    throw error instanceof NotDer ? new Error('unreadable') : error;
  }
}

function bagsOf(part: Value, passphrase: string): Value[] {
  if (is(at(part, 0), OID.data)) return inside(readOne(at(part, 1, 0).body).value);
  const closed = at(part, 1, 0, 1);
  return inside(readOne(opened(at(closed, 1), at(closed, 2).body, passphrase)).value);
}

function opened(algorithm: Value, bytes: Buffer, passphrase: string): Buffer {
  const [name, parameters] = [at(algorithm, 0), at(algorithm, 1)];
  if (is(name, P12.tripleDes)) {
    const [salt, rounds] = [at(parameters, 0).body, numberOf(at(parameters, 1))];
    const derived = (id: number, many: number): Buffer => deriveOld({ passphrase, salt, rounds, id, many, hash: 'sha1' });
    return deciphered('des-ede3-cbc', derived(1, 24), derived(2, 8), bytes);
  }
  if (!is(name, P12.pbes2)) throw new Error('unreadable');
  const kdf = at(parameters, 0, 1);
  const [cipher, length] = named(at(parameters, 1, 0), CIPHERS);
  const prf = inside(kdf).find(({ tag }) => tag === TAG.sequence);
  const hash = prf === undefined ? 'sha1' : named(at(prf, 0), MACS);
  return deciphered(cipher, pbkdf2Sync(passphrase, at(kdf, 0).body, numberOf(at(kdf, 1)), length, hash), at(parameters, 1, 1).body, bytes);
}

function deciphered(cipher: string, key: Buffer, iv: Buffer, bytes: Buffer): Buffer {
  const decipher = createDecipheriv(cipher, key, iv);
  return Buffer.concat([decipher.update(bytes), decipher.final()]);
}

function proveMac(mac: Value, content: Buffer, passphrase: string): void {
  const hash = named(at(mac, 0, 0, 0), HASHES);
  const many = createHash(hash).digest().length;
  const rounds = inside(mac)[2];
  const key = deriveOld({ passphrase, salt: at(mac, 1).body, rounds: rounds === undefined ? 1 : numberOf(rounds), id: 3, many, hash });
  const [told, found] = [at(mac, 0, 1).body, createHmac(hash, key).update(content).digest()];
  if (told.length !== found.length || !timingSafeEqual(told, found)) throw new Error('passphrase_wrong');
}

interface Deriving { readonly passphrase: string; readonly salt: Buffer; readonly rounds: number; readonly id: number; readonly many: number; readonly hash: string }

/** How key stores make keys of a passphrase (RFC 7292, appendix B.2). */
function deriveOld({ passphrase, salt, rounds, id, many, hash }: Deriving): Buffer {
  const block = hash === 'sha384' || hash === 'sha512' ? 128 : 64;
  const filled = (bytes: Buffer): Buffer => (bytes.length === 0 ? bytes : Buffer.alloc(block * Math.ceil(bytes.length / block), bytes));
  const input = Buffer.concat([filled(salt), filled(Buffer.from(`${passphrase}\0`, 'utf16le').swap16())]);
  const out: Buffer[] = [];
  for (let made = 0; made < many;) {
    let digest = createHash(hash).update(Buffer.alloc(block, id)).update(input).digest();
    for (let round = 1; round < rounds; round += 1) digest = createHash(hash).update(digest).digest();
    out.push(digest);
    made += digest.length;
    addToEach(input, Buffer.alloc(block, digest), block);
  }
  return Buffer.concat(out).subarray(0, many);
}

/** Adds a block and one to each block of the input, as whole numbers of that many bytes. */
function addToEach(input: Buffer, added: Buffer, block: number): void {
  for (let start = 0; start < input.length; start += block) {
    let carry = 1;
    for (let place = block - 1; place >= 0; place -= 1) {
      carry += (input[start + place] ?? 0) + (added[place] ?? 0);
      input[start + place] = carry % 256;
      carry = Math.floor(carry / 256);
    }
  }
}
