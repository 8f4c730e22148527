import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSealedPaper, ownAuthorities, type OpenedSeal, type SealFault } from '../store/seal.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import { EXIT, print, printJson, readOptions, Refused, type Command } from './command.ts';
import { dataDirectory } from './open-store.ts';

const USAGE = 'guantong agreement verify FILE.pdf [--ca AUTHORITY.pem] [--data DIR] [--json]';

const FAULTS: Readonly<Record<SealFault, Bilingual>> = {
  no_seal: { zh: '文件没有电子签章', en: 'the file is not sealed' },
  touched: { zh: '文件与加签章时不同', en: 'the file is not as it was sealed' },
  not_trusted: { zh: '签章证书不由所给的机构签发', en: 'the certificate is not from an authority that was given' },
  out_of_date: { zh: '加签章时证书不在有效期内', en: 'the certificate was not valid when it was sealed' },
};

/**
 * `agreement verify`: holds the seal of an agreement against its bytes and the authority of its certificate, without
 * database or network. Exit status 1 when it does not hold.
 */
export const command: Command = async (args) => {
  const { options, values, positionals } = readOptions(args, { ca: { type: 'string' }, data: { type: 'string' } });
  const [act, file, ...rest] = positionals;
  if (act !== 'verify' || file === undefined || rest.length > 0) throw new Refused(`用法 / usage: ${USAGE}`);
  const bytes = await read(file);
  const trusted = values.ca === undefined ? ownAuthorities(join(dataDirectory(values.data), 'keys')) : authoritiesOf(await read(values.ca), values.ca);
  if (trusted.length === 0) throw new Refused('没有可用的签发机构证书，请用 --ca 指明 / no certificate of an authority: name it with --ca');
  const found = openSealedPaper(bytes, trusted);
  if (options.json) printJson({ holds: found.fault === null, fault: found.fault, signer: nameOf(found), sealed_at: found.at?.toISOString() ?? null, test: found.test });
  else printFound(found, options.lang === 'zh');
  return found.fault === null ? EXIT.done : EXIT.open;
};

const nameOf = ({ signer }: OpenedSeal): string | null => signer?.subject.split('\n').find((line) => line.startsWith('CN='))?.slice(3) ?? null;

function printFound(found: OpenedSeal & { readonly test: boolean }, zh: boolean): void {
  const { fault, at, test } = found;
  const name = nameOf(found);
  if (name !== null) print(zh ? `签章 ${name}　${at?.toISOString() ?? ''}` : `Sealed by ${name}, ${at?.toISOString() ?? ''}`);
  print(fault === null ? (zh ? '● 签章成立，文件与加签章时逐字节相同' : '● the seal holds, and every byte is as it was sealed') : `▲ ${FAULTS[fault][zh ? 'zh' : 'en']}`);
  if (test) print(zh ? '使用测试证书，仅供测试。' : 'The certificate is one for tests and proves nothing to others.');
  print(zh ? '是否仍然有效，以查验页当时的回答为准。' : 'Whether it still holds is for the public page to say.');
}

function authoritiesOf(bytes: Buffer, file: string): X509Certificate[] {
  const found = [...bytes.toString('utf8').matchAll(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g)];
  try {
    if (found.length > 0) return found.map(([pem]) => new X509Certificate(pem));
  } catch {
    // Refused below, like a file without any.
  }
  throw new Refused(`不是证书文件（PEM）/ no certificate in PEM: ${file}`);
}

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Refused(`无法读取 / cannot be read: ${file} (${error instanceof Error && 'code' in error ? String(error.code) : String(error)})`);
  }
}
