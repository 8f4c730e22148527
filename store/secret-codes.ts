import { createHash, randomBytes } from 'node:crypto';

/** Without letters that are mistaken for one another (Crockford's alphabet). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const CHARACTERS = 16;
const GROUP = 4;

/** A code of 80 random bits to be read and typed: `k7qm-2xdr-…`, four groups of four. */
export function newCode(): string {
  return grouped([...randomBytes(CHARACTERS)].map((byte) => ALPHABET[byte % ALPHABET.length]).join(''));
}

function grouped(letters: string): string {
  return Array.from({ length: CHARACTERS / GROUP }, (_, at) => letters.slice(at * GROUP, (at + 1) * GROUP)).join('-');
}

/** A code as it was made, of what somebody typed: spaces, hyphens and case are as people type them. Null: no code has this form. */
export function typedCode(typed: string): string | null {
  const plain = plainCode(typed);
  return plain === null ? null : grouped(plain);
}

/** The digest by which a code is kept and found. Null: no code has this form. */
export function codeDigest(typed: string): Buffer | null {
  const plain = plainCode(typed);
  return plain === null ? null : sha256(plain);
}

function plainCode(typed: string): string | null {
  const plain = typed.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
  return plain.length === CHARACTERS && [...plain].every((letter) => ALPHABET.includes(letter)) ? plain : null;
}

export function sha256(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

const TOKEN_BYTES = 32;

/** A secret for a program or browser to keep: 43 characters, 256 bits. */
export function newSecret(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}
