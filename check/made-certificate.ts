import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A private key and a certificate that it signed itself, both PEM. */
export interface MadeCertificate {
  readonly key: string;
  readonly cert: string;
}

const [INTEGER, BIT_STRING, OCTET_STRING, OBJECT, UTF8, TIME, SEQUENCE, SET] = [0x02, 0x03, 0x04, 0x06, 0x0c, 0x17, 0x30, 0x31];
const [VERSION, EXTENSIONS, DNS_NAME, IP_ADDRESS] = [0xa0, 0xa3, 0x82, 0x87];
const ECDSA_WITH_SHA256 = '06082a8648ce3d040302';
const COMMON_NAME = '550403';
const SUBJECT_ALT_NAME = '551d11';
const DAY_MS = 86_400_000;

/** Tag, length, content. */
function der(tag: number, ...content: Buffer[]): Buffer {
  const all = Buffer.concat(content);
  const length = all.length < 128 ? [all.length] : all.length < 256 ? [0x81, all.length] : [0x82, all.length >> 8, all.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), all]);
}

const object = (hex: string): Buffer => der(OBJECT, Buffer.from(hex, 'hex'));
const time = (at: number): Buffer => der(TIME, Buffer.from(`${new Date(at).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
const pem = (label: string, bytes: Buffer): string => `-----BEGIN ${label}-----\n${(bytes.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END ${label}-----\n`;

/** A certificate for localhost and 127.0.0.1 that holds from yesterday until tomorrow. */
export function madeCertificate(name = 'guantong test'): MadeCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const called = der(SEQUENCE, der(SET, der(SEQUENCE, object(COMMON_NAME), der(UTF8, Buffer.from(name)))));
  const names = der(SEQUENCE, der(DNS_NAME, Buffer.from('localhost')), der(IP_ADDRESS, Buffer.from([127, 0, 0, 1])));
  const algorithm = der(SEQUENCE, Buffer.from(ECDSA_WITH_SHA256, 'hex'));
  const now = Date.now();
  const content = der(SEQUENCE,
    der(VERSION, der(INTEGER, Buffer.from([2]))), der(INTEGER, Buffer.concat([Buffer.from([1]), randomBytes(8)])), algorithm, called,
    der(SEQUENCE, time(now - DAY_MS), time(now + DAY_MS)), called, publicKey.export({ type: 'spki', format: 'der' }),
    der(EXTENSIONS, der(SEQUENCE, der(SEQUENCE, object(SUBJECT_ALT_NAME), der(OCTET_STRING, names)))));
  const signed = der(SEQUENCE, content, algorithm, der(BIT_STRING, Buffer.from([0]), sign('sha256', content, privateKey)));
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: pem('CERTIFICATE', signed) };
}
