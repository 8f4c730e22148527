import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startProgram } from '../../check/program.ts';
import { runAs } from './run-as.ts';

const HOLDING = fileURLToPath(new URL('../../check/holding-program.ts', import.meta.url));
const NOBODY = { uid: 65534, gid: 65534 };
const root = process.getuid?.() === 0;

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'guantong-user-'));
  chmodSync(dataDir, 0o755);
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

interface Answer { readonly refused?: string; readonly pid?: number }

/** Whether an ordinary user can read this project at all; below a closed home nobody else can. */
function projectIsOpen(): boolean {
  const parts = HOLDING.split('/').slice(1, -1);
  return parts.every((_, index) => (statSync(`/${parts.slice(0, index + 1).join('/')}`).mode & 0o001) !== 0);
}

async function holdAs(user: { uid: number; gid: number } | null, env: NodeJS.ProcessEnv): Promise<Answer> {
  const program = startProgram(process.execPath, [HOLDING, dataDir], { ...user, env, cwd: '/' });
  try {
    return JSON.parse(await program.line(/^\{/)) as Answer;
  } finally {
    await program.end('SIGTERM');
  }
}

const ownerOf = (path: string): number => statSync(join(dataDir, path)).uid;

const asRoot = (): void => {
  test('in a namespace the files stay root\'s', async () => {
    expect((await holdAs(null, process.env)).refused).toBeUndefined();
    expect(ownerOf('postgres/cluster')).toBe(0);
  });

  test('where namespaces are closed another user runs the server, or the closed directory is named', async () => {
    const answer = await holdAs(null, { PATH: '/nonexistent' });
    if (projectIsOpen()) {
      expect(answer.refused).toBeUndefined();
      expect(ownerOf('postgres/cluster')).not.toBe(0);
      expect((await holdAs(null, process.env)).refused).toBeUndefined();
    } else {
      expect(answer.refused).toBe('no_user_to_run_as');
    }
  });

  test('data that an ordinary user began are served as that user, and stay theirs', async () => {
    chownSync(dataDir, NOBODY.uid, NOBODY.gid);
    if (!projectIsOpen()) {
      expect(() => runAs(dataDir, HOLDING)).toThrow(/root/);
      return;
    }
    expect((await holdAs(NOBODY, {})).refused).toBeUndefined();
    expect((await holdAs(null, process.env)).refused).toBeUndefined();
    for (const path of ['program.lock', 'postgres', 'postgres/cluster', 'postgres/password', 'postgres/server.log']) {
      expect(ownerOf(path), path).toBe(NOBODY.uid);
    }
    expect((await holdAs(NOBODY, {})).refused).toBeUndefined();
  });

  test('a directory that the other user may not enter is named', () => {
    const closed = join(dataDir, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    expect(() => runAs(join(closed, 'postgres'), '/bin/true', () => false)).toThrow(closed);
  });
};

const asOrdinaryUser = (): void => {
  test('the server runs as this user', async () => {
    expect((await holdAs(null, process.env)).refused).toBeUndefined();
    expect(ownerOf('postgres/cluster')).toBe(userInfo().uid);
  });

  test('data of somebody else are refused', () => {
    expect(() => runAs('/usr', '/bin/true')).toThrow('/usr');
  });
};

if (root) describe('as root', asRoot);
else describe('as an ordinary user', asOrdinaryUser);
