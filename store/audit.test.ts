import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { campusOnTheLine } from '../core/check/made-dataset.ts';
import { date } from '../core/values/plain-date.ts';
import { sealBatch, waitingEntries } from './audit-sealing.ts';
import type { Checkpoints } from './audit-sealing.ts';
import { verifyRegion } from './audit-verify.ts';
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

  const seal = async ({ actor }: MadeRegion): Promise<void> => {
    for (let more = true; more;) {
      const sealed = await sealBatch(store.db(), actor.region_id, checkpoints);
      if (sealed.outcome === 'stuck') throw new Error(sealed.why);
      more = sealed.left;
    }
  };
  const verify = ({ actor }: MadeRegion): Promise<RegionReport> =>
    verifyRegion(store.db(), actor.region_id, { directory: checkpoints.directory, key: checkpoints.signer.key });

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
});
