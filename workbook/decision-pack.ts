import { createHash } from 'node:crypto';
import { PART } from '../core/decision-pack/manifest.ts';
import { packArchive } from './archive-writer.ts';
import { openPackage, unpack } from './package-directory.ts';
import { Refused } from './refusal.ts';

export type PackFile = { readonly name: string; readonly bytes: Uint8Array };

/** A pack that was taken apart: its files, the hash over all of them, and what does not fit, by the name of the part. */
export interface Unpacked {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly content_hash: string;
  readonly faults: readonly PackFault[];
}

export interface PackFault {
  /** Name of the part, or `archive` for what stands between them. */
  readonly part: string;
  readonly fault: 'damaged' | 'altered' | 'missing' | 'unlisted';
}

const ARCHIVE = 'archive';

/**
 * Packs files into one archive whose bytes depend on nothing but them: in the order of their names, without times. `SHA256SUMS`
 * holds the hash of each, as `sha256sum -c` reads it; its own hash is the content hash. The comment of the archive seals its bytes.
 */
export async function packFiles(files: readonly PackFile[]): Promise<{ readonly archive: Buffer; readonly content_hash: string }> {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  const sums = sumsOf(sorted);
  const archive = await packArchive([...sorted, { name: PART.sums, bytes: Buffer.from(sums) }].map(({ name, bytes }) => ({ name, content: [bytes] })), sha256);
  return { archive, content_hash: sha256(sums) };
}

const sumsOf = (files: readonly PackFile[]): string => files.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join('');

/** @throws Refused when it is no archive, or one that would fill the memory. */
export async function unpackFiles(bytes: Uint8Array): Promise<Unpacked> {
  const { zip, parts } = await openPackage(bytes);
  const files = new Map<string, Uint8Array>();
  const faults: PackFault[] = [];
  for (const entry of parts.values()) {
    try {
      const chunks: Uint8Array[] = [];
      for await (const chunk of unpack(zip, entry)) chunks.push(chunk);
      files.set(entry.fileName, Buffer.concat(chunks));
    } catch (error) {
      if (!(error instanceof Refused) || error.code === 'too_large') throw error;
      faults.push({ part: entry.fileName, fault: 'damaged' });
    }
  }
  const sums = Buffer.from(files.get(PART.sums) ?? new Uint8Array()).toString('utf8');
  const listed = new Map(sums.split('\n').filter((line) => line !== '').map((line) => [line.slice(HASH_LENGTH + 2), line.slice(0, HASH_LENGTH)]));
  const damaged = new Set(faults.map(({ part }) => part));
  for (const [name, hash] of listed) {
    const file = files.get(name);
    if (file === undefined && !damaged.has(name)) faults.push({ part: name, fault: 'missing' });
    if (file !== undefined && sha256(file) !== hash) faults.push({ part: name, fault: 'altered' });
  }
  for (const name of files.keys()) if (name !== PART.sums && !listed.has(name)) faults.push({ part: name, fault: 'unlisted' });
  if (faults.length === 0 && !sealed(bytes)) faults.push({ part: ARCHIVE, fault: 'altered' });
  return { files, content_hash: sha256(sums), faults };
}

const HASH_LENGTH = 64;

/** The comment at the end is the hash of everything before it. */
function sealed(bytes: Uint8Array): boolean {
  const at = bytes.length - HASH_LENGTH;
  return at > 0 && Buffer.from(bytes.subarray(at)).toString('latin1') === sha256(bytes.subarray(0, at));
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
