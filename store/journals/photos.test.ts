import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import { attachFile, endAttachment, labelsToAttach, listAttachments, readAttachment } from '../attachments.ts';
import { madeStore } from '../made-store.ts';
import { madeScene, type MadeActor, type MadeScene } from '../matters/made-matters.ts';
import type { Transaction } from '../transaction.ts';
import { recordEntries } from './record-entry.ts';
import { stepEntry } from './step-entry.ts';

const TODAY = date('2025-10-31');
const WITH = { pack: quzhou2024, today: TODAY };
const HAZARD = { on: '2025-10-30', place: '3号楼', what: '护栏松动', severity: 'B' };

eachDatabase('photos of daily records', (database) => {
  const store = madeStore(database);
  let made: MadeScene;
  let [finder, colleague, elsewhere, head]: MadeActor[] = [];

  beforeAll(async () => {
    made = await madeScene(store.db());
    [finder, colleague, elsewhere, head] = [await made.somebody('counsellor', 'S'), await made.somebody('counsellor', 'S'), await made.somebody('counsellor', 'S2'), await made.somebody('school_head')];
  });

  const act = async <A extends { readonly outcome: string }>(who: MadeActor | undefined, work: (tx: Transaction) => Promise<A>): Promise<A> =>
    (await made.of(who as MadeActor)).write(async (tx) => {
      const answer = await work(tx);
      if (answer.outcome !== 'done') tx.discard();
      return answer;
    });
  const record = async (who: MadeActor | undefined, kind: string, values: Readonly<Record<string, string | boolean>>): Promise<number> => {
    const answer = await act(who, (tx) => recordEntries(tx, { kind, campuses: ['C'], values }, WITH));
    if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer).slice(0, 500));
    return answer.entries[0] ?? 0;
  };
  const attach = async (who: MadeActor | undefined, about: string): Promise<number | null> => {
    const answer = await act(who, (tx) => attachFile(tx, { name: '现场.jpg', media_type: 'image/jpeg', bytes: Buffer.from(`photo ${about} ${who?.account}`), about, purpose: '' }));
    return answer.outcome === 'done' ? answer.attachment.attachment_id : null;
  };
  const may = async (who: MadeActor | undefined, about: string): Promise<boolean> => (await made.of(who as MadeActor)).read(async (tx) => await labelsToAttach(tx, about) !== null);
  const seen = async (who: MadeActor | undefined, about: string): Promise<number> => (await made.of(who as MadeActor)).read(async (tx) => (await listAttachments(tx, about)).length);

  test('M3-a, R6-e: a counsellor hangs photos at what they found themselves, and at nothing else', async () => {
    const [hazard, patrol] = [await record(finder, 'hazard', HAZARD), await record(finder, 'patrols', { on: '2025-10-30', place: '宿舍', person: '甲', hazard_found: false })];
    for (const entry_id of [hazard, patrol]) {
      const about = `journals/${entry_id}`;
      expect([await may(finder, about), await may(colleague, about), await may(elsewhere, about), await may(head, about)]).toEqual([true, false, false, true]);
      expect(await attach(colleague, about)).toBeNull();
      expect(await attach(elsewhere, about)).toBeNull();
      expect(await attach(finder, about)).not.toBeNull();
      expect([await seen(finder, about), await seen(colleague, about), await seen(elsewhere, about), await seen(head, about)]).toEqual([1, 1, 0, 1]);
    }
    for (const about of ['campuses/C', 'schools/S', `journals/${await record(await made.somebody('college_academic'), 'joint_projects', { title: '课题', lead: 'college', members: '甲', from: '2025-09-01' })}`]) {
      expect([await may(finder, about), await attach(finder, about)], about).toEqual([false, null]);
    }
  });

  test('M3-a: one’s own photo is the proof by which a hazard is put right, without it nothing is; taken back it counts no more', async () => {
    const entry_id = await record(finder, 'hazard', HAZARD);
    const about = `journals/${entry_id}`;
    const rectify = async (): Promise<string> => (await act(finder, (tx) => stepEntry(tx, { entry_id, act: 'rectify', seen: 1, reason: '已加固', values: {} }, WITH))).outcome;
    expect(await rectify()).toBe('step_refused');
    const first = await attach(finder, about) ?? 0;
    const end = (who: MadeActor | undefined) => act(who, (tx) => endAttachment(tx, first));
    expect((await end(colleague)).outcome).toBe('unknown_file');
    expect((await end(finder)).outcome).toBe('done');
    expect(await rectify()).toBe('step_refused');
    await attach(finder, about);
    const photo = await (await made.of(head as MadeActor)).read(async (tx) => readAttachment(tx, first));
    expect(photo?.file_name).toBe('现场.jpg');
    expect(await rectify()).toBe('done');
  });

  test('the database alone keeps a counsellor to journals and to their own files', async () => {
    const entry_id = await record(finder, 'hazard', HAZARD);
    const file = await attach(finder, `journals/${entry_id}`) ?? 0;
    const theirs = await attach(head, `journals/${entry_id}`) ?? 0;
    const added = async (about: string) => act(finder, async (tx) => {
      await tx.change(
        `insert into attachments (region_id, attachment_id, hash, file_name, about, purpose, scopes, recorded_at, recorded_by)
         select region_id, $2, hash, file_name, $3, '', scopes, now(), $4 from attachments where region_id = $1 and attachment_id = $5`, [tx.actor.region_id, 9_000_000 + Number(entry_id), about, tx.actor.account, file]);
      return { outcome: 'undone' };
    });
    await expect(added('campuses/C')).rejects.toThrow(/row-level security/);
    expect(await added(`journals/${entry_id}`)).toEqual({ outcome: 'undone' });
    const ended = async (attachment_id: number) => {
      let many = 0;
      await act(finder, async (tx) => { many = await tx.change(`update attachments set ended_at = now(), ended_by = 'x' where region_id = $1 and attachment_id = $2`, [tx.actor.region_id, attachment_id]); return { outcome: 'undone' }; });
      return many;
    };
    expect([await ended(theirs), await ended(file)]).toEqual([0, 1]);
  });
});
