import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { ensureBuilt } from './build.js';
import { ensureInstalled } from './install.js';
import { ROOT, dataDirectory, refuse, requireNode18 } from './project.js';
import { runPinned } from './run.js';

/** The address of the program that serves these data now, or null. */
async function addressInUse(dataDir) {
  let address;
  try {
    ({ address } = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')));
  } catch {
    return null;
  }
  return address && await answers(new URL(address)) ? address : null;
}

function answers({ hostname, port }) {
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 80), timeout: 1000 });
    const done = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.on('connect', () => done(true)).on('error', () => done(false)).on('timeout', () => done(false));
  });
}

const args = process.argv.slice(2);
requireNode18();
const address = await addressInUse(dataDirectory(args));
if (address !== null) refuse(`贯通已在运行：${address}`, `Guantong is already running: ${address}`);
await ensureInstalled({ dev: false });
await ensureBuilt();
process.exitCode = await runPinned([join(ROOT, 'cli', 'main.ts'), 'serve', ...args], { ownSession: true, cwd: process.cwd() });
