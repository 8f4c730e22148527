import { posix } from 'node:path';
import { codeOf } from './code-text.ts';
import { SOURCES, read } from './tree.ts';

/** One import of one file. */
export interface Import {
  readonly from: string;
  /** The imported file from the project's root, or the name of a package. */
  readonly to: string;
  readonly isPackage: boolean;
  readonly typeOnly: boolean;
}

const STATEMENT = /(?:^|[;\n}])\s*(?:import|export)\s+(type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g;

function resolve(from: string, specifier: string): string {
  const path = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
  return path;
}

/** The imports that a file's text makes, dynamic ones too. */
export function importsOf(from: string, text: string): Import[] {
  return [...codeOf(text, { strings: false }).matchAll(STATEMENT)].map((match) => {
    const specifier = match[2] ?? match[3] ?? '';
    const isPackage = !specifier.startsWith('.');
    return { from, to: isPackage ? specifier : resolve(from, specifier), isPackage, typeOnly: match[1] !== undefined };
  });
}

/** Every import of the project. */
export const IMPORTS: readonly Import[] = SOURCES.flatMap((path) => importsOf(path, read(path)));
