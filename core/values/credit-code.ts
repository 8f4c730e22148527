const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Whether a unified social credit code has the right shape and check character (GB 32100-2015, capitals). */
export function isCreditCode(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) sum += weight * ALPHABET.indexOf(text.charAt(index));
  return ALPHABET[(31 - (sum % 31)) % 31] === text[17];
}
