import { createPrivateKey, X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTestSeal, TEST_ISSUER, type Seal } from '../paper/seal/certificate.ts';
import { readKeyStore } from '../paper/seal/key-store.ts';
import { openSealed, type OpenedSeal, type SealFault } from '../paper/seal/open-sealed.ts';

export type { OpenedSeal, SealFault };

/** Where the seal lies: PEM with key and certificates, or PKCS#12; `passphrase` opens the key. */
export interface SealFile {
  readonly file: string;
  readonly passphrase: string | null;
}

/** Why a file cannot be sealed with. */
export type SealProblem = 'unreadable' | 'no_key' | 'no_certificate' | 'not_of_this_key' | 'passphrase_wrong';

const TEST_SEAL = 'test-seal.pem';
const TEST_AUTHORITY = 'test-seal-ca.pem';
const TEST_NAME = '贯通';

/** The seal that is set; without one a test seal of this data directory, made at its first use with an authority of its own. */
export function openSeal(keys: string, given: SealFile | null): Seal {
  if (given !== null) return readSeal(given);
  const file = join(keys, TEST_SEAL);
  if (!existsSync(file)) {
    mkdirSync(keys, { recursive: true, mode: 0o700 });
    const made = makeTestSeal(TEST_NAME, new Date());
    writeFileSync(join(keys, TEST_AUTHORITY), made.ca.toString(), { mode: 0o644 });
    writeFileSync(file, `${made.key.export({ type: 'pkcs8', format: 'pem' })}${made.certificate}${made.ca}`, { mode: 0o600, flag: 'wx' });
  }
  chmodSync(file, 0o600);
  return readSeal({ file, passphrase: null });
}

/** A seal that lives as long as this object. */
export const passingSeal = (): Seal => makeTestSeal(TEST_NAME, new Date());

/** @throws Error with a `SealProblem` as its message. */
export function readSeal({ file, passphrase }: SealFile): Seal {
  const { key, certificates } = /\.(p12|pfx)$/i.test(file) ? readKeyStore(readFileSync(file), passphrase ?? '') : readPem(readFileSync(file, 'utf8'), passphrase);
  const own = certificates.find((one) => one.checkPrivateKey(key));
  if (certificates.length === 0) throw new Error('no_certificate' satisfies SealProblem);
  if (own === undefined) throw new Error('not_of_this_key' satisfies SealProblem);
  const chain = chainOf(own, certificates);
  return { key, certificate: own, chain, test: own.issuer.includes(TEST_ISSUER) };
}

function readPem(text: string, passphrase: string | null) {
  const [key] = /-----BEGIN (?:ENCRYPTED |RSA |EC )?PRIVATE KEY-----[\s\S]+?-----END (?:ENCRYPTED |RSA |EC )?PRIVATE KEY-----/.exec(text) ?? [];
  if (key === undefined) throw new Error('no_key' satisfies SealProblem);
  const certificates = [...text.matchAll(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g)].map(([pem]) => new X509Certificate(pem));
  try {
    return { key: createPrivateKey({ key, format: 'pem', ...(passphrase !== null && { passphrase }) }), certificates };
  } catch {
    throw new Error('passphrase_wrong' satisfies SealProblem);
  }
}

/** Those that vouch for a certificate, one after the other, whatever the order in the file. */
function chainOf(own: X509Certificate, all: readonly X509Certificate[]): X509Certificate[] {
  const chain: X509Certificate[] = [];
  for (let current = own; ;) {
    const next = all.find((one) => one.ca && !one.raw.equals(current.raw) && !chain.includes(one) && current.checkIssued(one));
    if (next === undefined) return chain;
    chain.push(next);
    current = next;
  }
}

/** The authorities by which a seal of this data directory is believed: that of the test seal, where there is one. */
export function ownAuthorities(keys: string): X509Certificate[] {
  const file = join(keys, TEST_AUTHORITY);
  return existsSync(file) ? [new X509Certificate(readFileSync(file))] : [];
}

/** A sealed paper held against its bytes, and whether its seal was one for tests. */
export function openSealedPaper(bytes: Uint8Array, trusted: readonly X509Certificate[]): OpenedSeal & { readonly test: boolean } {
  const opened = openSealed(bytes, trusted);
  return { ...opened, test: opened.signer?.issuer.includes(TEST_ISSUER) ?? false };
}
