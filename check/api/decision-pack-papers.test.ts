import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makePack, packSource } from '../../api/decision-pack.ts';
import { verifyPack } from '../../cli/pack-verify.ts';
import type { Manifest } from '../../core/decision-pack/manifest.ts';
import { highsInParts } from '../../solver/highs.ts';
import { programActor } from '../../store/program-actor.ts';
import { listRegions } from '../../store/regions.ts';
import { hashOf } from '../../store/scenarios/scenarios.ts';
import { packFiles, unpackFiles } from '../../workbook/decision-pack.ts';
import { onDatabase } from '../databases.ts';
import { openOffices } from './offices.ts';
import { serve } from './served.ts';

const DAY = '2025-10-31';
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
type Files = ReadonlyMap<string, Uint8Array>;
interface Scenario { readonly answer: Record<string, unknown> }

const json = <T>(files: Files, name: string): T => JSON.parse(Buffer.from(files.get(name) ?? []).toString()) as T;
/** The same pack with some files written otherwise, or left away, and everything listed anew. */
async function forged(files: Files, other: Readonly<Record<string, unknown>>): Promise<Buffer> {
  const kept = [...files].filter(([name]) => name !== 'SHA256SUMS' && other[name] !== null);
  return (await packFiles(kept.map(([name, bytes]) => ({ name, bytes: other[name] === undefined ? bytes : Buffer.from(`${JSON.stringify(other[name])}\n`) })))).archive;
}
const wrong = async (bytes: Uint8Array) => (await verifyPack(bytes)).answers.filter(({ same }) => !same).map(({ answer }) => answer);
const faults = async (bytes: Uint8Array) => (await verifyPack(bytes)).faults;

onDatabase('embedded', 'what a decision pack holds beside a plan', (database) => {
  const served = serve(database, { sample: false });
  const offices = openOffices(served);
  const keep = (asked: object) => offices.office().get<{ scenario_id: string }>('keepScenario', { json: { on: DAY, to: 2030, ...asked } });
  const take = async (scenario_id: string) => {
    const reply = await served.send(`/api/scenarios/${scenario_id}/pack.zip`, { anonymous: true, headers: { cookie: offices.office().cookie() } });
    expect(reply.status).toBe(200);
    return Buffer.from(await reply.arrayBuffer());
  };

  test('a forecast alone: its bands are run again from the seed, and a figure of one that was changed is noticed, whatever is hashed anew', async () => {
    const { scenario_id } = await keep({ kind: 'forecast', name: '现状', seed: 7 });
    const archive = await take(scenario_id);
    expect(await verifyPack(archive)).toMatchObject({ whole: true, same: true });
    const { files } = await unpackFiles(archive);
    const scenario = json<Scenario>(files, 'scenario.json');
    const bands = scenario.answer['bands'] as readonly { readonly higher: { readonly p95: number } }[];
    const answer = { ...scenario.answer, bands: bands.map((one, at) => (at === 3 ? { ...one, higher: { ...one.higher, p95: one.higher.p95 + 1 } } : one)) };
    const manifest = { ...json<Manifest>(files, 'manifest.json'), answer_hash: hashOf(answer) };
    expect(await wrong(await forged(files, { 'scenario.json': { ...scenario, answer, answer_hash: hashOf(answer) }, 'manifest.json': manifest }))).toEqual(['scenario.json']);
    // Other values of law than those that were in force are noticed as well.
    const parameters = json<{ key: string; value: string }[]>(files, 'policy/parameters.json');
    expect(await wrong(await forged(files, { 'policy/parameters.json': parameters.map((one) => (one.key === 'rooms.min_m2' ? { ...one, value: '14' } : one)) }))).toEqual(['policy/parameters.json']);
  }, 240_000);

  test('a trial of other values of law: campuses, students and money are worked out again, from records in which nobody is', async () => {
    const tried = [{ key: 'ratio.teacher.max_students', value: '7' }, { key: 'tuition.share', value: '0.70' }, { key: 'cert.gate', value: 'warn' }];
    const forge = async (files: Files, other: Readonly<Record<string, unknown>>) => {
      const scenario = json<Scenario>(files, 'scenario.json');
      const answer = { ...scenario.answer, ...other };
      expect(hashOf(answer)).not.toBe(hashOf(scenario.answer));
      return forged(files, { 'scenario.json': { ...scenario, answer, answer_hash: hashOf(answer) }, 'manifest.json': { ...json<Manifest>(files, 'manifest.json'), answer_hash: hashOf(answer) } });
    };
    const packed = async (on: string) => {
      const archive = await take((await keep({ kind: 'policy', name: '收紧', on, tried })).scenario_id);
      expect(await verifyPack(archive)).toMatchObject({ whole: true, same: true });
      const { files } = await unpackFiles(archive);
      return { files, answer: json<Scenario>(files, 'scenario.json').answer };
    };
    // In June a cohort ends; in October the year has its payments.
    const [june, october] = [await packed('2025-06-20'), await packed(DAY)];
    const graduation = june.answer['graduation'] as { readonly changes: readonly { readonly students: number }[] };
    expect(graduation.changes).toHaveLength(1);
    expect(await wrong(await forge(june.files, { graduation: { ...graduation, changes: graduation.changes.map((one) => ({ ...one, students: one.students - 1 })) } }))).toEqual(['scenario.json']);
    const money = october.answer['money'] as { readonly lines: readonly { readonly kind: string }[] };
    expect(await wrong(await forge(october.files, { money: { ...money, lines: money.lines.map((line) => (line.kind === 'tuition_share' ? { ...line, after_yuan: '1.00' } : line)) } }))).toEqual(['scenario.json']);
    await expectNobody(june.files);
  }, 240_000);

  test('at a matter: its history and the documents that it issued, each proven; an act or a paper that was touched, swapped or left away is noticed', async () => {
    const [drafter, approver] = [offices.office(), await offices.appointed('city_bureau')];
    const { scenario_id } = await keep({ kind: 'forecast', name: '依据' });
    const { matter_id } = await drafter.get<{ matter_id: string }>('openMatter', { json: { kind: 'parameter_change', subject: 'rooms.min_m2', details: { value: '16', from: '2026-09-01' } } });
    const params = { matter_id };
    await drafter.get('attachScenario', { params, json: { scenario_id, version: 1 } });
    await drafter.get('stepMatter', { params, json: { act: 'propose', version: 1, reason: '省里新标准' } });
    await approver.get('stepMatter', { params, json: { act: 'approve', version: 2 } });
    const archive = await take(scenario_id);
    expect((await take(scenario_id)).equals(archive)).toBe(true);
    expect(await verifyPack(archive)).toMatchObject({ whole: true, same: true, papers: { matters: 1, documents: 1, left_out: { matters: 0, documents: 0, lists_of_students: 0 } } });
    const { files } = await unpackFiles(archive);
    const manifest = json<Manifest>(files, 'manifest.json');
    const [matter] = manifest.papers.matters;
    const [document] = matter?.documents ?? [];
    if (matter === undefined || document === undefined) throw new Error('no paper in the pack');
    expect(document).toMatchObject({ number: expect.stringContaining('参〔') as string, version: 1, kind: 'parameter_decision', standing: 'valid' });
    expect(createHash('sha256').update(files.get(document.file) ?? '').digest('hex')).toBe(document.sha256);
    const history = json<{ entries: { act: string; on: string; role: string; person: string; reason: string | null }[] }>(files, matter.history);
    expect(history.entries.map(({ act, role }) => [act, role])).toEqual([['open', 'office'], ['propose', 'office'], ['approve', 'city_bureau']]);
    expect(history.entries[1]).toMatchObject({ reason: '省里新标准', person: expect.any(String) as string });
    // Listed anew in the sums only, then in the manifest as well.
    const otherActs = { ...history, entries: history.entries.map((one) => ({ ...one, reason: '另有理由' })) };
    expect(await faults(await forged(files, { [matter.history]: otherActs }))).toEqual([{ part: matter.history, fault: 'altered' }]);
    const swapped = await packFiles([...files].filter(([name]) => name !== 'SHA256SUMS').map(([name, bytes]) => {
      if (name === document.file) return { name, bytes: Buffer.from('%PDF-1.7 另一份') };
      const told = { ...manifest, papers: { ...manifest.papers, matters: [{ ...matter, documents: [{ ...document, sha256: createHash('sha256').update('%PDF-1.7 另一份').digest('hex') }] }] } };
      return { name, bytes: name === 'manifest.json' ? Buffer.from(JSON.stringify(told)) : bytes };
    }));
    expect(await faults(swapped.archive)).toEqual([{ part: document.receipt, fault: 'altered' }]);
    const without = { ...manifest, papers: { ...manifest.papers, matters: [{ ...matter, documents: [] }] } };
    expect(await faults(await forged(files, { [document.file]: null, [document.receipt]: null, 'manifest.json': without }))).toEqual([{ part: matter.history, fault: 'altered' }]);
    expect(await faults(await forged(files, { 'manifest.json': without }))).toEqual([{ part: document.file, fault: 'unlisted' }, { part: document.receipt, fault: 'unlisted' }, { part: matter.history, fault: 'altered' }]);
    await expectLeftOut(Number(scenario_id), [matter_id, document.number, '省里新标准']);
  }, 240_000);

  /** Whoever may take out records but reads no matters gets a pack that counts what was left out, and tells nothing of it. */
  async function expectLeftOut(scenario_id: number, untold: readonly string[]): Promise<void> {
    const [region] = await listRegions(served.database());
    const actor = programActor(region?.region_id ?? 0);
    const packed = async (hidden: readonly string[]) => {
      const reach = new Map([...actor.reach].filter(([permission]) => !hidden.includes(permission)));
      const source = await served.database().as({ ...actor, reach }).read((tx) => packSource(tx, scenario_id, null));
      if (typeof source === 'string') throw new Error(source);
      return makePack(source, highsInParts, '0');
    };
    const { archive } = await packed(['matters.read']);
    expect(await verifyPack(archive)).toMatchObject({ whole: true, same: true, papers: { matters: 0, documents: 0, left_out: { matters: 1, documents: 0 } } });
    const { files } = await unpackFiles(archive);
    const [, ...outside] = untold;
    expect([...files.values()].filter((bytes) => outside.some((word) => Buffer.from(bytes).toString('utf8').includes(word)))).toEqual([]);
    expect([...files.keys()].filter((name) => name.startsWith('matters/'))).toEqual([]);
    const half = await packed(['documents.read']);
    // What everybody in the pilot may read is left; of whoever may read no documents at all it is not.
    expect((await verifyPack(half.archive)).papers).toMatchObject({ matters: 1, documents: 0, left_out: { matters: 0, documents: 1 } });
  }

  async function expectNobody(files: Files): Promise<void> {
    const words = new Set([...files].filter(([name]) => name.startsWith('data/')).flatMap(([, bytes]) => Buffer.from(bytes).toString('utf8').split(/[\s,"]+/)));
    const columns = { students: ['student_id', 'name', 'birth_date', 'id_number'], certificates: ['number', 'name'], receipts: ['receipt_id'], payments: ['payment_id'], staff: ['person_id', 'name'], filings: ['list_no'] } as const;
    for (const [sheet, named] of Object.entries(columns)) {
      const [heading = '', ...lines] = (await readFile(`${ROOT}samples/quzhou/${sheet}.csv`, 'utf8')).replace('\ufeff', '').split(/\r?\n/).filter((line) => line !== '');
      for (const column of named) {
        const at = heading.split(',').indexOf(column);
        expect(at, `${sheet}.${column}`).toBeGreaterThanOrEqual(0);
        const values = new Set(lines.map((line) => line.split(',')[at] ?? '').filter((value) => value.length > 1));
        expect(values.size, `${sheet}.${column}`).toBeGreaterThan(0);
        expect([...values].filter((value) => words.has(value)), `${sheet}.${column}`).toEqual([]);
      }
    }
  }
});
