import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const CONFIG = join(ROOT, 'web', 'vite.config.ts');

export interface Built {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/**
 * Builds the gallery of components into a folder of its own. In a process of its own: a test's environment
 * would make it a development build. The pages themselves are built once before all tests (`delivered.ts`).
 */
export async function buildGallery(): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), 'guantong-web-'));
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const words = [vite, 'build', '--config', CONFIG, '--mode', 'gallery', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
  await promisify(execFile)(process.execPath, words, { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' } });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
