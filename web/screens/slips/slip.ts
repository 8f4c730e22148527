/** What activates an account or resets its password, as the server answers it this once. */
export interface Slip {
  readonly name: string;
  readonly account: string;
  readonly purpose: 'activate' | 'reset';
  /** In groups of four. */
  readonly code: string;
  readonly expires_at: string;
  /** The address with the code behind #. */
  readonly address: string;
  readonly qr_svg: string;
}

export const SLIPS_PER_SHEET = 8;

/** Slips as they lie on sheets of paper. */
export function sheetsOf(slips: readonly Slip[]): readonly (readonly Slip[])[] {
  return Array.from({ length: Math.ceil(slips.length / SLIPS_PER_SHEET) }, (_, n) => slips.slice(n * SLIPS_PER_SHEET, (n + 1) * SLIPS_PER_SHEET));
}
