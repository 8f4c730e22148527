import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSampleRegion } from '../api/sample-region.ts';
import { activate } from '../store/activations.ts';
import { openStore, type OpenStore } from '../cli/open-store.ts';

const MAIN = fileURLToPath(new URL('../cli/main.ts', import.meta.url));

describe('guantong slip', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guantong-slip-'));
  const data = join(folder, 'data');
  let store: OpenStore;
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'slip', ...args, '--data', data], {
      encoding: 'utf8', env: { ...process.env, DATABASE_URL: '' }, timeout: 120_000,
    });
    return { status, stdout, stderr };
  };
  const acts = (): Promise<{ action: string }[]> => store.database.as({ region_id: 1, account: 'test', reach: new Map([['audit.read', '*']]) })
    .read((tx) => tx.query<{ action: string }>(`select action from audit_entries where object = 'accounts/system-admin' order by at`));
  beforeAll(async () => {
    store = await openStore({ dataDir: data, log: () => undefined });
    await loadSampleRegion(store.database, data);
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('gives an administrator a code that opens the account once, beside whatever serves the data, and leaves its entry', async () => {
    const { status, stdout } = run('system-admin', '--json');
    const { code, purpose } = JSON.parse(stdout) as { code: string; purpose: string };
    expect([status, purpose]).toEqual([0, 'reset']);
    const once = [await activate(store.database, code, 'lantern river stone'), await activate(store.database, code, 'lantern river stone')];
    expect(once.map(({ outcome }) => outcome)).toEqual(['done', 'wrong_code']);
    expect((await acts()).map(({ action }) => action)).toContain('account.codes');
    expect((await acts()).map(({ action }) => action)).not.toContain('factor.reset');
  });

  test('takes the second factor away only where asked', async () => {
    expect(run('system-admin', '--second-factor', '--lang', 'en').stdout).toMatch(/^One-time code of .+ \(system-admin\): \S+\n/);
    expect((await acts()).map(({ action }) => action)).toContain('factor.reset');
  });

  test('gives nobody else one, and says who does', () => {
    for (const account of ['office', 'student', 'nobody']) {
      const { status, stdout, stderr } = run(account);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`只给三员补办：${account}`);
    }
    expect(run().stderr).toContain('guantong slip ACCOUNT');
  });
});
