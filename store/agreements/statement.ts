import { canonicalJson } from '../canonical-json.ts';
import type { NamedHash } from '../hashes.ts';
import type { Signature } from './agreement.ts';

interface Stated extends Signature {
  readonly region_id: number;
  readonly agreement_id: number;
  readonly version: number;
  readonly content_hash: NamedHash;
  /** Of the list that was signed in one act; null of what was signed on paper. */
  readonly list_hash: NamedHash | null;
}

/** What one signature says, in the text that the server's key signs: content, party, moment, device and code together. */
export function signatureStatement({ region_id, agreement_id, version, content_hash, list_hash, party, way, on, at, signer, person_id, confirmed_at, device, address, file_hash }: Stated): string {
  return canonicalJson({
    format: 'guantong agreement signature 1', region_id, agreement_id, version, content_hash, list_hash, party, way, on, at, signer, person_id, confirmed_at, device, address, file_hash,
  });
}
