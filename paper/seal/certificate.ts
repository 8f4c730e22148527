import { createHash, generateKeyPairSync, randomBytes, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { bits, field, integer, octets, oid, primitive, sequence, setOf, small, tagged, time, truth, utf8, nil } from './der.ts';
import { OID } from './object-ids.ts';

/** What a paper is sealed with: a key, its certificate, and those that vouch for it. */
export interface Seal {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
  readonly chain: readonly X509Certificate[];
  /** Made by this program for want of another: it proves nothing to anybody else, and every paper says so. */
  readonly test: boolean;
}

export const TEST_ISSUER = '贯通测试证书（仅供测试，无法律效力）';
const BITS = 2048;
const YEARS = 10;
const SERIAL_BYTES = 16;

/** A certificate authority that exists for tests alone, and a seal with its certificate. */
export function makeTestSeal(name: string, from: Date): Seal & { readonly ca: X509Certificate } {
  const [authority, own] = [generateKeyPairSync('rsa', { modulusLength: BITS }), generateKeyPairSync('rsa', { modulusLength: BITS })];
  const ca = certify({ subject: TEST_ISSUER, issuer: TEST_ISSUER, publicKey: authority.publicKey, authority, from, isAuthority: true });
  const certificate = certify({ subject: `${name}（测试签章）`, issuer: TEST_ISSUER, publicKey: own.publicKey, authority, from, isAuthority: false });
  return { key: own.privateKey, certificate, chain: [ca], ca, test: true };
}

interface Wanted {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly authority: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
  readonly from: Date;
  readonly isAuthority: boolean;
}

function certify({ subject, issuer, publicKey, authority, from, isAuthority }: Wanted): X509Certificate {
  const until = new Date(from);
  until.setUTCFullYear(from.getUTCFullYear() + YEARS);
  const algorithm = sequence(oid(OID.rsaWithSha256), nil());
  const body = sequence(
    tagged(field(0), small(2)), integer(Buffer.concat([Buffer.from([1]), randomBytes(SERIAL_BYTES)])), algorithm, nameOf(issuer),
    sequence(time(from), time(until)), nameOf(subject), publicKey.export({ type: 'spki', format: 'der' }),
    tagged(field(3), sequence(
      extension(OID.basicConstraints, isAuthority ? sequence(truth()) : sequence(), true),
      // Certificates and lists are signed by the one; content, for which one answers, by the other.
      extension(OID.keyUsage, isAuthority ? bits(Buffer.from([0x06]), 1) : bits(Buffer.from([0xc0]), 6), true),
      extension(OID.subjectKey, octets(keyId(publicKey))),
      extension(OID.authorityKey, sequence(tagged(primitive(0), keyId(authority.publicKey)))),
    )));
  return new X509Certificate(sequence(body, algorithm, bits(sign('sha256', body, authority.privateKey))));
}

const keyId = (key: KeyObject): Buffer => createHash('sha1').update(key.export({ type: 'spki', format: 'der' })).digest();
const nameOf = (text: string): Buffer => sequence(setOf(sequence(oid(OID.commonName), utf8(text))));
const extension = (id: string, value: Buffer, critical = false): Buffer => sequence(oid(id), ...(critical ? [truth()] : []), octets(value));
