import { createHash, sign, verify, X509Certificate } from 'node:crypto';
import type { Seal } from './certificate.ts';
import { at, field, inside, octets, oid, readOne, sequence, setOf, small, tagged, nil, TAG, type Value } from './der.ts';
import { OID } from './object-ids.ts';

/** The parts of a detached signature (RFC 5652, with the attributes that PAdES asks for), from which its bytes follow. */
interface Parts {
  readonly certificates: readonly Buffer[];
  /** As a SET, which is what is signed. */
  readonly attributes: Buffer;
  readonly signature: Buffer;
}

/** Signs the hash of some bytes. */
export function signDigest(digest: Uint8Array, { key, certificate, chain }: Seal): Buffer {
  const attributes = setOf(
    attribute(OID.contentType, oid(OID.data)), attribute(OID.messageDigest, octets(digest)),
    attribute(OID.signingCertificate, sequence(sequence(sequence(octets(sha256(certificate.raw)), sequence(sequence(tagged(field(4), issuerOf(certificate))), serialOf(certificate)))))));
  return written({ certificates: [certificate, ...chain].map(({ raw }) => raw), attributes, signature: sign('sha256', attributes, key) });
}

function written({ certificates, attributes, signature }: Parts): Buffer {
  const signer = new X509Certificate(certificates[0] ?? Buffer.alloc(0));
  const sha = sequence(oid(OID.sha256));
  const algorithm = signer.publicKey.asymmetricKeyType === 'ec' ? sequence(oid(OID.ecdsaWithSha256)) : sequence(oid(OID.rsa), nil());
  const info = sequence(
    small(1), sequence(issuerOf(signer), serialOf(signer)), sha, tagged(field(0), readOne(attributes).value.body), algorithm, octets(signature));
  const data = sequence(small(1), tagged(TAG.set, sha), sequence(oid(OID.data)), tagged(field(0), ...certificates), tagged(TAG.set, info));
  return sequence(oid(OID.signedData), tagged(field(0), data));
}

/** What a signature says once it was held against its bytes. */
export interface Opened {
  readonly signer: X509Certificate;
  readonly chain: readonly X509Certificate[];
  /** Whether it is of these bytes, by the signer's key, and written in the one way in which we write it. */
  readonly holds: boolean;
}

/** Holds a signature against the hash of the bytes. @throws NotDer on what is no signature of this form. */
export function openSignature(bytes: Buffer, digest: Uint8Array): Opened {
  const data = at(readOne(bytes).value, 1, 0);
  const certificates = inside(at(data, 3)).map(({ whole }) => whole);
  const info = at(data, 4, 0);
  const attributes = tagged(TAG.set, at(info, 3).body);
  const signature = at(info, 5).body;
  const [signer, ...chain] = certificates.map((raw) => new X509Certificate(raw)) as [X509Certificate, ...X509Certificate[]];
  // Another way of writing the same would let bytes change unnoticed.
  const same = written({ certificates, attributes, signature }).equals(bytes);
  const holds = same && named(attributes, digest, signer) && verify('sha256', attributes, signer.publicKey, signature);
  return { signer, chain, holds };
}

/** The attributes name the hash of the bytes, and the certificate that was signed with. */
function named(attributes: Buffer, digest: Uint8Array, signer: X509Certificate): boolean {
  const all = inside(readOne(attributes).value);
  const of = (id: string): Value | undefined => all.find((one) => at(one, 0).whole.equals(oid(id)));
  const [told, by] = [of(OID.messageDigest), of(OID.signingCertificate)];
  return told !== undefined && by !== undefined && at(told, 1, 0).body.equals(digest) && at(by, 1, 0, 0, 0, 0).body.equals(sha256(signer.raw));
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const attribute = (id: string, value: Buffer): Buffer => sequence(oid(id), tagged(TAG.set, value));

/** Version, serial number, algorithm, issuer: the first parts of every certificate of today. */
const serialOf = ({ raw }: X509Certificate): Buffer => at(readOne(raw).value, 0, 1).whole;
const issuerOf = ({ raw }: X509Certificate): Buffer => at(readOne(raw).value, 0, 3).whole;
