/** What a password must not be. Whoever chooses one is told which of these it is; nobody else ever is. */
export type PasswordFault = 'too_short' | 'too_long' | 'like_the_account' | 'common';

export const FEWEST_CHARACTERS = 10;
export const MOST_CHARACTERS = 200;
const FEW_DIFFERENT = 4;
/** Shorter names stand in many a good password by chance. */
const TELLING_NAME = 4;

/** The commonest passwords that are long enough, as published lists of leaked ones have them, and this product's own words. */
const COMMON: ReadonlySet<string> = new Set([
  '1234567890', '12345678910', '123456789a', 'a123456789', '0123456789', '9876543210', '0987654321', '1234567891', '123456789q', 'q123456789',
  '1qaz2wsx3edc', 'qwertyuiop', 'asdfghjkl;', 'zxcvbnm123', 'qwerty1234', 'qwerty12345', 'qwerty123456', '1q2w3e4r5t', '1q2w3e4r5t6y', 'q1w2e3r4t5',
  'abc1234567', 'abcd123456', 'abcd12345678', 'aa12345678', 'aa123456789', 'a1b2c3d4e5', 'woaini1314', 'woaini1314520', 'woaini520', '5201314520',
  'password12', 'password123', 'password1234', 'p@ssw0rd123', 'passw0rd123', 'admin12345', 'admin123456', 'administrator', 'administrator1', 'iloveyou123',
  'letmein123', 'welcome123', 'welcome1234', 'changeme123', 'football123', 'superman123', 'dragon12345', 'princess123', 'sunshine123', 'baseball123',
  '1111111111', '0000000000', '8888888888', '6666666666', '1122334455', '1357924680', '147258369a', '123321123321', '123123123123', '112233445566',
  'guantong123', 'guantong2024', 'guantong2025', 'guantong2026', 'quzhou123456', 'zhongzhi123', 'gaozhi123456', 'xuesheng123', 'jiaoyuju123', 'school12345',
]);

/** What is wrong with a password for this account; null when it may be used. Length is counted in characters. */
export function passwordFault(password: string, account: string): PasswordFault | null {
  const characters = [...password];
  if (characters.length < FEWEST_CHARACTERS) return 'too_short';
  if (characters.length > MOST_CHARACTERS) return 'too_long';
  const plain = password.toLowerCase();
  const name = account.trim().toLowerCase();
  if (plain === name || name.length >= TELLING_NAME && plain.includes(name) && plain.length < name.length + FEWEST_CHARACTERS) return 'like_the_account';
  return COMMON.has(plain) || new Set(characters).size < FEW_DIFFERENT ? 'common' : null;
}
