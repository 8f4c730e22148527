/**
 * An exact rational number, `n / d` with `d > 0`. Areas × shares, money and ratios are carried in it
 * so that nothing is rounded before it is compared. Not kept in lowest terms: sums of decimals of one
 * scale stay cheap.
 */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Exact = { n: 0n, d: 1n };
export const ONE: Exact = { n: 1n, d: 1n };

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** A whole number or a fraction of two whole numbers. */
export function exact(n: bigint | number, d: bigint | number = 1n): Exact {
  return { n: BigInt(n), d: BigInt(d) };
}

/** Reads a plain decimal (`-12.340`); null when the text is not one. No exponent, no grouping. */
export function parseExact(text: string): Exact | null {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const [, sign, whole = '', fraction = ''] = match;
  const units = BigInt(whole + fraction);
  return { n: sign === '-' ? -units : units, d: 10n ** BigInt(fraction.length) };
}

/** A decimal literal of code or data; throws on anything else. */
export function decimal(text: string): Exact {
  const value = parseExact(text);
  if (value === null) throw new Error(`not a decimal: ${text}`);
  return value;
}

export function add(a: Exact, b: Exact): Exact {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d };
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d };
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function sum(values: readonly Exact[]): Exact {
  return values.reduce(add, ZERO);
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Exact, b: Exact): Exact {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** `a ÷ b`; the caller has made sure that b is not zero. */
export function divide(a: Exact, b: Exact): Exact {
  if (b.n === 0n) throw new Error('division by zero');
  return b.n > 0n ? { n: a.n * b.d, d: a.d * b.n } : { n: -a.n * b.d, d: a.d * -b.n };
}

/** Negative, zero or positive as a is less than, equal to or greater than b: by cross-multiplication. */
export function compare(a: Exact, b: Exact): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function isZero(a: Exact): boolean {
  return a.n === 0n;
}

export function least(a: Exact, b: Exact): Exact {
  return compare(a, b) <= 0 ? a : b;
}

export function greatest(a: Exact, b: Exact): Exact {
  return compare(a, b) >= 0 ? a : b;
}

/** The value × 10^decimals, rounded down (toward −∞) or up (toward +∞) to a whole number. */
export function scaled(a: Exact, decimals: number, toward: 'down' | 'up'): bigint {
  const n = a.n * 10n ** BigInt(decimals);
  const quotient = n / a.d;
  const inexact = quotient * a.d !== n;
  if (!inexact) return quotient;
  if (toward === 'down') return n < 0n ? quotient - 1n : quotient;
  return n > 0n ? quotient + 1n : quotient;
}

/** Text with exactly `decimals` decimals, rounded toward the side named. */
export function toFixed(a: Exact, decimals: number, toward: 'down' | 'up'): string {
  return placePoint(scaled(a, decimals, toward), decimals);
}

/**
 * The exact decimal text with at least `minDecimals` decimals, no exponent; null when the number has
 * no finite decimal form (thirds, sevenths).
 */
export function toDecimalText(a: Exact, minDecimals = 0): string | null {
  if (finiteFactor(a) !== 1n) return null;
  let rest = lowestDenominator(a);
  let decimals = 0;
  while (rest !== 1n) {
    rest = rest % 10n === 0n ? rest / 10n : rest % 5n === 0n ? rest / 5n : rest / 2n;
    decimals += 1;
  }
  return toFixed(a, Math.max(decimals, minDecimals), 'down');
}

/** The least whole number that gives `a` a finite decimal form when multiplied with it: 1 if it has one. */
export function finiteFactor(a: Exact): bigint {
  let rest = lowestDenominator(a);
  while (rest % 2n === 0n) rest /= 2n;
  while (rest % 5n === 0n) rest /= 5n;
  return rest;
}

function lowestDenominator(a: Exact): bigint {
  return a.d / gcd(a.n < 0n ? -a.n : a.n, a.d);
}

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function placePoint(units: bigint, decimals: number): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
