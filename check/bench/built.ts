import { spawnSync } from 'node:child_process';

/** Builds the pages where they are stale, as `npm start` would, so that a bench measures neither. */
export function buildPages(root: string): void {
  const script = 'await (await import("./bin/build.js")).ensureBuilt()';
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('the pages were not built');
}
