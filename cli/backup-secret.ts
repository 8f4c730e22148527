import { readFileSync } from 'node:fs';
import { secretOfFile, type BackupSecret } from '../store/backup/key.ts';
import { BackupRefusal } from '../store/backup/refusal.ts';
import { Refused } from './command.ts';

const VARIABLE = 'GUANTONG_BACKUP_PASSPHRASE';
const SHORTEST = 12;
const [INTERRUPT, END, ERASE, ERASE_TOO] = ['\u0003', '\u0004', '\u007f', '\b'];

/**
 * What a backup is opened with: the file of `--key`, the passphrase of GUANTONG_BACKUP_PASSPHRASE, or one that is
 * typed and not shown. @throws Refused when there is none, or it is too short.
 */
export async function readSecret(keyFile: string | undefined, asked: { readonly twice: boolean }): Promise<BackupSecret> {
  if (keyFile !== undefined) return fileSecret(keyFile);
  const given = process.env[VARIABLE] ?? '';
  const passphrase = given === '' ? await typed('备份口令 / passphrase of the backup: ') : given;
  if (passphrase.length < SHORTEST) throw new Refused(`口令至少 ${SHORTEST} 个字符 / a passphrase has at least ${SHORTEST} characters`);
  if (given === '' && asked.twice && await typed('再输入一次 / once more: ') !== passphrase) throw new Refused('两次输入不同，没有备份 / the two differ, nothing was backed up');
  return { kind: 'passphrase', passphrase };
}

function fileSecret(path: string): BackupSecret {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Refused(`密钥文件无法读取 / the key file cannot be read: ${path} (${error instanceof Error && 'code' in error ? String(error.code) : ''})`);
  }
  try {
    return secretOfFile(text);
  } catch (error) {
    if (error instanceof BackupRefusal) throw new Refused(`${path}: ${error.text.zh}\n${error.text.en}`);
    throw error;
  }
}

/** One line from the terminal, without showing it. */
function typed(prompt: string): Promise<string> {
  const { stdin } = process;
  if (!stdin.isTTY) {
    throw new Refused(`请用 --key FILE 或环境变量 ${VARIABLE} 给出密钥或口令 / give a key with --key FILE, or a passphrase in ${VARIABLE}`);
  }
  process.stderr.write(prompt);
  stdin.setRawMode(true).setEncoding('utf8').resume();
  return new Promise((resolve, reject) => {
    let line = '';
    const done = (end: () => void): void => {
      stdin.off('data', take).setRawMode(false).pause();
      process.stderr.write('\n');
      end();
    };
    const take = (text: string): void => {
      for (const one of text) {
        if (one === INTERRUPT) return done(() => reject(new Refused('已取消 / cancelled')));
        if (one === '\r' || one === '\n' || one === END) return done(() => resolve(line));
        line = one === ERASE || one === ERASE_TOO ? [...line].slice(0, -1).join('') : line + one;
      }
    };
    stdin.on('data', take);
  });
}
