import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import type { ParseArgsOptionsConfig } from 'node:util';
import type { Bilingual } from '../core/values/bilingual.ts';
import { Refused } from './command.ts';
import { sealWrong } from './seal-check.ts';
import { gatewayUrl, mailSender, mailServer, robotsFile } from './message-checks.ts';
import { dataDirectory } from './open-store.ts';
import { addresses, databaseUrl, directory, file, hostName, httpsAddress, issuer, logTarget, readableFile, secretFile, secretKeys, tokenFile, wholeFrom, word, words, type Read } from './setting-checks.ts';

/** One setting of the server: where it is given, what it means, what it must be. */
interface Setting<T> {
  /** `--port`, without the dashes; null: in the environment only. */
  readonly flag: string | null;
  readonly variable: string | null;
  /** How the value is shown in the list of settings. */
  readonly takes: string;
  readonly meaning: Bilingual;
  readonly fallback: string | null;
  readonly read: (text: string) => Read<T>;
}

function setting<T>(
  flag: string | null, variable: string | null, takes: string, fallback: string | null, read: Setting<T>['read'], zh: string, en: string,
): Setting<T> {
  return { flag, variable, takes, fallback, read, meaning: { zh, en } };
}

const LAST_PORT = 65_535;
const MINUTES_OF_A_DAY = 1440;
const HOURS_OF_A_MONTH = 720;
const MOST_REQUESTS = 100_000_000;

/** Every setting of `serve`, in the order in which they are listed. A flag goes before its variable. */
export const SETTINGS = {
  host: setting('host', 'GUANTONG_HOST', 'ADDRESS', '127.0.0.1', hostName, '监听地址', 'the address to listen at'),
  port: setting('port', 'GUANTONG_PORT', 'N', '3000', wholeFrom(0, LAST_PORT), '监听端口；0 为任一空闲端口', 'the port to listen at; 0: any that is free'),
  data: setting('data', 'GUANTONG_DATA', 'DIR', null, directory, '数据目录（默认为项目中的 .data）', 'the data directory (default: .data in the project)'),
  database: setting(null, 'DATABASE_URL', 'URL', null, databaseUrl, '自有 PostgreSQL 的地址；不设则用自带的数据库', 'a PostgreSQL of your own; without it the one inside is used'),
  publicAddress: setting('public-address', 'GUANTONG_PUBLIC_ADDRESS', 'https://NAME', null, httpsAddress, '浏览器看到的地址', 'the address that browsers see'),
  tlsKey: setting('tls-key', 'GUANTONG_TLS_KEY', 'FILE', null, readableFile, 'TLS 私钥（PEM）；SIGHUP 后重新读取', 'private key for TLS (PEM); read again on SIGHUP'),
  tlsCert: setting('tls-cert', 'GUANTONG_TLS_CERT', 'FILE', null, readableFile, 'TLS 证书链（PEM）；SIGHUP 后重新读取', 'certificate chain for TLS (PEM); read again on SIGHUP'),
  proxies: setting('behind-proxy', 'GUANTONG_BEHIND_PROXY', 'ADDRESS,…', null, addresses, '位于反向代理之后；只信任这些地址转来的请求', 'behind a proxy; only what these addresses forward is believed'),
  log: setting('log', 'GUANTONG_LOG', 'FILE|-', null, logTarget, '运行日志（默认为数据目录中的 server.log；- 为标准错误）', 'the log (default: server.log in the data directory; -: standard error)'),
  checkpoints: setting('checkpoints', 'GUANTONG_CHECKPOINTS', 'DIR', null, directory, '审计检查点目录（默认为数据目录中的 checkpoints）', 'directory of the audit checkpoints (default: checkpoints in the data directory)'),
  dataKey: setting(null, 'GUANTONG_DATA_KEY', 'BASE64', null, secretKeys, '个人数据密钥（32 字节）', 'key of personal data (32 bytes)'),
  dataKeyFile: setting(null, 'GUANTONG_DATA_KEY_FILE', 'FILE', null, file, '个人数据密钥文件（默认为数据目录中的 keys/personal-data.json）', 'key file of personal data (default: keys/personal-data.json in the data directory)'),
  sessionIdle: setting('session-idle', 'GUANTONG_SESSION_IDLE', 'MINUTES', '30', wholeFrom(1, MINUTES_OF_A_DAY), '无操作多久后须重新登录', 'sign in again after so long without a request'),
  sessionLongest: setting('session-longest', 'GUANTONG_SESSION_LONGEST', 'HOURS', '12', wholeFrom(1, HOURS_OF_A_MONTH), '登录最长有效多久', 'sign in again after so long in any case'),
  oidcIssuer: setting('oidc-issuer', 'GUANTONG_OIDC_ISSUER', 'URL', null, issuer, '统一身份认证（OpenID Connect）提供方', 'provider of single sign-on (OpenID Connect)'),
  oidcClientId: setting('oidc-client-id', 'GUANTONG_OIDC_CLIENT_ID', 'ID', null, word, '在提供方登记的客户端编号', 'id of this client at the provider'),
  oidcSecret: setting(null, 'GUANTONG_OIDC_CLIENT_SECRET', 'SECRET', null, word, '客户端密钥；公共客户端不设', 'secret of this client; none for a public client'),
  oidcSecretFile: setting(null, 'GUANTONG_OIDC_CLIENT_SECRET_FILE', 'FILE', null, tokenFile, '客户端密钥文件', 'file with the secret of this client'),
  oidcAccountClaim: setting('oidc-account-claim', 'GUANTONG_OIDC_ACCOUNT_CLAIM', 'NAME', null, word, '指明本系统账号名的声明；首次登录据此关联，不设则只由人关联', 'the claim that names an account here, by which a first sign-on links; without it people link'),
  oidcSecondFactor: setting('oidc-second-factor', 'GUANTONG_OIDC_SECOND_FACTOR', 'VALUE,…', null, words, '表示提供方已作第二重验证的 amr 或 acr 值；不设则仍由本系统验证', 'values of amr or acr that say a second factor was shown there; without them ours is asked'),
  mailServer: setting('mail-server', 'GUANTONG_MAIL_SERVER', 'smtps://USER@HOST', null, mailServer, '发送邮件的服务器；smtp:// 用 STARTTLS', 'the server that e-mail goes out by; smtp:// uses STARTTLS'),
  mailPassword: setting(null, 'GUANTONG_MAIL_PASSWORD', 'SECRET', null, word, '邮件服务器的密码', 'password at the mail server'),
  mailPasswordFile: setting(null, 'GUANTONG_MAIL_PASSWORD_FILE', 'FILE', null, secretFile, '邮件服务器的密码文件', 'file with the password at the mail server'),
  mailFrom: setting('mail-from', 'GUANTONG_MAIL_FROM', 'NAME@HOST', null, mailSender, '发件地址', 'the address that e-mail comes from'),
  smsUrl: setting('sms-url', 'GUANTONG_SMS_URL', 'URL', null, gatewayUrl, '短信网关', 'the gateway of text messages'),
  smsSecret: setting(null, 'GUANTONG_SMS_SECRET', 'SECRET', null, word, '短信网关的签名密钥', 'what requests to the gateway are signed with'),
  smsSecretFile: setting(null, 'GUANTONG_SMS_SECRET_FILE', 'FILE', null, secretFile, '短信网关的签名密钥文件', 'file with what requests to the gateway are signed with'),
  smsFolder: setting('sms-folder', 'GUANTONG_SMS_FOLDER', 'DIR', null, directory, '没有短信合同时：短信写入此文件夹', 'without a contract: text messages are written into this directory'),
  robots: setting('robots-file', 'GUANTONG_ROBOTS_FILE', 'FILE', null, robotsFile, '群机器人（JSON）', 'robots of groups (JSON)'),
  seal: setting('seal', 'GUANTONG_SEAL', 'FILE', null, readableFile, '三方协议的签章：PEM（私钥和证书）或 .p12；不设则用测试证书', 'the seal of agreements: PEM with key and certificates, or .p12; without it a certificate for tests'),
  sealPassphrase: setting(null, 'GUANTONG_SEAL_PASSPHRASE_FILE', 'FILE', null, secretFile, '签章口令文件', 'file with the passphrase of the seal'),
  anonymousRequests: setting('anonymous-requests', 'GUANTONG_ANONYMOUS_REQUESTS', 'N', '6000', wholeFrom(1, MOST_REQUESTS), '未登录时每个地址每分钟最多请求数', 'most requests a minute from one address without signing in'),
  accountRequests: setting('account-requests', 'GUANTONG_ACCOUNT_REQUESTS', 'N', '120000', wholeFrom(1, MOST_REQUESTS), '登录后每个账号每分钟最多请求数', 'most requests a minute of one account'),
  metricsToken: setting('metrics-token-file', 'GUANTONG_METRICS_TOKEN_FILE', 'FILE', null, tokenFile, '从其他机器读取 /metrics 所需的令牌；不设则仅限本机', 'token for reading /metrics from another machine; without it only this machine may'),
} as const;

type Settings = typeof SETTINGS;
type Values = { readonly [K in keyof Settings]: Settings[K] extends Setting<infer T> ? T | null : never };

/** What the server runs by, checked. */
export interface Configuration extends Values {
  readonly host: string;
  readonly port: number;
  readonly data: string;
  /** A file, or null for standard error. */
  readonly logFile: string | null;
  readonly checkpoints: string;
  readonly sessionIdle: number;
  readonly sessionLongest: number;
  readonly anonymousRequests: number;
  readonly accountRequests: number;
  /** Key and certificate where the server speaks TLS itself. */
  readonly tls: { readonly key: string; readonly cert: string } | null;
}

/** The settings as options of `parseArgs`. */
export const SETTING_OPTIONS = Object.fromEntries(
  Object.values(SETTINGS).flatMap(({ flag }) => (flag === null ? [] : [[flag, { type: 'string' }]])),
) as ParseArgsOptionsConfig;

/** What is given by these is never repeated to anybody. */
const SECRET_VARIABLES: ReadonlySet<string> = new Set(['DATABASE_URL', 'GUANTONG_DATA_KEY', 'GUANTONG_OIDC_CLIENT_SECRET', 'GUANTONG_MAIL_PASSWORD', 'GUANTONG_SMS_SECRET']);

export type Given = Readonly<Record<string, unknown>>;

const nameOf = ({ flag, variable }: Setting<unknown>): string => [flag === null ? [] : `--${flag}`, variable ?? []].flat().join(' / ');

/** Reads flags, environment and defaults. @throws Refused with everything that is wrong, each with what to do. */
export function readConfiguration(flags: Given, environment: Readonly<Record<string, string | undefined>>): Configuration {
  const problems: string[] = [];
  const complain = (about: string, { zh, en }: Bilingual): void => { problems.push(`${about}\n  ${zh}\n  ${en}`); };
  const read = Object.fromEntries(Object.entries(SETTINGS).map(([key, one]: [string, Setting<unknown>]) => {
    const flag = one.flag === null ? undefined : flags[one.flag];
    const text = typeof flag === 'string' ? flag : (one.variable === null ? undefined : environment[one.variable]);
    const given = text === undefined || (text === '' && flag === undefined) ? one.fallback : text;
    if (given === null) return [key, null];
    const result = one.read(given);
    if ('value' in result) return [key, result.value];
    complain(`${nameOf(one)} = ${SECRET_VARIABLES.has(one.variable ?? '') ? '…' : given}`, result.wrong);
    return [key, null];
  })) as unknown as Configuration;
  for (const { about, text } of problems.length > 0 ? [] : [...togetherWrong(read), ...messagesWrong(read), ...sealIsWrong(read)]) complain(about.map((key) => nameOf(SETTINGS[key])).join(', '), text);
  if (problems.length > 0) throw new Refused(`配置有误，没有启动 / the configuration is wrong, nothing was started:\n\n${problems.join('\n\n')}\n\nguantong serve --help`);
  const data = dataDirectory(read.data ?? undefined);
  return {
    ...read, data, checkpoints: read.checkpoints ?? join(data, 'checkpoints'),
    logFile: read.log === '-' ? null : (read.log ?? join(data, 'server.log')),
    tls: read.tlsKey === null || read.tlsCert === null ? null : { key: read.tlsKey, cert: read.tlsCert },
  };
}

const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|::1)$/i;

/** Whether what is sent to this address stays on this machine. */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

interface TogetherWrong {
  readonly about: readonly (keyof Settings)[];
  readonly text: Bilingual;
}

/** What no setting alone shows: where plain HTTP would leave this machine, and what belongs together. */
function togetherWrong({ host, publicAddress, tlsKey, tlsCert, proxies, dataKey, dataKeyFile, oidcIssuer, oidcClientId, oidcSecret, oidcSecretFile }: Values): TogetherWrong[] {
  const found: TogetherWrong[] = [];
  const say = (about: TogetherWrong['about'], zh: string, en: string): void => { found.push({ about, text: { zh, en } }); };
  const tls = tlsKey !== null && tlsCert !== null;
  const loopback = isLoopback(host ?? '');
  if ((tlsKey === null) !== (tlsCert === null)) {
    say(['tlsKey', 'tlsCert'], '私钥和证书须同时给出。', 'Give the key and the certificate together.');
  } else if (!loopback && !tls && proxies === null) {
    say(['host'], '在其他机器能到达的地址上，密码和会话会以明文传送，因此不启动。请给出 --tls-key 和 --tls-cert，或在反向代理之后用 --behind-proxy，或只监听 127.0.0.1。',
      'At an address that other machines reach, passwords and sessions would travel in clear; it is refused. Give --tls-key and --tls-cert, or use --behind-proxy behind a proxy, or listen at 127.0.0.1 only.');
  }
  if (publicAddress === null && (proxies !== null || (tls && !loopback))) {
    say(['publicAddress'], '须写明浏览器看到的地址，例如 https://guantong.example.gov.cn。', 'Say which address browsers see, such as https://guantong.example.gov.cn.');
  }
  if (publicAddress !== null && proxies === null && !tls) {
    say(['publicAddress'], '公开地址是 https，但既没有 TLS 证书，也没有声明反向代理。请给出 --tls-key 和 --tls-cert，或 --behind-proxy。',
      'The public address is https, but there is neither a certificate nor a proxy. Give --tls-key and --tls-cert, or --behind-proxy.');
  }
  if (tls) {
    const reason = pairReason(tlsKey, tlsCert);
    if (reason !== null) say(['tlsKey', 'tlsCert'], `私钥和证书不能使用：${reason}。`, `The key and the certificate cannot be used: ${reason}.`);
  }
  if (dataKey !== null && dataKeyFile !== null) say(['dataKey', 'dataKeyFile'], '只给出其中一个。', 'Give one of the two.');
  if ((oidcIssuer === null) !== (oidcClientId === null)) say(['oidcIssuer', 'oidcClientId'], '提供方和客户端编号须同时给出。', 'Give the provider and the id of this client together.');
  if (oidcSecret !== null && oidcSecretFile !== null) say(['oidcSecret', 'oidcSecretFile'], '只给出其中一个。', 'Give one of the two.');
  return found;
}

/** The same of what messages go out by. */
function messagesWrong({ mailServer: server, mailPassword, mailPasswordFile, mailFrom, smsUrl, smsSecret, smsSecretFile, smsFolder }: Values): TogetherWrong[] {
  const found: TogetherWrong[] = [];
  const say = (about: TogetherWrong['about'], zh: string, en: string): void => { found.push({ about, text: { zh, en } }); };
  const passwords = [mailPassword, mailPasswordFile].filter((one) => one !== null).length;
  const secrets = [smsSecret, smsSecretFile].filter((one) => one !== null).length;
  if ((server === null) !== (mailFrom === null)) say(['mailServer', 'mailFrom'], '邮件服务器和发件地址须同时给出。', 'Give the mail server and the address that e-mail comes from together.');
  if (passwords > 1) say(['mailPassword', 'mailPasswordFile'], '只给出其中一个。', 'Give one of the two.');
  else if ((passwords === 1) !== (server !== null && server.user !== null)) say(['mailServer', 'mailPassword', 'mailPasswordFile'], '用户名（写在服务器地址中）和密码须同时给出。', 'Give the user, in the address of the server, and the password together.');
  if (secrets > 1) say(['smsSecret', 'smsSecretFile'], '只给出其中一个。', 'Give one of the two.');
  else if ((secrets === 1) !== (smsUrl !== null)) say(['smsUrl', 'smsSecret', 'smsSecretFile'], '短信网关和签名密钥须同时给出。', 'Give the gateway of text messages and its secret together.');
  if (smsUrl !== null && smsFolder !== null) say(['smsUrl', 'smsFolder'], '只给出其中一个。', 'Give one of the two.');
  return found;
}

/** A seal that cannot be opened is told at the start, and not when the first agreement is complete. */
function sealIsWrong({ seal, sealPassphrase }: Values): TogetherWrong[] {
  if (seal === null) return sealPassphrase === null ? [] : [{ about: ['seal', 'sealPassphrase'], text: { zh: '有口令而没有签章文件。', en: 'There is a passphrase and no seal.' } }];
  const text = sealWrong({ file: seal, passphrase: sealPassphrase });
  return text === null ? [] : [{ about: ['seal', 'sealPassphrase'], text }];
}

/** Why a key and a certificate are no pair; null when they are. */
export function pairReason(key: string, cert: string): string | null {
  try {
    createSecureContext({ key: readFileSync(key), cert: readFileSync(cert) });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What `serve --help` prints. */
export function settingsText(): string {
  const lines = Object.values(SETTINGS).map((one: Setting<unknown>) => {
    const by = one.fallback === null ? '' : ` [${one.fallback}]`;
    return `  ${[one.flag === null ? [] : `--${one.flag} ${one.takes}`, one.variable ?? []].flat().join('  ')}${by}\n      ${one.meaning.zh}\n      ${one.meaning.en}`;
  });
  return ['guantong serve [--empty]', '', ...lines, '', '  --empty', '      首次启动不载入示例区域', '      the first start does not load the sample region'].join('\n');
}
