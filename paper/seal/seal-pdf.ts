import { createHash } from 'node:crypto';
import type { Seal } from './certificate.ts';
import { signDigest } from './cms.ts';
import { prepareForSeal } from './pdf-update.ts';

/** A PDF of ours with a PAdES signature over all of it. */
export function sealPdf(pdf: Uint8Array, seal: Seal, given: { readonly name: string; readonly reason: string; readonly at: Date }): Uint8Array {
  const { bytes, from, to } = prepareForSeal(pdf, given);
  const digest = createHash('sha256').update(bytes.subarray(0, from)).update(bytes.subarray(to)).digest();
  const signature = signDigest(digest, seal).toString('hex');
  const room = to - from - 2;
  if (signature.length > room) throw new Error(`the certificates of the seal are too long: ${signature.length} of ${room}`);
  bytes.write(signature, from + 1, 'latin1');
  return bytes;
}
