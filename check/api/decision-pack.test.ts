import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { programActor } from '../../store/program-actor.ts';
import { unpackFiles } from '../../workbook/decision-pack.ts';
import { onDatabase } from '../databases.ts';
import { serve } from './served.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DAY = '2025-10-31';
const run = promisify(execFile);
interface Manifest { readonly commands: readonly { readonly command: string; readonly answer: string }[]; readonly answer_hash: string }
interface Verdict { readonly whole: boolean; readonly same: boolean; readonly content_hash: string; readonly faults: readonly { readonly part: string; readonly fault: string }[]; readonly answers: readonly { readonly answer: string; readonly same: boolean }[] }

/** In a process of its own, in a folder elsewhere; exit status 1 is an answer. */
async function guantong(words: readonly string[], cwd: string): Promise<{ readonly stdout: string; readonly code: number }> {
  try {
    const { stdout } = await run(process.execPath, [join(ROOT, 'cli/main.ts'), ...words], { cwd, maxBuffer: 1 << 28 });
    return { stdout, code: 0 };
  } catch (error) {
    const { stdout, code } = error as { stdout: string; code: number };
    return { stdout, code };
  }
}

onDatabase('embedded', 'the decision pack', (database) => {
  const served = serve(database, { sample: true });
  let folder = '';
  let archive = Buffer.alloc(0);
  let scenario_id = '';
  const download = async () => Buffer.from(await (await served.send(`/api/scenarios/${scenario_id}/pack.zip`)).arrayBuffer());
  const verify = async (bytes: Uint8Array): Promise<Verdict & { code: number }> => {
    const file = join(folder, 'asked.zip');
    await writeFile(file, bytes);
    const { stdout, code } = await guantong(['pack', 'verify', file, '--json'], folder);
    return { ...(JSON.parse(stdout) as Verdict), code };
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guantong-pack-'));
    const kept = await served.answer<{ scenario_id: string }>('keepScenario', '/api/scenarios', { json: { name: '下限七百', on: DAY, to: 2027, tried: [{ key: 'target.intake.2027', value: '700' }] } });
    ({ scenario_id } = kept);
    archive = await download();
  }, 240_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('made twice it is the same to the byte, and stands in the audit chain with its content hash', async () => {
    expect((await download()).equals(archive)).toBe(true);
    const { content_hash } = await unpackFiles(archive);
    const entries = await served.database().as(programActor(1)).read((tx) => tx.query<{ object: string; content: string }>("select object, detail::jsonb ->> 'content' as content from audit_entries where region_id = 1 and action = 'scenario.pack'"));
    expect(entries).toEqual([{ object: `scenarios/${scenario_id}`, content: content_hash }, { object: `scenarios/${scenario_id}`, content: content_hash }]);
  }, 120_000);

  test('elsewhere its own commands print its answers byte for byte, with the hashes that it lists', async () => {
    const { files, content_hash, faults } = await unpackFiles(archive);
    expect(faults).toEqual([]);
    for (const [name, content] of files) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    const { commands } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
    expect(commands.map(({ answer }) => answer)).toEqual(['answers/check.json', 'answers/forecast.json', 'answers/allocate.json']);
    for (const { command, answer } of commands) {
      const { stdout } = await guantong(command.split(' ').slice(1), folder);
      expect(stdout.length, command).toBeGreaterThan(100);
      expect(stdout, command).toBe(await readFile(join(folder, answer), 'utf8'));
    }
    const sums = await readFile(join(folder, 'SHA256SUMS'), 'utf8');
    expect(createHash('sha256').update(sums).digest('hex')).toBe(content_hash);
    // The value that was tried makes the difference: without it the plan is another.
    const [{ command = '' } = {}] = commands.slice(2);
    const plain = await guantong(command.replace(/--changes \S+ /, '').split(' ').slice(1), folder);
    expect(plain.stdout).not.toBe(await readFile(join(folder, 'answers/allocate.json'), 'utf8'));
  }, 240_000);

  test('verify finds it whole and the same, and the answers are those of the region', async () => {
    const verdict = await verify(archive);
    expect(verdict).toMatchObject({ whole: true, same: true, code: 0, faults: [] });
    expect(verdict.answers.map(({ answer }) => answer)).toEqual(['policy/changes.json', 'policy/parameters.json', 'answers/check.json', 'answers/forecast.json', 'answers/allocate.json', 'scenario.json']);
    const told = await served.answer<{ summary: unknown }>('readOverview', `/api/overview?on=${DAY}`);
    const { files } = await unpackFiles(archive);
    expect((JSON.parse(Buffer.from(files.get('answers/check.json') ?? []).toString()) as { summary: unknown }).summary).toEqual(told.summary);
  }, 120_000);

  test('nobody is in it by name, number or day of birth', async () => {
    const { files } = await unpackFiles(archive);
    const words = new Set([...files.values()].flatMap((bytes) => Buffer.from(bytes).toString('utf8').split(/[\s,"]+/)));
    for (const sheet of ['students', 'staff', 'destinations'] as const) {
      const [heading = '', ...lines] = (await readFile(join(ROOT, `samples/quzhou/${sheet}.csv`), 'utf8')).replace('\ufeff', '').split(/\r?\n/).filter((line) => line !== '');
      const columns = heading.split(',');
      expect(lines.length).toBeGreaterThan(10);
      for (const column of ['student_id', 'person_id', 'name', 'birth_date', 'id_number']) {
        const at = columns.indexOf(column);
        if (at < 0) continue;
        const values = new Set(lines.map((line) => line.split(',')[at] ?? '').filter((value) => value.length > 1));
        expect([...values].filter((value) => words.has(value)), `${sheet}.${column}`).toEqual([]);
      }
    }
  });

  test('any byte that is turned over is noticed, and the part named', async () => {
    const parts = new Set<string>();
    for (let at = 0; at < archive.length; at += Math.ceil(archive.length / 400)) {
      const touched = Buffer.from(archive);
      touched[at] = (touched[at] ?? 0) ^ 1;
      const found = await unpackFiles(touched).then(({ faults }) => faults.map(({ part }) => part), () => ['archive']);
      expect(found, `byte ${at}`).not.toEqual([]);
      for (const part of found) parts.add(part);
    }
    expect([...parts]).toEqual(expect.arrayContaining(['archive', 'data/students.csv']));
    const touched = Buffer.from(archive);
    const middle = touched.indexOf('data/students.csv') + 2_000;
    touched[middle] = (touched[middle] ?? 0) ^ 1;
    const verdict = await verify(touched);
    expect(verdict).toMatchObject({ whole: false, same: false, code: 1 });
    expect(verdict.faults.map(({ part }) => part)).toContain('data/students.csv');
  }, 120_000);

  test('an answer that was written otherwise and listed anew does not come to the same', async () => {
    const { packFiles } = await import('../../workbook/decision-pack.ts');
    const { files } = await unpackFiles(archive);
    const forged = [...files].filter(([name]) => name !== 'SHA256SUMS').map(([name, bytes]) => ({ name, bytes: name === 'answers/check.json' ? Buffer.from(Buffer.from(bytes).toString('utf8').replace('"unmet"', '"met"')) : bytes }));
    const verdict = await verify((await packFiles(forged)).archive);
    expect(verdict).toMatchObject({ whole: true, same: false, code: 1 });
    expect(verdict.answers.filter(({ same }) => !same).map(({ answer }) => answer)).toEqual(['answers/check.json']);
  }, 120_000);

  test('what is no pack is refused, with what is wrong', async () => {
    expect(await verify(Buffer.from('nothing of the kind'))).toMatchObject({ whole: false, code: 1 });
    await served.refusal('unknown_scenario', '/api/scenarios/999999/pack.zip');
  }, 60_000);
});
