import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../core/access/roles.ts';
import { aboutSecret } from '../../store/outbox.ts';
import { programActor } from '../../store/program-actor.ts';
import { asOwner } from '../../store/made-people.ts';
import { onDatabase } from '../databases.ts';
import { serveSample, type SampleServer } from '../prove/sample-server.ts';

onDatabase('embedded', 'an address for messages', (database) => {
  let served: SampleServer;
  beforeAll(async () => { served = await serveSample(database.connection(), { channels: ['email'] }); });
  afterAll(() => served.stop());

  const visitor = async (role: Role) => {
    const cookie = await served.cookieOf(role);
    return async (method: string, path: string, json?: object) => {
      const reply = await fetch(`${served.origin}${path}`, {
        method, headers: { cookie, ...(json !== undefined && { 'content-type': 'application/json' }) }, ...(json !== undefined && { body: JSON.stringify(json) }),
      });
      const text = await reply.text();
      return { status: reply.status, text, body: JSON.parse(text) as Readonly<Record<string, unknown>>, wait: reply.headers.get('retry-after') };
    };
  };
  const type = (body: Readonly<Record<string, unknown>>): string => String(body['type']).split(':').at(-1) ?? '';
  /** What was sent last, opened with the keys of the server. */
  const codeSent = async (): Promise<string> => {
    const { region_id } = served.sample.region;
    const [row] = await served.database.as(programActor(region_id)).read((tx) => tx.query<{ message_id: string; secret: Buffer; secret_key: string }>(
      'select message_id, secret, secret_key from messages where region_id = $1 and secret is not null order by made_at desc limit 1', [region_id]));
    return served.database.keys.find(row?.secret_key ?? '')?.open(row?.secret ?? Buffer.alloc(0), aboutSecret(region_id, row?.message_id ?? '')) ?? '';
  };
  const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  test('counts once the code that was sent there has come back; a wrong one does not, a used one no more', async () => {
    const ask = await visitor('office');
    expect(type((await ask('POST', '/api/contact-addresses', { channel: 'email', address: 'not an address', language: 'zh' })).body)).toBe('address_not_sound');
    expect(type((await ask('POST', '/api/contact-addresses', { channel: 'sms', address: '13800000000', language: 'zh' })).body)).toBe('channel_not_there');
    const added = await ask('POST', '/api/contact-addresses', { channel: 'email', address: 'Wang@QZ.example.cn', language: 'zh' });
    expect(added.status).toBe(201);
    const path = `/api/contact-addresses/${String(added.body['address_id'])}`;
    const code = await codeSent();
    expect(type((await ask('POST', `${path}/choose`, { language: 'zh' })).body)).toBe('unknown_address');
    expect(type((await ask('POST', `${path}/verify`, { code: other(code) })).body)).toBe('one_time_code_wrong');
    expect((await ask('POST', `${path}/verify`, { code: ` ${code} ` })).status).toBe(200);
    expect(type((await ask('POST', `${path}/verify`, { code })).body)).toBe('one_time_code_not_valid');
    expect((await ask('GET', '/api/contact-addresses')).body).toMatchObject({ channels: ['email'], addresses: [{ address: 'W***@qz.example.cn', chosen: true, language: 'zh' }] });
    expect((await ask('POST', `${path}/choose`, { language: 'en' })).status).toBe(200);
    expect((await ask('DELETE', path)).status).toBe(200);
    expect(type((await ask('DELETE', path)).body)).toBe('unknown_address');
  });

  test('is not confirmed by the right code after five wrong ones, nor after five minutes, nor by anybody else', async () => {
    const ask = await visitor('city_bureau');
    const add = async () => ask('POST', '/api/contact-addresses', { channel: 'email', address: 'li@qz.example.cn', language: 'zh' });
    const later = (seconds: number) => asOwner(database, `update one_time_codes set made_at = made_at - $1 * interval '1 second', expires_at = expires_at - $1 * interval '1 second'`, [seconds]);
    const path = `/api/contact-addresses/${String((await add()).body['address_id'])}/verify`;
    const code = await codeSent();
    const stranger = await visitor('school_head');
    expect(type((await stranger('POST', path, { code })).body)).toBe('one_time_code_not_valid');
    for (let wrong = 0; wrong < 5; wrong += 1) expect(type((await ask('POST', path, { code: other(code) })).body)).toBe('one_time_code_wrong');
    expect(type((await ask('POST', path, { code })).body)).toBe('one_time_code_not_valid');
    const soon = await add();
    expect([type(soon.body), soon.status]).toEqual(['too_many_codes', 429]);
    expect(Number(soon.wait)).toBeGreaterThan(0);
    await later(61);
    const second = `/api/contact-addresses/${String((await add()).body['address_id'])}/verify`;
    const late = await codeSent();
    await later(301);
    expect(type((await ask('POST', second, { code: late })).body)).toBe('one_time_code_not_valid');
    for (let more = 0; more < 3; more += 1) {
      expect((await add()).status).toBe(201);
      await later(61);
    }
    expect(type((await add()).body)).toBe('too_many_codes');
    expect((await ask('GET', '/api/contact-addresses')).text).not.toContain('li@');
  });

  test('and what is sent there: a code is shown to nobody, and is not in the log', async () => {
    const code = await codeSent();
    expect(code).toMatch(/^\d{6}$/);
    const admin = await visitor('system_admin');
    const listed = await admin('GET', '/api/outbox?template=one_time_code');
    expect(listed.text).toContain('验证码 ******');
    expect(listed.text).not.toContain(code);
    expect(JSON.stringify(served.log)).not.toContain(code);
    const own = await (await visitor('city_bureau'))('GET', '/api/my-messages');
    expect((own.body['messages'] as unknown[]).length).toBeGreaterThan(0);
    expect((await (await visitor('school_head'))('GET', '/api/outbox')).status).toBe(403);
  });
});
