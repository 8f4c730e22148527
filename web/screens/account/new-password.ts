import { passwordFault } from '../../../core/access/password.ts';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { passwordWords } from '../../words/password.ts';
import { strengthOf } from './password-strength.ts';

/** A password that is being chosen, typed twice. */
export interface ChosenPassword {
  readonly password: string;
  readonly again: string;
}

/** What must be corrected before the password can be taken. Where the account is not known yet it is empty, and the server looks at it. */
export function newPasswordProblems({ password, again }: ChosenPassword, account: string, say: (typeof passwordWords)['zh']): readonly FieldProblem[] {
  const fault = passwordFault(password, account);
  const problems: FieldProblem[] = [];
  if (fault === 'too_short') problems.push({ field: 'password', message: say.passwordShort });
  else if (fault === 'too_long') problems.push({ field: 'password', message: say.passwordLong });
  else if (fault !== null || strengthOf(password, account) === 'weak') problems.push({ field: 'password', message: say.passwordWeak });
  if (password !== again) problems.push({ field: 'again', message: say.againDiffers });
  return problems;
}
