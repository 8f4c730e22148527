import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const BUILT = new URL('../../dist/web/', import.meta.url);

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

/** Weighs the scripts of the last build: the entry, what it imports, and the heaviest screen's own. */
export async function weighBundle(): Promise<Bundle> {
  const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', BUILT), 'utf8')) as Record<string, Piece>;
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
      .map(async ([key, piece]) => ({ key, file: piece.file, bytes: gzipSync(await readFile(new URL(piece.file, BUILT))).length })),
  );
  const first = weighed.filter(({ key }) => reached.has(key));
  return {
    first_bytes: first.reduce((sum, { bytes }) => sum + bytes, 0),
    later: weighed.filter(({ key }) => !reached.has(key)).map(({ file, bytes }) => ({ file, bytes })).sort((a, b) => b.bytes - a.bytes),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bundle = await weighBundle();
  const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`first load, gzip: ${kb(bundle.first_bytes)} of script`);
  for (const { file, bytes } of bundle.later) console.log(`  later: ${kb(bytes)} ${file}`);
}
