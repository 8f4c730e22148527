import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import type { Role } from '../../core/access/roles.ts';
import { date } from '../../core/values/plain-date.ts';
import { attachFile, labelsToAttach, listAttachments } from '../attachments.ts';
import { listDocuments, readDocument } from '../documents-read.ts';
import { madeStore } from '../made-store.ts';
import { idOfOpened, madeScene, wordOf, type MadeActor, type MadeScene } from '../matters/made-matters.ts';

const FOUND = { clause: 'R1-b', severity: 'A', evidence: '东校区用房不足', due: date('2025-11-30') } as const;
const EXAMINERS: readonly Role[] = ['college_academic', 'college_programme', 'college_leadership', 'county_bureau', 'city_bureau', 'office'];

eachDatabase('photos at findings', (database) => {
  const store = madeStore(database);
  let scene: MadeScene;
  let [academic, head, county]: MadeActor[] = [];

  beforeAll(async () => {
    scene = await madeScene(store.db());
    [academic, head, county] = [await scene.somebody('college_academic'), await scene.somebody('school_head'), await scene.somebody('county_bureau')];
  });

  const found = async (evidence: string): Promise<number> => idOfOpened(await scene.open(academic as MadeActor, 'finding', 'S', { ...FOUND, evidence }));
  const attach = async (who: MadeActor | undefined, id: number, name: string, content = name): Promise<string> => (await scene.of(who as MadeActor)).write(async (tx) => {
    const answer = await attachFile(tx, { name, media_type: 'image/jpeg', bytes: Buffer.from(content), about: `matters/${id}`, purpose: '' });
    if (answer.outcome !== 'done') tx.discard();
    return answer.outcome;
  });
  const answer = async (id: number) => scene.step(head as MadeActor, id, 'answer', { reason: '已加固' });

  test('S3-a, S3-b: whoever may record a finding hangs photos at it, the school sees them; nobody of the college who has no part in it does', async () => {
    const id = await found('护栏松动');
    expect(await attach(academic, id, '现场.jpg')).toBe('done');
    for (const role of EXAMINERS) expect(await attach(await scene.somebody(role), id, `${role}.jpg`), role).toBe('done');
    const about = `matters/${id}`;
    const seen = async (who: MadeActor) => (await scene.of(who)).read(async (tx) => [(await listAttachments(tx, about)).length, await labelsToAttach(tx, about) !== null]);
    expect(await seen(head as MadeActor)).toEqual([7, true]);
    for (const role of ['college_finance', 'college_roll'] as const) expect(await seen(await scene.somebody(role, 'H')), role).toEqual([0, false]);
    for (const [role, org] of [['counsellor', 'S'], ['school_head', 'S2'], ['county_bureau', 'B3']] as const) expect(await seen(await scene.somebody(role, org)), role).toEqual([0, false]);
  });

  test('S3-e: what the examiners photographed is no proof of the school, under its own name nor under another; what the school hangs is', async () => {
    const id = await found('消防通道堵塞');
    await attach(academic, id, '堵塞.jpg', 'blocked');
    await attach(county, id, '复看.jpg', 'still blocked');
    expect(await answer(id)).toMatchObject({ refusal: { guard: { id: 'finding_proof' }, clause: 'S3-e' } });
    await attach(head, id, '同一张.jpg', 'blocked');
    expect(wordOf(await answer(id))).toBe('guard');
    await attach(head, id, '已清理.jpg', 'cleared');
    expect(wordOf(await answer(id))).toBe('done');
  });

  test('S3-e: the report names the proof of the school, and not what it was found by; sent back, the old photo proves nothing more', async () => {
    const id = await found('灯具损坏');
    await attach(academic, id, '损坏.jpg', 'broken');
    await attach(head, id, '换新.jpg', 'new lamp');
    expect(wordOf(await answer(id))).toBe('done');
    expect(wordOf(await scene.step(county as MadeActor, id, 'return', { reason: '仍有一盏' }))).toBe('done');
    await attach(academic, id, '仍有一盏.jpg', 'one left');
    expect(wordOf(await answer(id))).toBe('guard');
    await attach(head, id, '全部换新.jpg', 'all new');
    expect(wordOf(await answer(id))).toBe('done');
    expect(wordOf(await scene.step(county as MadeActor, id, 'close', { reason: '现场核实' }))).toBe('done');
    const report = await scene.as.read(async (tx) => {
      const { documents } = await listDocuments(tx, { kind: null, about: `matters/${id}`, filter: '', page: 1, per_page: 10 });
      return (await Promise.all(documents.map(({ document_id }) => readDocument(tx, document_id)))).find((one) => one?.kind === 'rectification_report');
    });
    expect((report?.content as { proof?: string } | undefined)?.proof).toBe('换新.jpg、全部换新.jpg');
    // Whoever answered stands at its foot, and whoever looked at it again.
    const name = async (one: MadeActor | undefined) => (await scene.as.read((tx) => tx.arrays('select display_name from people where region_id = $1 and person_id = $2', [scene.region_id, one?.person_id])))[0]?.[0];
    const foot = report?.content as { filled_by?: string; reviewed_by?: string } | undefined;
    expect([foot?.filled_by, foot?.reviewed_by]).toEqual([await name(head), await name(county)]);
    expect(foot?.filled_by).not.toBe(foot?.reviewed_by);
  });
});
