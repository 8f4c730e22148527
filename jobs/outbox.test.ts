import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { startMailServer, type Fate, type MailServer } from '../check/prove/mail-server.ts';
import { GATEWAY_SECRET, startGateway, type MessageGateway } from '../check/prove/message-gateway.ts';
import { date } from '../core/values/plain-date.ts';
import { addContactAddress, verifyContactAddress } from '../store/contact-addresses.ts';
import type { Context } from '../store/database.ts';
import { asOwner, madeAccount } from '../store/made-people.ts';
import { madeStore, type MadeRegion } from '../store/made-store.ts';
import { enqueueAll, type AnyMessage } from '../store/outbox.ts';
import { countMessages, listMessages, retryMessage } from '../store/outbox-reading.ts';
import { sealValue } from '../store/sealing.ts';
import { startOutbox, type Sender, type StartSender } from './outbox.ts';
import { mailProvider } from './providers/mail.ts';
import { NO_PROVIDERS, type Providers } from './providers/provider.ts';
import { robotProvider } from './providers/robots.ts';
import { recordedSms, smsProvider } from './providers/sms.ts';

/** For a server that says nothing any more; long enough for one that does. */
const SOON: StartSender['times'] = { patience_ms: 1500 };

const reminder = (title: string, due = '2025-10-09') => ({ clause: 'R3-e', title: { zh: title, en: 'Sign' }, due: date(due), many: 1, path: '/todo' });
const granted = (key: string, account: string): AnyMessage => ({ key, to: { account }, template: 'grant_decided', data: { approved: true, path: '/grants' } });
const toGroup = (key: string, group: string): AnyMessage => ({ key, to: { group }, template: 'duty', data: reminder('签订三方协议') });

eachDatabase('the sender', (database) => {
  const store = madeStore(database);
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => { for (const close of closing.splice(0).reverse()) await close(); });

  /** Servers that do what is asked of them, one after the other, and then take whatever comes. */
  const world = async (...fates: Fate[]): Promise<{ readonly mail: MailServer; readonly gateway: MessageGateway; readonly providers: Providers }> => {
    const fate = (): Fate => fates.shift() ?? 'take';
    const [mail, gateway] = [await startMailServer({ fate }), await startGateway(fate)];
    closing.push(mail.close, gateway.close);
    const robot = (name: 'dingtalk' | 'feishu' | 'wecom') => robotProvider(
      { name, kind: name, url: new URL(`${gateway.origin}/${name}${name === 'wecom' ? `?key=${GATEWAY_SECRET}` : ''}`), secret: name === 'wecom' ? null : GATEWAY_SECRET, deduplicates: false }, Date.now);
    const providers: Providers = {
      email: mailProvider({ host: '127.0.0.1', port: mail.port, security: 'none', user: null, password: null, from: 'guantong@qz.example.cn' }),
      sms: smsProvider({ url: new URL(`${gateway.origin}/sms`), secret: GATEWAY_SECRET }, Date.now),
      robots: new Map((['dingtalk', 'feishu', 'wecom'] as const).map((name) => [name, robot(name)])),
    };
    return { mail, gateway, providers };
  };
  const start = (providers: Providers, times: StartSender['times'] = {}): Sender => {
    const sender = startOutbox({
      database: store.db(), providers, origin: 'https://gt.example.cn', today: () => date('2025-10-02'), chance: Math.random, log: () => undefined,
      times: { pause_ms: 20, patience_ms: 20_000, lease_s: 120, pauses_s: [0.02, 0.02, 0.02], ...times },
    });
    closing.push(sender.stop);
    return sender;
  };
  const hand = (as: Context, ...messages: AnyMessage[]) => as.write(async (tx) => {
    await tx.audit({ action: 'test.act', object: 'tests/1' });
    return enqueueAll(tx, messages);
  });
  const statesOf = async ({ as }: MadeRegion) => (await as.read((tx) => listMessages(tx, {}))).messages.map(({ state, last_error }) => (last_error === null ? state : `${state} ${last_error}`));
  const until = async (region: MadeRegion, ...states: string[]) => { await expect.poll(() => statesOf(region), { timeout: 15_000 }).toEqual(states); };

  /** Somebody who gets e-mail: the code that was sent to them came back. */
  const reachable = async (region: MadeRegion, { mail, providers }: Pick<Awaited<ReturnType<typeof world>>, 'mail' | 'providers'>, address = 'wang@qz.example.cn'): Promise<string> => {
    const { account, own } = await madeAccount(region.as, 'school_registrar');
    const added = await own(store.db()).write((tx) => addContactAddress(tx, { channel: 'email', address, language: 'zh' }));
    if (added.outcome !== 'done') throw new Error(added.outcome);
    const sender = start(providers);
    await expect.poll(() => mail.taken.length, { timeout: 15_000 }).toBe(1);
    await sender.stop();
    const code = /验证码 (\d{6})/.exec(mail.taken[0]?.text ?? '')?.[1] ?? '';
    expect(await own(store.db()).write((tx) => verifyContactAddress(tx, added.address_id, code))).toBe('done');
    (mail.taken as unknown[]).length = 0;
    return account;
  };

  test('sends what was handed over, with its Chinese subject and a long text intact', async () => {
    const region = await store.region();
    const made = await world();
    const account = await reachable(region, made);
    const long = '签订三方协议（中职学校、高职院校与学生及监护人）'.repeat(20);
    await hand(region.as, { key: 'd', to: { account }, template: 'digest', data: { reminders: Array.from({ length: 40 }, (_, at) => reminder(`${long}${at}·𠮷`)) } });
    start(made.providers);
    await until(region, 'sent', 'sent');
    const [mail] = made.mail.taken;
    expect(mail?.subject).toBe('贯通提醒：40 项待办');
    expect(mail?.to).toContain('wang@qz.example.cn');
    expect(mail?.from).toBe('贯通 <guantong@qz.example.cn>');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.text.split('\n').filter((line) => line.includes(long))).toHaveLength(40);
    expect(mail?.text).toContain(`${long}39·𠮷：2025年10月9日到期，还有 7 天（R3-e）`);
    const [message] = (await region.as.read((tx) => listMessages(tx, { template: 'digest' }))).messages;
    expect(mail?.message_id).toBe(`<${message?.message_id}@qz.example.cn>`);
    expect(message).toMatchObject({ channel: 'email', address: 'w***@qz.example.cn', attempts: 1 });
  });

  describe('a message that is not taken', () => {
    for (const [fate, tries, copies] of [['later', 2, 1], ['drop', 2, 1], ['silence', 2, 1], ['take_and_drop', 2, 2]] as const) {
      test(`by a mail server (${fate}) is sent again under the same Message-ID`, async () => {
        const region = await store.region();
        const made = await world('take', fate);
        const account = await reachable(region, made);
        await hand(region.as, granted('g', account));
        start(made.providers, fate === 'silence' ? SOON : {});
        await until(region, 'sent', 'sent');
        const [message] = (await region.as.read((tx) => listMessages(tx, { template: 'grant_decided' }))).messages;
        expect(message?.attempts).toBe(tries);
        expect(made.mail.taken.map(({ message_id }) => message_id)).toEqual(Array.from({ length: copies }, () => `<${message?.message_id}@qz.example.cn>`));
      });
    }

    test('because there is no such mailbox is not tried again, and is seen', async () => {
      const region = await store.region();
      const made = await world('take', 'never');
      const account = await reachable(region, made);
      await hand(region.as, granted('g', account));
      start(made.providers);
      await until(region, 'dead smtp_550', 'sent');
    });

    test('is dead after the last try; somebody has it tried anew, once', async () => {
      const region = await store.region();
      const made = await world('take', ...Array.from({ length: 4 }, () => 'later' as const));
      const account = await reachable(region, made);
      await hand(region.as, granted('g', account));
      start(made.providers);
      await until(region, 'dead smtp_451', 'sent');
      const [message] = (await region.as.read((tx) => listMessages(tx, { state: 'dead' }))).messages;
      expect(message?.attempts).toBe(4);
      const retry = () => region.as.write((tx) => retryMessage(tx, message?.message_id ?? ''));
      expect(await retry()).toEqual({ outcome: 'done' });
      await until(region, 'sent', 'sent');
      expect(await retry()).toEqual({ outcome: 'not_to_be_retried' });
      expect(made.mail.taken).toHaveLength(1);
    });
  });

  test('robots of three chats take what is signed as each of them asks', async () => {
    const region = await store.region();
    const made = await world();
    await hand(region.as, toGroup('a', 'dingtalk'), toGroup('b', 'feishu'), toGroup('c', 'wecom'), toGroup('d', 'nobody'));
    start(made.providers);
    await expect.poll(async () => (await statesOf(region)).sort(), { timeout: 15_000 }).toEqual(['dead no_robot', 'sent', 'sent', 'sent']);
    expect(made.gateway.taken.map(({ path }) => path).sort()).toEqual(['/dingtalk', '/feishu', '/wecom']);
    expect(made.gateway.unsigned()).toBe(0);
    expect(JSON.stringify(made.gateway.taken.map(({ body }) => body))).toContain('签订三方协议：2025年10月9日到期');
  });

  test('a group is told at most once: what was refused is tried again, what may have been taken is left to a person', async () => {
    const region = await store.region();
    const made = await world('later', 'take', 'take_and_drop', 'silence');
    for (const key of ['refused', 'dropped', 'silent']) {
      await hand(region.as, toGroup(key, 'dingtalk'));
      const sender = start(made.providers, key === 'silent' ? SOON : {});
      await expect.poll(async () => {
        const { queued, sending, failed } = await region.as.read(countMessages);
        return queued + sending + failed;
      }, { timeout: 15_000 }).toBe(0);
      await sender.stop();
    }
    await until(region, 'dead fate_unknown', 'dead fate_unknown', 'sent');
    expect(new Set(made.gateway.taken.map(({ id }) => id)).size).toBe(made.gateway.taken.length);
  });

  test('a phone that the school recorded gets text messages; of a sample nothing goes to phones that were made up', async () => {
    const made = await world();
    for (const sample of [false, true]) {
      const region = await store.region({ sample });
      const { account, person_id } = await madeAccount(region.as, 'school_registrar');
      const token = await region.as.write(async (tx) => {
        tx.unaudited('a phone for a trial');
        return sealValue(tx, 'phone', '13800000000');
      });
      await asOwner(database, 'update people set phone = $3 where region_id = $1 and person_id = $2', [region.actor.region_id, person_id, token]);
      await hand(region.as, granted('g', account));
      const sender = start(made.providers);
      await until(region, sample ? 'dead no_address' : 'sent');
      await sender.stop();
    }
    expect(made.gateway.taken.map(({ body }) => [body['phone'], body['text']])).toEqual([['13800000000', '您申请的未成年人资料授权已批准。查看：https://gt.example.cn/grants']]);
  });

  test('without a contract text messages lie in a folder, each in a file that only its owner reads', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guantong-sms-'));
    closing.push(async () => rmSync(folder, { recursive: true }));
    const region = await store.region();
    const { own } = await madeAccount(region.as, 'school_registrar');
    await own(store.db()).write((tx) => addContactAddress(tx, { channel: 'sms', address: '13800000000', language: 'zh' }));
    start({ ...NO_PROVIDERS, sms: recordedSms(join(folder, 'sms'), Date.now) });
    await until(region, 'sent');
    const [file = ''] = readdirSync(join(folder, 'sms'));
    expect(JSON.parse(readFileSync(join(folder, 'sms', file), 'utf8'))).toMatchObject({ phone: '13800000000' });
    expect(statSync(join(folder, 'sms', file)).mode & 0o777).toBe(0o600);
  });

  test('reminders of a day go as one message in the morning; one that comes later waits for the next', async () => {
    const region = await store.region();
    const made = await world();
    const account = await reachable(region, made);
    const remind = (key: string): AnyMessage => ({ key, to: { account }, template: 'duty', data: reminder(key) });
    const morning = () => asOwner(database, `update messages set next_at = now() where region_id = $1 and state = 'waiting'`, [region.actor.region_id]);
    await hand(region.as, remind('甲'), remind('乙'), remind('丙'));
    start(made.providers);
    await until(region, 'waiting', 'waiting', 'waiting', 'sent');
    await morning();
    await expect.poll(() => made.mail.taken.length, { timeout: 15_000 }).toBe(1);
    expect(made.mail.taken[0]?.subject).toBe('贯通提醒：3 项待办');
    await hand(region.as, remind('丁'));
    await morning();
    await expect.poll(async () => (await region.as.read((tx) => tx.arrays(`select next_at > clock_timestamp() from messages where key = '丁'`)))[0]?.[0], { timeout: 15_000 }).toBe(true);
    expect(await region.as.read(countMessages)).toMatchObject({ waiting: 1, gathered: 3, sent: 2 });
    expect(made.mail.taken).toHaveLength(1);
  });

  test('two senders at once send each message once', async () => {
    const region = await store.region();
    const made = await world();
    const account = await reachable(region, made);
    await hand(region.as, ...Array.from({ length: 60 }, (_, at) => granted(`g/${at}`, account)));
    start(made.providers);
    start(made.providers);
    await expect.poll(async () => (await region.as.read(countMessages)).sent, { timeout: 30_000 }).toBe(61);
    expect(made.mail.taken).toHaveLength(60);
    expect(new Set(made.mail.taken.map(({ message_id }) => message_id)).size).toBe(60);
  });
});
