import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeAgreement } from '../core/agreements/compose.ts';
import { FIRST_DAY, madeFacts, parametersOf } from '../core/agreements/made-agreement.ts';
import { agreementSheet } from '../core/agreements/sheet.ts';
import { composeInternship } from '../core/internships/content.ts';
import { internshipSheet } from '../core/internships/sheet.ts';
import { date } from '../core/values/plain-date.ts';
import { printDocument } from '../paper/print-document.ts';
import { makeTestSeal } from '../paper/seal/certificate.ts';
import { readOne } from '../paper/seal/der.ts';
import { openSealed } from '../paper/seal/open-sealed.ts';
import { sealPdf } from '../paper/seal/seal-pdf.ts';
import { readSeal } from '../store/seal.ts';

const MAIN = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
const AT = new Date('2026-03-02T02:00:00Z');

function madePaper(): Uint8Array {
  const composed = composeAgreement(madeFacts(), parametersOf(), FIRST_DAY);
  if (composed.outcome !== 'done') throw new Error('the made agreement is incomplete');
  const sheet = agreementSheet(composed.content, { on: FIRST_DAY, signatures: [{ party: '学生', signer: '钟𬭚', at: '2025-09-10 10:00:00', evidence: '验证码' }], seal: '测试' });
  return printDocument(sheet, { issuer: '学院', number: '衢贯通协〔2025〕1号', version: 1, code: 'k7qm-2xdr-9abc-defg', verify_page: 'https://made.example/verify', replaces: null, sample: false, issued_at: AT.toISOString() });
}

function madeInternshipPaper(): Uint8Array {
  const composed = composeInternship({
    student: { student_id: '20221001', name: '钟𬭚', birth_date: date('2005-03-01') }, guardian: { name: '钟母', relation: '母亲' }, school: { org_id: 'S', name: '甲职业中专' }, firm: { org_id: 'F', name: '丙精密制造' },
    programme: { programme_id: 'P', name: '数控技术' }, post: { title: '数控操作', place: '一号厂房', wage_yuan: '3200.00', safety_contact: '陈工' }, from: date('2026-03-01'), to: date('2026-06-25'),
  }, parametersOf());
  if ('lacking' in composed) throw new Error(composed.lacking.join(' '));
  const sheet = internshipSheet(composed.content, { on: FIRST_DAY, signatures: [{ party: '实习单位', signer: '丙精密制造　李四', at: '2026-02-10 10:00:00', evidence: '验证码' }], seal: '测试' });
  return printDocument(sheet, { issuer: '甲职业中专', number: '衢贯通习〔2026〕1号', version: 1, code: 'k7qm-2xdr-9abc-defg', verify_page: 'https://made.example/verify', replaces: null, sample: false, issued_at: AT.toISOString() });
}

describe('guantong agreement verify', () => {
  const seal = makeTestSeal('乙职业学院', new Date('2026-01-01'));
  const sealed = sealPdf(madePaper(), seal, { name: '乙职业学院', reason: '三方协议', at: AT });
  const old = sealPdf(madePaper(), seal, { name: '乙职业学院', reason: '三方协议', at: new Date('2025-12-31T23:59:59Z') });
  const internship = sealPdf(madeInternshipPaper(), seal, { name: '甲职业中专', reason: '岗位实习三方协议', at: AT });
  let folder = '';
  const file = (name: string): string => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'guantong-agreement-'));
    writeFileSync(file('a.pdf'), sealed);
    writeFileSync(file('old.pdf'), old);
    writeFileSync(file('unsealed.pdf'), madePaper());
    const touched = Buffer.from(sealed);
    touched[5000] = (touched[5000] ?? 0) ^ 1;
    writeFileSync(file('touched.pdf'), touched);
    writeFileSync(file('longer.pdf'), Buffer.concat([sealed, Buffer.from('\n')]));
    writeFileSync(file('internship.pdf'), internship);
    const swapped = Buffer.from(internship);
    swapped[Math.floor(swapped.length / 2)] = (swapped[Math.floor(swapped.length / 2)] ?? 0) ^ 1;
    writeFileSync(file('internship-touched.pdf'), swapped);
    writeFileSync(file('ca.pem'), seal.ca.toString());
    writeFileSync(file('other.pem'), makeTestSeal('他', AT).ca.toString());
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = async (document: string, ca: string) => promisify(execFile)(process.execPath, [MAIN, 'agreement', 'verify', file(document), '--ca', file(ca), '--json']).then(
    ({ stdout }) => ({ code: 0, out: stdout }), (error: { code: number; stdout: string }) => ({ code: error.code, out: error.stdout }));

  test.each([
    ['the paper as it was sealed', 'a.pdf', 'ca.pem', 0, null], ['one byte flipped', 'touched.pdf', 'ca.pem', 1, 'touched'], ['one byte more', 'longer.pdf', 'ca.pem', 1, 'touched'],
    ['a certificate of another authority', 'a.pdf', 'other.pem', 1, 'not_trusted'], ['sealed the second before the certificate begins', 'old.pdf', 'ca.pem', 1, 'out_of_date'], ['no seal', 'unsealed.pdf', 'ca.pem', 1, 'no_seal'],
    ['the paper of an internship', 'internship.pdf', 'ca.pem', 0, null], ['one bit of it flipped', 'internship-touched.pdf', 'ca.pem', 1, 'touched'],
  ])('%s', async (_, document, ca, code, fault) => {
    const answer = await run(document, ca);
    expect([answer.code, JSON.parse(answer.out)]).toEqual([code, expect.objectContaining({ holds: fault === null, fault })]);
  });

  test.each([['no such file', 'none.pdf', 'ca.pem'], ['no certificate', 'a.pdf', 'a.pdf']])('%s: refused', async (_, document, ca) => expect((await run(document, ca)).code).toBe(2));

  test('a signature that ends with zeros of its own holds, and not with another last byte', () => {
    const paper = madePaper();
    for (let second = 0; ; second += 1) {
      const one = Buffer.from(sealPdf(paper, seal, { name: '乙职业学院', reason: '三方协议', at: new Date(AT.getTime() + second * 1000) }));
      const from = one.indexOf('/Contents <3') + '/Contents <'.length;
      const { value: { whole } } = readOne(Buffer.from(one.subarray(from, one.indexOf('>', from)).toString('latin1'), 'hex'));
      if (whole.at(-1) !== 0) continue;
      expect(openSealed(one, [seal.ca]).fault, `second ${second}`).toBeNull();
      one.write('01', from + whole.length * 2 - 2, 'latin1');
      expect(openSealed(one, [seal.ca]).fault).toBe('touched');
      break;
    }
  });

  test('no bit of it can be flipped unnoticed, its signature least of all', () => {
    const from = Buffer.from(sealed).indexOf('/Contents <3') + '/Contents '.length;
    const places = [...Array.from({ length: 400 }, (_, at) => Math.floor((at * sealed.length) / 400)), ...Array.from({ length: 700 }, (_, at) => from - 20 + at * 7)];
    const unnoticed = places.filter((place) => {
      const touched = Buffer.from(sealed);
      touched[place] = (touched[place] ?? 0) ^ (1 << (place % 8));
      return openSealed(touched, [seal.ca]).fault === null;
    });
    expect(unnoticed).toEqual([]);
  });

  test('pdfsig says the same', () => {
    const asked = spawnSync('pdfsig', ['-nocert', file('a.pdf')], { encoding: 'utf8' });
    // Where there is no pdfsig, what it would look at was looked at above.
    if (asked.error !== undefined) return;
    expect(asked.stdout).toMatch(/Signature Type: ETSI\.CAdES\.detached[\s\S]*Total document signed[\s\S]*Signature is Valid/);
    expect(spawnSync('pdfsig', ['-nocert', file('touched.pdf')], { encoding: 'utf8' }).stdout).not.toContain('Signature is Valid');
  });

  test('a seal is read from PEM in any order, and refused with the reason', () => {
    const key = seal.key.export({ type: 'pkcs8', format: 'pem' }).toString();
    const read = (text: string) => {
      writeFileSync(file('seal.pem'), text);
      return readSeal({ file: file('seal.pem'), passphrase: null });
    };
    expect(read(`${seal.ca}${key}${seal.certificate}`)).toMatchObject({ test: true, chain: [expect.objectContaining({ subject: seal.ca.subject })] });
    expect(() => read(String(seal.certificate))).toThrow('no_key');
    expect(() => read(key)).toThrow('no_certificate');
    expect(() => read(`${key}${seal.ca}`)).toThrow('not_of_this_key');
    const closed = seal.key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString();
    expect(() => read(`${closed}${seal.certificate}`)).toThrow('passphrase_wrong');
  });

  test('and from PKCS#12, as OpenSSL of today and of before writes it', () => {
    writeFileSync(file('key.pem'), seal.key.export({ type: 'pkcs8', format: 'pem' }));
    writeFileSync(file('cert.pem'), `${seal.certificate}`);
    for (const [name, more] of [['new.p12', []], ['old.p12', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']]] as const) {
      const made = spawnSync('openssl', ['pkcs12', '-export', '-inkey', file('key.pem'), '-in', file('cert.pem'), '-certfile', file('ca.pem'), '-out', file(name), '-passout', 'pass:口令', ...more]);
      if (made.error !== undefined) return;
      expect(readSeal({ file: file(name), passphrase: '口令' })).toMatchObject({ test: true, chain: [expect.anything()] });
      expect(() => readSeal({ file: file(name), passphrase: '不对' })).toThrow('passphrase_wrong');
    }
  });
});
