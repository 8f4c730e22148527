import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import type { Bilingual } from '../core/values/bilingual.ts';
import { readDatabaseUrl } from '../store/postgres/connection.ts';
import { DatabaseRefusal } from '../store/postgres/refusal.ts';

/** What a setting's text comes to: its value, or what is wrong with it and what to do. */
export type Read<T> = { readonly value: T } | { readonly wrong: Bilingual };

const wrong = (zh: string, en: string): { readonly wrong: Bilingual } => ({ wrong: { zh, en } });

/** A whole number from `low` to `high`, both included. */
export function wholeFrom(low: number, high: number): (text: string) => Read<number> {
  return (text) => {
    const value = Number(text);
    if (/^\d{1,9}$/.test(text) && value >= low && value <= high) return { value };
    return wrong(`须为 ${low}–${high} 的整数。`, `Give a whole number from ${low} to ${high}.`);
  };
}

/** A name or address of this machine to listen at. */
export function hostName(text: string): Read<string> {
  return isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]{0,252}[a-z0-9])?$/i.test(text)
    ? { value: text }
    : wrong('须为本机的地址或名称，例如 127.0.0.1。', 'Give an address or name of this machine, such as 127.0.0.1.');
}

/** `https://name[:port]`, nothing after it. */
export function httpsAddress(text: string): Read<URL> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'https:' && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '') return { value: url };
  return wrong('须形如 https://guantong.example.gov.cn，不带路径。', 'Give it as https://guantong.example.gov.cn, without a path.');
}

/** Addresses, separated by commas. */
export function addresses(text: string): Read<readonly string[]> {
  const value = text.split(',').map((one) => one.trim()).filter((one) => one !== '');
  return value.length > 0 && value.every((one) => isIP(one) !== 0)
    ? { value }
    : wrong('须为反向代理的 IP 地址，多个以逗号分隔，例如 127.0.0.1。', 'Give the IP addresses of the proxies, separated by commas, such as 127.0.0.1.');
}

/** A file that can be read. */
export function readableFile(text: string): Read<string> {
  const value = resolve(text);
  try {
    accessSync(value, constants.R_OK);
    if (statSync(value).isFile()) return { value };
  } catch {
    // Said below: a file that is absent and one that is closed to us are mended in the same place.
  }
  return wrong(`文件 ${value} 不存在或无法读取，请检查路径和权限。`, `The file ${value} is absent or cannot be read. Check its path and rights.`);
}

/** A directory; whether it can be written is found out by whoever makes it. */
export function directory(text: string): Read<string> {
  const value = resolve(text);
  return statSync(value, { throwIfNoEntry: false })?.isDirectory() ?? true
    ? { value }
    : wrong(`${value} 是文件，不是文件夹。`, `${value} is a file, not a directory.`);
}

/** A file that is there or will be made. */
export function file(text: string): Read<string> {
  const value = resolve(text);
  return statSync(value, { throwIfNoEntry: false })?.isDirectory() ?? false
    ? wrong(`${value} 是文件夹，请写明文件名。`, `${value} is a directory. Name a file.`)
    : { value };
}

/** A file to write, or `-` for standard error. */
export function logTarget(text: string): Read<string> {
  return text === '-' ? { value: text } : file(text);
}

export function databaseUrl(text: string): Read<string> {
  try {
    readDatabaseUrl(text);
    return { value: text };
  } catch (error) {
    if (error instanceof DatabaseRefusal) return { wrong: error.text };
    throw error;
  }
}

const KEY_BYTES = 32;

/** Keys of 32 bytes as base64, separated by commas: the first seals. */
export function secretKeys(text: string): Read<string> {
  return text.split(',').every((one) => Buffer.from(one.trim(), 'base64').length === KEY_BYTES)
    ? { value: text }
    : wrong('须为 32 字节密钥的 base64，可用 openssl rand -base64 32 生成；多个以逗号分隔。', 'Give a key of 32 bytes as base64, such as openssl rand -base64 32 makes; several with commas.');
}

const SHORTEST_TOKEN = 20;

/** The one line of a file that holds a token of at least 20 characters. */
export function tokenFile(text: string): Read<string> {
  const file = readableFile(text);
  if ('wrong' in file) return file;
  const value = readFileSync(file.value, 'utf8').trim();
  return value.length >= SHORTEST_TOKEN && !/\s/.test(value)
    ? { value }
    : wrong(`文件 ${file.value} 须只有一行令牌，至少 ${SHORTEST_TOKEN} 个字符。`, `The file ${file.value} must hold one token of at least ${SHORTEST_TOKEN} characters.`);
}

/** The one line of a file that holds a secret. */
export function secretFile(text: string): Read<string> {
  const file = readableFile(text);
  if ('wrong' in file) return file;
  const value = readFileSync(file.value, 'utf8').replace(/\r?\n$/, '');
  return value !== '' && !/[\r\n]/.test(value) ? { value } : wrong(`文件 ${file.value} 须只有一行。`, `The file ${file.value} must hold one line.`);
}

const LOOPBACK_ISSUER = /^http:\/\/(localhost|127(?:\.\d{1,3}){3}|\[::1\])(:\d+)?(\/|$)/;

/** The address of an OpenID provider: https, or plain on this very machine to try things out. */
export function issuer(text: string): Read<string> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && url.search === '' && url.hash === '' && (url.protocol === 'https:' || LOOPBACK_ISSUER.test(text))) return { value: text };
  return wrong('须形如 https://sso.example.gov.cn。', 'Give it as https://sso.example.gov.cn.');
}

/** One word, without spaces. */
export function word(text: string): Read<string> {
  return /^\S{1,500}$/.test(text) ? { value: text } : wrong('须为一个词，不含空格。', 'Give one word, without spaces.');
}

/** Words, separated by commas. */
export function words(text: string): Read<readonly string[]> {
  const value = text.split(',').map((one) => one.trim()).filter((one) => one !== '');
  return value.length > 0 ? { value } : wrong('须至少有一个值，多个以逗号分隔。', 'Give at least one value; several with commas.');
}
