import { readFileSync } from 'node:fs';
import { soundAddress } from '../core/messages/address.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { MailSettings } from '../jobs/providers/mail.ts';
import { ROBOT_KINDS, type RobotSettings } from '../jobs/providers/robots.ts';
import { readableFile, type Read } from './setting-checks.ts';

const wrong = (zh: string, en: string): { readonly wrong: Bilingual } => ({ wrong: { zh, en } });

const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;
const PORTS = { tls: 465, starttls: 587, none: 25 } as const;

/** A mail server without the password: `smtps://user@host:465` speaks TLS from the start, `smtp://…` by STARTTLS. */
export type MailAddress = Pick<MailSettings, 'host' | 'port' | 'security' | 'user'>;

export function mailServer(text: string): Read<MailAddress> {
  const url = URL.canParse(text) ? new URL(text) : null;
  const sound = url !== null && (url.protocol === 'smtp:' || url.protocol === 'smtps:') && url.hostname !== '' && (url.pathname === '' || url.pathname === '/')
    && url.search === '' && url.hash === '' && url.password === '';
  if (!sound) return wrong('须形如 smtps://user@mail.example.gov.cn:465 或 smtp://user@mail.example.gov.cn:587；密码另行给出。', 'Give it as smtps://user@mail.example.gov.cn:465 or smtp://user@mail.example.gov.cn:587; the password goes elsewhere.');
  // Only on this very machine is nothing read on the way.
  const security = url.protocol === 'smtps:' ? 'tls' : LOOPBACK.test(url.hostname) ? 'none' : 'starttls';
  return { value: { host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port === '' ? PORTS[security] : Number(url.port), security, user: url.username === '' ? null : decodeURIComponent(url.username) } };
}

export function mailSender(text: string): Read<string> {
  const value = soundAddress('email', text);
  return value === null ? wrong('须为一个邮箱地址，例如 guantong@example.gov.cn。', 'Give an e-mail address, such as guantong@example.gov.cn.') : { value };
}

/** The address of a gateway: https, or plain on this very machine. */
export function gatewayUrl(text: string): Read<URL> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && url.username === '' && url.hash === '' && (url.protocol === 'https:' || url.protocol === 'http:' && LOOPBACK.test(url.hostname))) return { value: url };
  return wrong('须形如 https://sms.example.cn/send。', 'Give it as https://sms.example.cn/send.');
}

const NAME = /^[a-z][a-z0-9_-]{0,39}$/;

/** A file of robots: `[{"name":"office","kind":"dingtalk","url":"https://…","secret":"SEC…"}]`. */
export function robotsFile(text: string): Read<readonly RobotSettings[]> {
  const file = readableFile(text);
  if ('wrong' in file) return file;
  const listed = jsonOf(readFileSync(file.value, 'utf8'));
  const robots = Array.isArray(listed) ? listed.map(robotOf) : [];
  const at = robots.indexOf(null);
  if (!Array.isArray(listed) || at >= 0) {
    return wrong(`文件 ${file.value} ${at >= 0 ? `第 ${at + 1} 项` : ''}须形如 {"name":"office","kind":"dingtalk|feishu|wecom","url":"https://…","secret":"…"}，全部列在一个 JSON 数组中；企业微信不写 secret。`,
      `The file ${file.value}${at >= 0 ? `, item ${at + 1},` : ''} must be a JSON list of {"name":"office","kind":"dingtalk|feishu|wecom","url":"https://…","secret":"…"}; WeCom takes no secret.`);
  }
  const value = robots.filter((one) => one !== null);
  return new Set(value.map(({ name }) => name)).size === value.length
    ? { value }
    : wrong(`文件 ${file.value} 中有两个群的名称相同。`, `Two groups in the file ${file.value} have the same name.`);
}

function robotOf(given: unknown): RobotSettings | null {
  if (typeof given !== 'object' || given === null) return null;
  const { name, kind: kindText, url: urlText, secret = null, deduplicates = false } = given as Readonly<Record<string, unknown>>;
  const kind = ROBOT_KINDS.find((one) => one === kindText);
  const url = typeof urlText === 'string' ? gatewayUrl(urlText) : null;
  if (typeof name !== 'string' || !NAME.test(name) || kind === undefined || url === null || 'wrong' in url || typeof deduplicates !== 'boolean') return null;
  if (secret !== null && typeof secret !== 'string' || (secret === null) !== (kind === 'wecom')) return null;
  return { name, kind, url: url.value, secret, deduplicates };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
