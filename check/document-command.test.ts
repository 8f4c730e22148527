import { execFile } from 'node:child_process';
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { date } from '../core/values/plain-date.ts';
import { statementOf } from '../store/document-statement.ts';
import { hashOf } from '../store/hashes.ts';

const MAIN = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
const BYTES = Buffer.from('%PDF-1.7 made');

describe('guantong document verify', () => {
  let folder = '';
  const file = (name: string): string => join(folder, name);
  const pem = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString();
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'guantong-document-'));
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const statement = statementOf({
      region: '330800', kind: 'campus_plate', issuer: '职改办', number: '衢贯通牌〔2026〕1号', version: 1, code: '0000-0000-0000-0000', dated: date('2026-03-03'),
      issued_at: '2026-03-03T00:00:00Z', content_hash: hashOf('sha256', 'content'), file_hash: hashOf('sha256', BYTES),
    });
    const receipt = { statement, signature: sign(null, Buffer.from(statement), privateKey).toString('base64') };
    writeFileSync(file('a.pdf'), BYTES);
    writeFileSync(file('touched.pdf'), Buffer.concat([BYTES, Buffer.from('.')]));
    writeFileSync(file('receipt.json'), JSON.stringify(receipt));
    writeFileSync(file('forged.json'), JSON.stringify({ ...receipt, statement: statement.replace('1号', '2号') }));
    writeFileSync(file('none.json'), '{}');
    writeFileSync(file('key.pem'), pem(publicKey));
    writeFileSync(file('other.pem'), pem(generateKeyPairSync('ed25519').publicKey));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = async (document: string, receipt: string, key: string): Promise<{ code: number; out: string }> => {
    const args = [MAIN, 'document', 'verify', file(document), '--receipt', file(receipt), '--key', file(key), '--json'];
    return promisify(execFile)(process.execPath, args).then(
      ({ stdout }) => ({ code: 0, out: stdout }), (error: { code: number; stdout: string }) => ({ code: error.code, out: error.stdout }));
  };

  test.each([
    ['the file and its receipt', 'a.pdf', 'receipt.json', 'key.pem', 0, { signed: true, same: true }],
    ['one byte more', 'touched.pdf', 'receipt.json', 'key.pem', 1, { signed: true, same: false }],
    ['another number in the receipt', 'a.pdf', 'forged.json', 'key.pem', 1, { signed: false, same: true }],
    ['the key of somebody else', 'a.pdf', 'receipt.json', 'other.pem', 1, { signed: false, same: true }],
  ])('%s', async (_, document, receipt, key, code, told) => {
    const answer = await run(document, receipt, key);
    expect(answer.code).toBe(code);
    expect(JSON.parse(answer.out)).toMatchObject({ number: expect.stringContaining('衢贯通牌'), ...told });
  });

  test.each([['no such file', 'none.pdf', 'receipt.json', 'key.pem'], ['no receipt', 'a.pdf', 'none.json', 'key.pem'], ['no key', 'a.pdf', 'receipt.json', 'a.pdf']])(
    '%s: refused', async (_, document, receipt, key) => expect((await run(document, receipt, key)).code).toBe(2));
});
