import { chmodSync, existsSync, lstatSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MODULES, ROOT } from './project.js';

/**
 * npm links the commands of dependencies, not the project's own: without this link `npx guantong` would look
 * for a package of that name.
 */
export function linkCommand() {
  const link = join(MODULES, '.bin', 'guantong');
  const target = '../../bin/guantong.js';
  if (!existsSync(join(MODULES, '.bin'))) return;
  const current = lstatSync(link, { throwIfNoEntry: false });
  if (current?.isSymbolicLink() && readlinkSync(link) === target) return;
  try {
    rmSync(link, { force: true });
    symlinkSync(target, link);
    chmodSync(join(ROOT, 'bin', 'guantong.js'), 0o755);
  } catch (error) {
    process.stderr.write(`npx guantong: ${error.message}\n`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) linkCommand();
