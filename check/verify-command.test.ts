import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FINDINGS } from '../cli/verify-words.ts';
import type { RegionReport } from '../store/audit-verify.ts';
import { FINDING_KINDS } from '../store/audit-finding.ts';
import { startPostgres } from '../store/postgres/start.ts';
import { freePort } from '../store/postgres/postmaster.ts';
import { startProgram } from './program.ts';

const MAIN = fileURLToPath(new URL('../cli/main.ts', import.meta.url));

describe('guantong verify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guantong-verify-'));
  const data = join(folder, 'data');
  const env = { ...process.env, DATABASE_URL: '' };
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args, '--data', data], { encoding: 'utf8', env, timeout: 120_000 });
    return { status, stdout, stderr };
  };
  const asOwner = async (sql: string): Promise<void> => {
    const postgres = await startPostgres({ dataDir: data, databaseUrl: undefined });
    const client = new pg.Client(postgres.connection);
    await client.connect();
    await client.query(sql);
    await client.end();
    await postgres.stop();
  };
  beforeAll(() => {
    writeFileSync(join(folder, 'organisations.csv'), 'org_id,name,aliases,kind,division_code,credit_code\nS1,中专,,school,330802,\n');
    const imported = run('import', join(folder, 'organisations.csv'));
    if (imported.status !== 0) throw new Error(imported.stderr);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('holds after an import alone, says so in both languages, and prints the key', () => {
    const zh = run('verify');
    expect([zh.status, zh.stderr]).toEqual([0, '']);
    expect(zh.stdout).toMatch(/^检查点公钥 ed25519 [0-9a-f]{64}\n-----BEGIN PUBLIC KEY-----/);
    expect(zh.stdout).toContain('已封存 2 条，待封存 0 条；登记记录 1 条');
    expect(zh.stdout).toContain('全部成立');
    const en = run('verify', '--lang', 'en');
    expect(en.stdout).toContain('2 entries sealed, 0 waiting; 1 records');
    expect(en.stdout).toContain('everything holds');
  });

  test('works beside a running server, and a second time gives the same digests', async () => {
    const port = await freePort();
    const server = startProgram(process.execPath, [MAIN, 'serve', '--data', data, '--port', String(port)], { env });
    await server.line(new RegExp(`:${port}`));
    const reports = [run('verify', '--json'), run('verify', '--json')].map(({ status, stdout, stderr }) => {
      expect([status, stderr]).toEqual([0, '']);
      return (JSON.parse(stdout) as { regions: RegionReport[] }).regions;
    });
    expect(await server.end()).toBe(0);
    expect(reports[1]).toEqual(reports[0]);
    expect(reports[0]?.[0]).toMatchObject({ holds: true, code: '330800', links: 2, registers: { organisations: { records: 1 } } });
  });

  test('names the act whose record was changed, with status 1, and refuses a wrong call with 2', async () => {
    await asOwner("update register_organisations set name = '别的学校'");
    const zh = run('verify');
    expect(zh.status).toBe(1);
    expect(zh.stdout).toMatch(/→ #2 [0-9a-f-]{36} 20\S+Z import\.commit imports\/1: 此次操作写入的登记记录被改动或增加 \(organisations\/\d+\.\.\d+\)/);
    const en = run('verify', '--lang', 'en', '--region', '330800');
    expect(en.status).toBe(1);
    expect(en.stdout).toContain('import.commit imports/1: records that this act wrote were changed or added to');
    await asOwner("update register_organisations set name = '中专'");
    expect(run('verify').status).toBe(0);
    expect([run('verify', 'x').status, run('verify', '--region', '999999').status, run('verify', '--lang', 'fr').status]).toEqual([2, 2, 2]);
  });

  test('reads checkpoints from another directory, and says when they are not there', () => {
    const elsewhere = join(folder, 'elsewhere');
    const missing = run('verify', '--checkpoints', elsewhere);
    expect(missing.status).toBe(1);
    expect(missing.stdout).toContain(FINDINGS.checkpoint_missing.zh);
    appendFileSync(join(data, 'checkpoints', '1.jsonl'), '{"torn');
    expect(run('verify').stdout).toContain('1 处未写完的残行');
    expect(JSON.parse(readFileSync(join(data, 'checkpoints', '1.verified.json'), 'utf8'))).toMatchObject({ holds: true, links: 2, found: 0, first: null });
  });

  test('has words in both languages for everything that can be found', () => {
    expect(Object.keys(FINDINGS).sort()).toEqual([...FINDING_KINDS].sort());
    for (const { zh, en } of Object.values(FINDINGS)) expect([/[\u4e00-\u9fff]/.test(zh), /^[\x20-\x7e]+$/.test(en)]).toEqual([true, true]);
  });
});
