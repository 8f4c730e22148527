import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { act, missed, sealAll, tamper, verify as verifyMade } from '../check/prove/made-acts.ts';
import { CHAIN_TAMPERINGS, RECORD_TAMPERINGS } from '../check/prove/made-tampering.ts';
import { randomFrom } from '../check/prove/random.ts';
import { campusOnTheLine } from '../core/check/made-dataset.ts';
import { date } from '../core/values/plain-date.ts';
import { waitingEntries } from './audit-sealing.ts';
import type { Checkpoints } from './audit-sealing.ts';
import type { RegionReport } from './audit-verify.ts';
import { loadRows } from './campus-rows.ts';
import { openSigner } from './checkpoint-key.ts';
import { undoImport } from './imports.ts';
import { madeStore } from './made-store.ts';
import type { MadeRegion } from './made-store.ts';
import { attachPolicyText } from './policy-texts.ts';
import { addRecord, correctRecord, endRecord } from './register-changes.ts';

const ROOM = { room_id: 'R9', campus_id: 'C', use: 'teaching', area_m2: '300', from: '2025-09-01' };

eachDatabase('the audit', (database) => {
  const store = madeStore(database);
  let directory = '';
  let checkpoints: Checkpoints;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'guantong-audit-'));
    checkpoints = { directory: join(directory, 'checkpoints'), signer: openSigner(join(directory, 'keys')) };
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const seal = ({ actor }: MadeRegion): Promise<void> => sealAll(store.db(), actor.region_id, checkpoints);
  const verify = ({ actor }: MadeRegion): Promise<RegionReport> => verifyMade(store.db(), actor.region_id, checkpoints);

  test('of every act holds, sealed or not yet', async () => {
    const region = await store.region();
    expect((await region.import(campusOnTheLine())).outcome).toBe('done');
    const [room] = await region.as.read((tx) => loadRows(tx, 'rooms', {}, 'r.room_id = $2', 'R4'));
    await region.as.write((tx) => addRecord(tx, 'rooms', ROOM));
    await region.as.write((tx) => correctRecord(tx, 'rooms', room?.row ?? 0, { ...ROOM, room_id: 'R4', area_m2: '901' }));
    await region.as.write((tx) => endRecord(tx, 'rooms', room?.row ?? 0, date('2025-12-31')));
    const second = await region.import({ rooms: [{ ...ROOM, room_id: 'R10' }] }, { replace: ['rooms'], as_of: date('2026-01-31') });
    if (second.outcome !== 'done') throw new Error(second.outcome);
    expect((await undoImport(store.db(), { actor: region.actor, import_id: second.import_id })).outcome).toBe('done');
    await region.as.write((tx) => attachPolicyText(tx, { name: 'a.pdf', media_type: 'application/pdf', bytes: new Uint8Array([1, 2]) }));
    const before = await verify(region);
    expect(before).toMatchObject({ holds: true, links: 0, waiting: 7, findings: [] });
    await seal(region);
    const after = await verify(region);
    expect(after).toMatchObject({ holds: true, links: 7, waiting: 0, findings: [], contents: 1 });
    expect(after.registers).toEqual(before.registers);
    expect(after.registers.rooms?.records).toBeGreaterThan(10);
    expect(await region.as.read((tx) => tx.whole(waitingEntries))).toMatchObject({ many: 0, oldest_seconds: null });
  });

  test.each([...CHAIN_TAMPERINGS, ...RECORD_TAMPERINGS])('$name: the entry is named', async (tampering) => {
    const region = await store.region();
    const random = randomFrom(1);
    await act(store.db(), region.actor, random, 3);
    await seal(region);
    await region.as.write((tx) => addRecord(tx, 'rooms', ROOM));
    await seal(region);
    expect(await verify(region)).toMatchObject({ holds: true, findings: [] });
    const named = await tamper(database.connection(), region.actor.region_id, tampering, random);
    if (named === null) throw new Error('there was nothing to tamper with');
    const report = await verify(region);
    expect(missed(report, named), JSON.stringify(report.findings.slice(0, 3))).toBeNull();
  });
});
