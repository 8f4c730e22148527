import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keyOfPem, readCheckpointKey, type CheckpointKey } from '../store/checkpoint-key.ts';
import { isFileOf, readStatement, signatureHolds, type Receipt } from '../store/document-statement.ts';
import { EXIT, print, printJson, readOptions, Refused, type Command } from './command.ts';
import { dataDirectory } from './open-store.ts';

const USAGE = 'guantong document verify FILE.pdf --receipt RECEIPT.json [--key PUBLIC.pem] [--data DIR] [--json]';

/**
 * `document verify`: holds a document against the signed receipt from the public page and the key of its issuer,
 * without database or network. Exit status 1 when any of it does not hold.
 */
export const command: Command = async (args) => {
  const { options, values, positionals } = readOptions(args, { receipt: { type: 'string' }, key: { type: 'string' }, data: { type: 'string' } });
  const [act, file, ...rest] = positionals;
  if (act !== 'verify' || file === undefined || rest.length > 0 || values.receipt === undefined) throw new Refused(`用法 / usage: ${USAGE}`);
  const bytes = await read(file);
  const receipt = receiptOf((await read(values.receipt)).toString('utf8'));
  const statement = readStatement(receipt.statement);
  if (statement === null) throw new Refused(`不是查验页给出的回执 / no receipt of the public page: ${values.receipt}`);
  const key = values.key === undefined ? readCheckpointKey(join(dataDirectory(values.data), 'keys'), 'documents') : keyOfPem((await read(values.key)).toString('utf8'));
  if (key === null) throw new Refused('没有可用的公钥，请用 --key 指明签发单位公布的公钥文件 / no public key: name the issuer’s with --key');
  const told = { number: statement.number, version: statement.version, issuer: statement.issuer, dated: statement.dated, signed: signatureHolds(receipt, key), same: isFileOf(bytes, statement.file_hash) };
  if (options.json) printJson({ ...told, fingerprint: key.fingerprint });
  else printTold(told, key, options.lang === 'zh');
  return told.signed && told.same ? EXIT.done : EXIT.open;
};

interface Told {
  readonly number: string;
  readonly version: number;
  readonly issuer: string;
  readonly dated: string;
  readonly signed: boolean;
  readonly same: boolean;
}

function printTold({ number, version, issuer, dated, signed, same }: Told, key: CheckpointKey, zh: boolean): void {
  print(zh ? `${number} 第 ${version} 版　${issuer}　${dated}` : `${number} version ${version}, ${issuer}, ${dated}`);
  print(`${zh ? '公钥' : 'Key'} ${key.algorithm} ${key.fingerprint}`);
  print(signed ? (zh ? '● 签名成立' : '● the signature holds') : (zh ? '▲ 签名不成立' : '▲ the signature does not hold'));
  print(same ? (zh ? '● 文件与签发时逐字节相同' : '● the file is the one that was issued') : (zh ? '▲ 文件与签发的不同' : '▲ the file is not the one that was issued'));
  print(zh ? '是否仍然有效，以查验页当时的回答为准。' : 'Whether it still holds is for the public page to say.');
}

function receiptOf(text: string): Receipt {
  try {
    const { statement, signature } = JSON.parse(text) as Receipt;
    if (typeof statement === 'string' && typeof signature === 'string') return { statement, signature };
  } catch {
    // Refused below, like any other file that is none.
  }
  throw new Refused('回执不是 JSON，或内容不全 / the receipt is no JSON, or lacks something');
}

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Refused(`无法读取 / cannot be read: ${file} (${error instanceof Error && 'code' in error ? String(error.code) : String(error)})`);
  }
}
