import type { PlainDate } from '../core/values/plain-date.ts';
import { canonicalJson } from './canonical-json.ts';
import type { CheckpointKey } from './checkpoint-key.ts';
import { ALGORITHMS, hashOf, type NamedHash } from './hashes.ts';

/** What is signed of a version of a document: enough to prove a file and what it is, nothing of what it says. */
export interface Statement {
  readonly region: string;
  readonly kind: string;
  readonly issuer: string;
  readonly number: string;
  readonly version: number;
  readonly code: string;
  readonly dated: PlainDate;
  readonly issued_at: string;
  readonly content_hash: NamedHash;
  readonly file_hash: NamedHash;
}

const FORMAT = 'guantong document 1';

/** The text that is signed. */
export function statementOf({ region, kind, issuer, number, version, code, dated, issued_at, content_hash, file_hash }: Statement): string {
  return canonicalJson({ format: FORMAT, region, kind, issuer, number, version, code, dated, issued_at, content_hash, file_hash });
}

/** What a signed text says; null when it is none of ours. */
export function readStatement(text: string): Statement | null {
  try {
    const read = JSON.parse(text) as Statement & { readonly format: string };
    return read.format === FORMAT && statementOf(read) === text ? read : null;
  } catch {
    return null;
  }
}

/** A statement with its signature: what a server answers, and what is kept to verify by without it. */
export interface Receipt {
  readonly statement: string;
  /** In base64. */
  readonly signature: string;
}

/** Whether a receipt was signed by this key or one before it. */
export function signatureHolds({ statement, signature }: Receipt, key: CheckpointKey): boolean {
  return [key, ...key.earlier].some((one) => one.holds(statement, signature));
}

/** Whether these are the bytes that a hash names. */
export function isFileOf(bytes: Uint8Array, hash: NamedHash): boolean {
  return ALGORITHMS.some((algorithm) => hashOf(algorithm, bytes) === hash);
}
