import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';
import { gatewayUrl, mailServer, robotsFile } from './message-checks.ts';

describe('a mail server', () => {
  test('is spoken to under TLS, from the start or by STARTTLS, and in clear on this machine only', () => {
    const of = (text: string) => mailServer(text);
    expect(of('smtps://gt@mail.qz.cn')).toEqual({ value: { host: 'mail.qz.cn', port: 465, security: 'tls', user: 'gt' } });
    expect(of('smtp://gt%40qz.cn@mail.qz.cn')).toEqual({ value: { host: 'mail.qz.cn', port: 587, security: 'starttls', user: 'gt@qz.cn' } });
    expect(of('smtp://127.0.0.1:2525')).toEqual({ value: { host: '127.0.0.1', port: 2525, security: 'none', user: null } });
  });
  test('has no password in its address, no path, no other protocol', () => {
    for (const text of ['smtps://gt:secret@mail.qz.cn', 'smtp://mail.qz.cn/x', 'https://mail.qz.cn', 'mail.qz.cn', 'smtp://']) expect(mailServer(text), text).toHaveProperty('wrong');
  });
});

test('a gateway is reached by https, in clear on this machine only', () => {
  expect(gatewayUrl('https://sms.example.cn/send')).toHaveProperty('value');
  expect(gatewayUrl('http://127.0.0.1:9000/send')).toHaveProperty('value');
  for (const text of ['http://sms.example.cn/send', 'ftp://sms.example.cn', 'https://a:b@sms.example.cn', 'sms']) expect(gatewayUrl(text), text).toHaveProperty('wrong');
});

test('a file of robots names each group once; what is wrong with it is said by its place and never quoted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guantong-robots-'));
  const file = join(folder, 'robots.json');
  const read = (content: unknown) => {
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return robotsFile(file);
  };
  const office = { name: 'office', kind: 'dingtalk', url: 'https://oapi.dingtalk.com/robot/send?access_token=x', secret: 'SEC1' };
  expect(read([office, { name: 'school', kind: 'wecom', url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=x' }])).toMatchObject({ value: [{ name: 'office' }, { name: 'school', secret: null }] });
  for (const wrong of ['{', {}, [office, office], [{ ...office, name: 'Office' }], [{ ...office, kind: 'slack' }], [{ ...office, url: 'http://a.cn' }], [{ ...office, secret: undefined }], [{ ...office, kind: 'wecom' }]]) {
    const answer = read(wrong);
    expect(answer, JSON.stringify(wrong)).toHaveProperty('wrong');
    expect(JSON.stringify(answer)).not.toContain('SEC1');
  }
  rmSync(folder, { recursive: true });
});

test('what belongs together is given together, and a secret is never repeated', () => {
  const wrongOf = (environment: Readonly<Record<string, string | undefined>>): string => {
    try {
      readConfiguration({}, environment);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };
  const mail = { GUANTONG_MAIL_SERVER: 'smtps://gt@mail.qz.cn', GUANTONG_MAIL_FROM: 'gt@qz.cn', GUANTONG_MAIL_PASSWORD: 'pw-1234' };
  expect(wrongOf(mail)).toBe('');
  expect(wrongOf({ GUANTONG_SMS_URL: 'https://sms.example.cn', GUANTONG_SMS_SECRET: 's' })).toBe('');
  for (const wrong of [{ ...mail, GUANTONG_MAIL_FROM: '' }, { ...mail, GUANTONG_MAIL_PASSWORD: '' }, { ...mail, GUANTONG_MAIL_SERVER: 'smtps://mail.qz.cn' },
    { GUANTONG_SMS_URL: 'https://sms.example.cn' }, { GUANTONG_SMS_URL: 'https://sms.example.cn', GUANTONG_SMS_SECRET: 's', GUANTONG_SMS_FOLDER: 'sms' }]) {
    expect(wrongOf(wrong), JSON.stringify(wrong)).toContain('GUANTONG_');
    expect(wrongOf(wrong)).not.toContain('pw-1234');
  }
});
