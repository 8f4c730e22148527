import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Where the pages stand that `npm start` delivers. */
export const DELIVERED = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** Builds the pages where they are stale, as `npm start` would: once before all tests, and before a bench. */
export function buildPages(): void {
  const script = 'await (await import("./bin/build.js")).ensureBuilt()';
  // Tests run with another NODE_ENV, under which the build would be one for development.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('the pages were not built');
}

export default buildPages;
