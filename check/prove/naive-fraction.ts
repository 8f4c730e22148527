/** A fraction with a denominator above zero, never rounded. The second reading has its own, so that it shares nothing with the product. */
export interface Fraction { readonly n: bigint; readonly d: bigint }

export const fraction = (n: bigint | number, d: bigint | number = 1): Fraction => {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  return bottom < 0n ? { n: -top, d: -bottom } : { n: top, d: bottom };
};

export const ZERO = fraction(0);

/** Reads a decimal such as `-12.50`; throws on anything else. */
export function decimal(text: string): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) throw new Error(`not a decimal: ${text}`);
  const [, sign = '', whole = '', part = ''] = match;
  return fraction(BigInt(`${sign}${whole}${part}`), 10n ** BigInt(part.length));
}

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);
/** Below zero, zero or above zero as `a` is less than, equal to or more than `b`. */
export const compare = (a: Fraction, b: Fraction): number => Number(a.n * b.d > b.n * a.d) - Number(a.n * b.d < b.n * a.d);
export const least = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
export const most = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);
export const sum = (all: readonly Fraction[]): Fraction => all.reduce(plus, ZERO);

/** The whole number at or below. */
export const floor = (a: Fraction): bigint => (a.n >= 0n ? a.n / a.d : -((-a.n + a.d - 1n) / a.d));
/** The whole number at or above. */
export const ceil = (a: Fraction): bigint => -floor(fraction(-a.n, a.d));

const HUNDRED = fraction(100);
/** Rounded up to 0.01. */
export const upToCents = (a: Fraction): Fraction => over(fraction(ceil(times(a, HUNDRED))), HUNDRED);

/** Four decimals, cut towards failure: down where more is better, up where less is. */
export function fourDecimals(a: Fraction, up: boolean): string {
  const scaled = times(a, fraction(10_000));
  const whole = up ? ceil(scaled) : floor(scaled);
  const digits = String(whole < 0n ? -whole : whole).padStart(5, '0');
  return `${whole < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
