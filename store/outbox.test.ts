import { describe, expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { NOTHING } from '../core/access/reach.ts';
import { date } from '../core/values/plain-date.ts';
import { madeAccount } from './made-people.ts';
import { madeStore } from './made-store.ts';
import { enqueue, enqueueAll } from './outbox.ts';
import type { Context } from './database.ts';

const reminder = { clause: 'R3-e', title: { zh: '签订三方协议', en: 'Sign the agreements' }, due: date('2025-10-09'), many: 1, path: '/todo' };
const keysIn = (as: Context) => as.read((tx) => tx.query<{ key: string; state: string }>('select key, state from messages order by key'));

eachDatabase('the outbox', (database) => {
  const store = madeStore(database);
  const act = { action: 'test.act', object: 'tests/1' };

  describe('a message', () => {
    test('is there when the act that caused it is committed, and not when it is undone', async () => {
      const { as } = await store.region();
      const { account } = await madeAccount(as, 'school_registrar');
      const cause = (key: string, fails: boolean) => as.write(async (tx) => {
        await enqueue(tx, { key, to: { account }, template: 'grant_decided', data: { approved: true, path: '/grants' } });
        await tx.audit(act);
        if (fails) throw new Error('undone');
      });
      await cause('grant/1', false);
      await expect(cause('grant/2', true)).rejects.toThrow('undone');
      expect(await keysIn(as)).toEqual([{ key: 'grant/1', state: 'queued' }]);
    });

    test('of the same cause is one, also when two come upon it at one moment', async () => {
      const { as } = await store.region();
      const { account } = await madeAccount(as, 'school_registrar');
      const many = Array.from({ length: 50 }, (_, at) => ({ key: `duty/${at}`, to: { account }, template: 'duty' as const, data: reminder }));
      const told = await Promise.all([many, many.toReversed(), many].map((list) => as.write(async (tx) => {
        await tx.audit(act);
        return enqueueAll(tx, list);
      })));
      expect(told.reduce((sum, one) => sum + one, 0)).toBe(50);
      expect(await as.write(async (tx) => enqueueAll(tx, many))).toBe(0);
      expect(await keysIn(as)).toHaveLength(50);
    });

    test('with what reads like a citizen id is refused', async () => {
      const { as } = await store.region();
      const { account } = await madeAccount(as, 'school_registrar');
      await expect(as.write((tx) => enqueue(tx, { key: 'x', to: { account }, template: 'duty', data: { ...reminder, path: '/students/330802199003070014' } }))).rejects.toThrow('citizen id');
    });

    test('may be caused by anybody who acts; it is read by whom it is for, and by whoever reads the outbox', async () => {
      const { actor, as } = await store.region();
      const [causing, told] = [await madeAccount(as, 'school_registrar'), await madeAccount(as, 'school_head')];
      await causing.own(store.db()).write(async (tx) => {
        expect(await enqueue(tx, { key: 'grant/1', to: { account: told.account }, template: 'grant_decided', data: { approved: true, path: '/grants' } })).toBe(true);
        expect(await enqueue(tx, { key: 'grant/1', to: { account: told.account }, template: 'grant_decided', data: { approved: true, path: '/grants' } })).toBe(false);
        await tx.audit(act);
      });
      expect(await keysIn(told.own(store.db()))).toHaveLength(1);
      expect(await keysIn(causing.own(store.db()))).toEqual([]);
      expect(await keysIn(store.db().as({ region_id: actor.region_id, account: 'admin', reach: new Map([['outbox.read', '*']]) }))).toHaveLength(1);
      expect(await keysIn(store.db().as({ region_id: actor.region_id, account: 'nobody', reach: NOTHING }))).toEqual([]);
    });

    test('that reminds of a duty waits for eight in the morning, the others go at once', async () => {
      const { as } = await store.region();
      const { account } = await madeAccount(as, 'school_registrar');
      await as.write(async (tx) => {
        await enqueue(tx, { key: 'duty/1', to: { account }, template: 'duty', data: reminder });
        await enqueue(tx, { key: 'duty/2', to: { group: 'office' }, template: 'duty', data: reminder });
        await tx.audit(act);
      });
      const rows = await as.read((tx) => tx.arrays(
        `select state, to_char(next_at at time zone 'Asia/Shanghai', 'HH24:MI'), next_at > made_at, next_at <= made_at + interval '1 day' from messages order by key`));
      expect(rows[0]).toEqual(['waiting', '08:00', true, true]);
      expect(rows[1]?.[0]).toBe('queued');
    });
  });
});
