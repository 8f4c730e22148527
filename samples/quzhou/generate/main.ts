import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quzhou } from './quzhou.ts';
import { csvText } from './table.ts';

/** Writes the files of `samples/quzhou` anew; a sheet that is no longer made disappears. */
const folder = join(import.meta.dirname, '..');
for (const file of readdirSync(folder)) if (file.endsWith('.csv')) rmSync(join(folder, file));
for (const table of quzhou()) writeFileSync(join(folder, `${table.sheet}.csv`), csvText(table));
