import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { addPerson } from '../../store/people.ts';
import { openDatabase, type Context } from '../../store/database.ts';
import { keySource } from '../../store/key-source.ts';
import { enqueueAll, type AnyMessage } from '../../store/outbox.ts';
import { countMessages, type StateCounts } from '../../store/outbox-reading.ts';
import { urlOf, type PostgresConnection } from '../../store/postgres/connection.ts';
import { programActor } from '../../store/program-actor.ts';
import { createRegion } from '../../store/regions.ts';
import { sealValue } from '../../store/sealing.ts';
import { startProgram, type StartedProgram } from '../program.ts';
import { startAlone } from './alone.ts';
import { startMailServer, type Fate } from './mail-server.ts';
import { startGateway } from './message-gateway.ts';
import type { Proof } from './proof.ts';
import { randomFrom, type Random } from './random.ts';

/** What became of messages whose senders were killed at random moments. */
export interface SentOnce {
  readonly messages: number;
  readonly kills: number;
  readonly counts: StateCounts;
  /** By way: how many different messages were taken, and how often any was. */
  readonly taken: Readonly<Record<'email' | 'sms' | 'robot', { readonly ids: number; readonly times: number }>>;
  /** Messages that count as sent and that nobody took; there must be none. */
  readonly lost: number;
  /** Lines to a group that came more than once; there must be none. */
  readonly doubled: number;
}

const FATES: readonly Fate[] = ['take', 'take', 'take', 'take', 'later', 'drop', 'take_and_drop'];
const SENDERS = 2;
const SENDER = fileURLToPath(new URL('./sending-program.ts', import.meta.url));

/** Two senders at once, killed and started again, between servers that fail one time in two. */
export async function sendWhileDying(connection: PostgresConnection, { seed, messages, kills }: { readonly seed: number; readonly messages: number; readonly kills: number }): Promise<SentOnce> {
  const random = randomFrom(seed);
  const directory = mkdtempSync(join(tmpdir(), 'guantong-outbox-'));
  const database = await openDatabase(connection, keySource(directory, {}));
  const fate = (): Fate => random.pick(FATES);
  const [mail, gateway] = [await startMailServer({ fate }), await startGateway(fate)];
  const senders: StartedProgram[] = [];
  const start = (): StartedProgram => startProgram(process.execPath, [SENDER, urlOf(connection), directory, String(mail.port), gateway.origin]);
  try {
    const { region_id } = await createRegion(database, { code: '330800', name: '测试市', office_name: '测试办', counties: [], pack: 'quzhou-2024', sample: false });
    const program = database.as(programActor(region_id));
    await handOver(program, messages);
    for (let at = 0; at < SENDERS; at += 1) senders.push(start());
    await Promise.all(senders.map((one) => one.line(/^sending$/)));
    const killed = await killNowAndThen(senders, { random, kills, start, left: () => unsettled(program) });
    while (await unsettled(program) > 0) await sleep(100);
    await Promise.all(senders.map((one) => one.end('SIGKILL')));
    return { messages, kills: killed, ...await outcome(program, mail.taken, gateway.taken) };
  } finally {
    for (const one of senders) one.process.kill('SIGKILL');
    await Promise.all([mail.close(), gateway.close(), database.close()]);
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A third to somebody with e-mail, a third to somebody with a phone, a third to a group. */
async function handOver(program: Context, messages: number): Promise<void> {
  await program.write(async (tx) => {
    for (const account of ['mail', 'phone']) {
      const added = await addPerson(tx, { kind: 'staff', name: account, account, phone: account === 'phone' ? await sealValue(tx, 'phone', '13800000000') : null });
      if (added.outcome !== 'done') throw new Error(added.outcome);
    }
    const address = await sealValue(tx, 'email', 'wang@qz.example.cn');
    const list = Array.from({ length: messages }, (_, at): AnyMessage => ({
      key: `m/${at}`, to: at % 3 === 2 ? { group: 'office' } : { account: at % 3 === 0 ? 'mail' : 'phone' }, template: 'grant_decided', data: { approved: true, path: `/grants?m=${at}` },
    }));
    await enqueueAll(tx, list);
    await tx.change(`update messages set channel = 'email', address = $2 where region_id = $1 and account = 'mail'`, [tx.actor.region_id, address]);
  });
}

async function unsettled(program: Context): Promise<number> {
  const { queued, sending, failed } = await program.read(countMessages);
  return queued + sending + failed;
}

interface Killing {
  readonly random: Random;
  readonly kills: number;
  readonly start: () => StartedProgram;
  readonly left: () => Promise<number>;
}

async function killNowAndThen(senders: StartedProgram[], { random, kills, start, left }: Killing): Promise<number> {
  for (let killed = 0; killed < kills; killed += 1) {
    await sleep(random.whole(0, 400));
    if (await left() === 0) return killed;
    const at = random.whole(0, senders.length - 1);
    await senders[at]?.end('SIGKILL');
    senders[at] = start();
    await senders[at].line(/^sending$/);
  }
  return kills;
}

async function outcome(program: Context, mails: readonly { readonly message_id: string }[], posts: readonly { readonly path: string; readonly id: string }[]): Promise<Pick<SentOnce, 'counts' | 'taken' | 'lost' | 'doubled'>> {
  const ids = {
    email: mails.map(({ message_id }) => message_id.slice(1, message_id.indexOf('@'))),
    sms: posts.filter(({ path }) => path === '/sms').map(({ id }) => id), robot: posts.filter(({ path }) => path === '/dingtalk').map(({ id }) => id),
  };
  const sent = await program.read((tx) => tx.arrays(`select message_id from messages where region_id = $1 and state = 'sent'`, [tx.actor.region_id]));
  const taken = new Set(Object.values(ids).flat());
  const count = (list: readonly string[]) => ({ ids: new Set(list).size, times: list.length });
  return {
    counts: await program.read(countMessages), taken: { email: count(ids.email), sms: count(ids.sms), robot: count(ids.robot) },
    lost: sent.filter(([id]) => !taken.has(String(id))).length, doubled: ids.robot.length - new Set(ids.robot).size,
  };
}

const MESSAGES = 1500;
const MESSAGES_FOR_A_KILL = 10;

/** Everything that is handed over goes out once for each id, whoever is killed at whatever moment. */
export const outbox: Proof = {
  name: 'outbox',
  run: async ({ seed, count }) => {
    const messages = count ?? MESSAGES;
    const alone = await startAlone();
    try {
      const { kills, counts, taken, lost, doubled } = await sendWhileDying(await alone.newDatabase(), { seed, messages, kills: Math.ceil(messages / MESSAGES_FOR_A_KILL) });
      const told = Object.entries(taken).map(([way, { ids, times }]) => `${way} ${ids} taken, ${times} times`).join('; ');
      return {
        holds: lost === 0 && doubled === 0 && counts.sent + counts.dead === messages && taken.email.ids === Math.ceil(messages / 3) && taken.sms.ids === Math.ceil((messages - 1) / 3),
        figures: `${messages} messages, senders killed ${kills} times (seed ${seed}): ${counts.sent} sent, ${counts.dead} left to a person; ${told}; ${lost} lost, ${doubled} doubled`,
      };
    } finally {
      await alone.stop();
    }
  },
};
