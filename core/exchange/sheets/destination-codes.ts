type Label = readonly [zh: string, en: string];
type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

const DIGITS: readonly Digit[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** A two-digit code and the ten codes under it that a third digit tells apart. */
function family<F extends string>(parent: F, zh: string, en: string): Record<F | `${F}${Digit}`, Label> {
  const subtypes = DIGITS.map((digit) => [`${parent}${digit}`, [`${zh}（${digit}类）`, `${en} (type ${digit})`]]);
  return Object.fromEntries([[parent, [zh, en]], ...subtypes]) as Record<F | `${F}${Digit}`, Label>;
}

/** Codes of graduates' destinations as the employment service reports them (C9). */
export const destinationCodes = {
  10: ['签就业协议形式就业', 'Employment agreement signed'],
  11: ['签劳动合同形式就业', 'Labour contract signed'],
  12: ['其他录用形式就业', 'Employed in another form'],
  46: ['应征义务兵', 'Military service'],
  65: ['续读', 'Continuing studies'],
  70: ['待就业', 'Looking for work'],
  71: ['不就业拟升学', 'Preparing for further study'],
  72: ['其他暂不就业', 'Otherwise not looking for work'],
  75: ['自主创业', 'Own business'],
  76: ['自由职业', 'Freelance'],
  77: ['其他灵活就业', 'Other flexible employment'],
  80: ['升学', 'Further study'],
  85: ['出国出境', 'Abroad'],
  ...family('27', '科研或管理助理', 'Research or management assistant'),
  ...family('50', '国家基层项目', 'National grass-roots programme'),
  ...family('51', '地方基层项目', 'Local grass-roots programme'),
} as const;
