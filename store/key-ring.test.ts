import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHmac, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { derive } from './cipher.ts';
import { kindOfToken, openRing } from './key-ring.ts';
import { keySource, memorySource, newKey, newKeys } from './key-source.ts';

const ID = '330802200801010014';
const home = mkdtempSync(join(tmpdir(), 'guantong-keys-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('keys in a file', () => {
  test('are written whole, for their owner only, and read again as they were', () => {
    const source = keySource(join(home, 'a'), {});
    expect([source.read(), source.stamp()]).toEqual([null, '']);
    const keys = newKeys('2026-11-24T00:00:00Z');
    source.write?.(keys);
    expect(source.read()).toEqual({ ...keys, index_secret: Buffer.from(keys.index_secret) });
    expect([statSync(source.place).mode & 0o777, statSync(join(home, 'a', 'keys')).mode & 0o777]).toEqual([0o600, 0o700]);
    expect(readdirSync(join(home, 'a', 'keys'))).toEqual(['personal-data.json']);
  });

  test('that were damaged, or are of something else, are refused with the place', () => {
    const source = keySource(join(home, 'b'), {});
    source.write?.(newKeys());
    const good = readFileSync(source.place, 'utf8');
    for (const bad of ['', '{', '{}', 'c2hvcnQ=', good.replace('keys 1', 'keys 9'), good.replace(/"secret": "../, '"secret": "AA'), good.replace('aes-256-gcm', 'rot13')]) {
      writeFileSync(source.place, bad);
      expect(() => source.read()).toThrow(source.place);
    }
    writeFileSync(source.place, good);
    expect(source.read()?.keys.length).toBe(1);
  });
});

describe('keys of the environment', () => {
  const [one, two] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];

  test('open what was sealed before a new one was put in front, and make the same tokens', () => {
    const before = openRing(keySource(home, { GUANTONG_DATA_KEY: one }));
    const after = openRing(keySource(home, { GUANTONG_DATA_KEY: `${two}, ${one}` }));
    const { key_id, seal } = before.current();
    expect(after.find(key_id)?.open(seal(ID, 'x'), 'x')).toBe(ID);
    expect(after.current().key_id).not.toBe(key_id);
    expect(after.token('citizen_id', ID)).toBe(before.token('citizen_id', ID));
    expect(openRing(keySource(home, { GUANTONG_DATA_KEY: two })).token('citizen_id', ID)).not.toBe(before.token('citizen_id', ID));
    expect(before.source.write).toBeNull();
  });

  test('may be named as a file that holds nothing else', () => {
    const file = join(home, 'bare');
    writeFileSync(file, `${one}\n`);
    const named = openRing(keySource(home, { GUANTONG_DATA_KEY_FILE: file }));
    expect(named.current().key_id).toBe(openRing(keySource(home, { GUANTONG_DATA_KEY: one })).current().key_id);
    expect(() => openRing(keySource(home, { GUANTONG_DATA_KEY: 'short' }))).toThrow('GUANTONG_DATA_KEY');
  });
});

describe('a ring', () => {
  test('seals with a new key as soon as there is one, and opens with both', () => {
    const source = keySource(join(home, 'c'), {});
    const keys = newKeys();
    source.write?.(keys);
    const ring = openRing(source);
    const old = ring.current();
    const fresh = newKey('sm4-cbc-hmac-sm3');
    source.write?.({ ...keys, keys: [fresh, ...keys.keys] });
    expect(ring.find(fresh.key_id)?.cipher).toBe('sm4-cbc-hmac-sm3');
    expect([ring.current().key_id, ring.find(old.key_id)?.open(old.seal(ID, 'x'), 'x')]).toEqual([fresh.key_id, ID]);
    source.write?.({ ...keys, keys: [fresh] });
    expect(ring.all().map(({ key_id }) => key_id)).toEqual([fresh.key_id]);
    expect(ring.find(old.key_id)).toBeNull();
  });

  test('makes its tokens by HMAC-SHA-256, of texts of any length', () => {
    const keys = newKeys();
    const ring = openRing(memorySource(keys));
    const index = derive(keys.index_secret, 'index', 32);
    for (const text of ['', '1', ID, '欧阳', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'y'.repeat(500)]) {
      expect(ring.token('phone', text)).toBe(`sealed:phone:${createHmac('sha256', index).update(`phone\u001f${text}`).digest().subarray(0, 24).toString('base64url')}`);
    }
  });

  test('gives one token to one value, another to any other, and none tells its value', () => {
    const ring = openRing(memorySource());
    const token = ring.token('citizen_id', ID);
    expect([token, kindOfToken(token), token.length]).toEqual([ring.token('citizen_id', ID), 'citizen_id', 50]);
    expect(new Set([token, ring.token('phone', ID), ring.token('citizen_id', `${ID}X`), openRing(memorySource()).token('citizen_id', ID)]).size).toBe(4);
    for (const text of [ID, 'sealed:citizen_id:short', 'sealed:name:'.padEnd(44, 'a'), `${token}x`]) expect(kindOfToken(text)).toBeNull();
  });
});
