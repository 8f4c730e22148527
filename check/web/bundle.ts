import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { DELIVERED } from './delivered.ts';

interface Piece {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

export interface Bundle {
  /** Gzipped bytes of script that the first page needs. */
  readonly first_bytes: number;
  /** Gzipped bytes of every further script, loaded when it is needed, by file. */
  readonly later: readonly { readonly file: string; readonly bytes: number }[];
}

/** Weighs the scripts of a build: what the entry needs at once, and what comes later. */
export async function weighBundle(folder: string): Promise<Bundle> {
  const manifest = JSON.parse(await readFile(join(folder, '.vite', 'manifest.json'), 'utf8')) as Record<string, Piece>;
  const reached = new Set<string>();
  const reach = (key: string): void => {
    const piece = manifest[key];
    if (piece === undefined || reached.has(key)) return;
    reached.add(key);
    piece.imports?.forEach(reach);
  };
  for (const [key, piece] of Object.entries(manifest)) if (piece.isEntry === true) reach(key);
  const weighed = await Promise.all(
    Object.entries(manifest)
      .filter(([, piece]) => piece.file.endsWith('.js'))
      .map(async ([key, piece]) => ({ key, file: piece.file, bytes: gzipSync(await readFile(join(folder, piece.file))).length })),
  );
  const first = weighed.filter(({ key }) => reached.has(key));
  return {
    first_bytes: first.reduce((sum, { bytes }) => sum + bytes, 0),
    later: weighed.filter(({ key }) => !reached.has(key)).map(({ file, bytes }) => ({ file, bytes })).sort((a, b) => b.bytes - a.bytes),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bundle = await weighBundle(process.argv[2] ?? DELIVERED);
  const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`first load, gzip: ${kb(bundle.first_bytes)} of script`);
  for (const { file, bytes } of bundle.later) console.log(`  later: ${kb(bytes)} ${file}`);
}
