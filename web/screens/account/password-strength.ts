import { FEWEST_CHARACTERS } from '../../../core/access/password.ts';

const LONG = 16;
const FEW_DIFFERENT = 5;
const FAIR_KINDS = 2;
const STRONG_KINDS = 3;

export type Strength = 'none' | 'short' | 'weak' | 'fair' | 'strong';

/** What a password that others could guess looks like: runs of one key, runs along the keyboard, years, the account itself. */
const RUNS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'password', 'guantong', 'quzhou'];
const RUN_LENGTH = 5;

/** How hard a password is to guess, in one word; long sentences count as strong whatever their letters. */
export function strengthOf(password: string, account: string): Strength {
  const characters = [...password];
  if (characters.length === 0) return 'none';
  if (characters.length < FEWEST_CHARACTERS) return 'short';
  const plain = password.toLowerCase();
  const named = account.trim() !== '' && plain.includes(account.trim().toLowerCase());
  if (named || holdsRun(plain) || new Set(characters).size < FEW_DIFFERENT) return 'weak';
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;
  if (characters.length >= LONG || kinds >= STRONG_KINDS) return 'strong';
  return kinds >= FAIR_KINDS ? 'fair' : 'weak';
}

function holdsRun(plain: string): boolean {
  return RUNS.some((run) => {
    for (let at = 0; at + RUN_LENGTH <= run.length; at += 1) if (plain.includes(run.slice(at, at + RUN_LENGTH))) return true;
    return false;
  });
}
