import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { sendWhileDying } from './outbox.ts';

const MESSAGES = 60;

onDatabase('embedded', 'senders that are killed at random moments', (database) => {
  test('send every message, each id once for who can tell; a group hears nothing twice', async () => {
    const seed = Date.now() % 1_000_000_000;
    console.log(`killed senders seed ${seed}`);
    const { kills, counts, taken, lost, doubled } = await sendWhileDying(database.connection(), { seed, messages: MESSAGES, kills: 4 });
    expect(kills, `seed ${seed}`).toBeGreaterThan(0);
    expect({ lost, doubled, settled: counts.sent + counts.dead }, `seed ${seed}`).toEqual({ lost: 0, doubled: 0, settled: MESSAGES });
    expect([taken.email.ids, taken.sms.ids], `seed ${seed}`).toEqual([MESSAGES / 3, MESSAGES / 3]);
  }, 180_000);
});
