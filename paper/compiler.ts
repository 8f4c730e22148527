import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';

const LAYOUT = fileURLToPath(new URL('./document.typ', import.meta.url));
const FONTS = ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf'];

interface Typesetter {
  readonly compiler: NodeCompiler;
  readonly layout: string;
}

let opened: Typesetter | null = null;

/** Opened with the first document: the fonts are 30 MB, and most commands print nothing. */
function typesetter(): Typesetter {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'));
  opened ??= {
    compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: FONTS.map((file) => readFileSync(join(folder, file))) }] }),
    layout: readFileSync(LAYOUT, 'utf8'),
  };
  return opened;
}

/** A text has characters that the fonts on board lack: a PDF that everybody can read has none of those. */
export class Unprintable extends Error {
  readonly code = 'UNPRINTABLE';
  readonly characters: string;
  constructor(characters: string) {
    super('characters that no font has');
    this.characters = characters;
  }
}

const NO_FONT = /the text `\\?"(.+?)\\?"` could not be displayed/;

/** What the compiler refused, where it names characters. */
function refusalOf(error: unknown): unknown {
  const said = error instanceof Error && 'code' in error ? String(error.code) : '';
  const characters = NO_FONT.exec(said)?.[1];
  return characters === undefined ? error : new Unprintable(characters);
}

/**
 * The layout filled with these texts, as a PDF with tags (PDF/UA-1) and its fonts inside. `at`: Unix seconds.
 * @throws Unprintable
 */
export function typeset(inputs: Readonly<Record<string, string>>, at: number): Uint8Array {
  const { compiler, layout } = typesetter();
  try {
    return compiler.pdf({ mainFileContent: layout, inputs }, { pdfStandard: PdfStandard.UA_1, creationTimestamp: at });
  } catch (error) {
    throw refusalOf(error);
  } finally {
    // What it keeps of every document would grow to a gigabyte.
    compiler.evictCache(0);
  }
}
