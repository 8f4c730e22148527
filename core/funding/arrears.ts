import { aboveZero, shareOfFen, type Fen } from '../values/fen.ts';
import { daysBetween, type PlainDate } from '../values/plain-date.ts';
import { listOf } from '../facts/rules.ts';
import { dayIn, type GrantRules } from './rules.ts';

/** What is late of a grant, by how many days: `to` is null for the oldest. */
export interface AgedArrears {
  readonly from: number;
  readonly to: number | null;
  readonly fen: Fen;
}

/** M5-e, B31: each instalment falls due on its day; what came in makes up for the oldest first, and what is left is as old as its instalment. */
export function arrearsByAge(due: Fen, received: Fen, rules: GrantRules, { fiscal_year, as_of }: { readonly fiscal_year: number; readonly as_of: PlainDate }): AgedArrears[] {
  const bounds = listOf(rules.parameters, 'grant.arrears_days').map(Number);
  const aged: { readonly from: number; readonly to: number | null; fen: Fen }[] = [...bounds, null].map((to, at) => ({ from: at === 0 ? 1 : (bounds[at - 1] ?? 0) + 1, to, fen: 0n }));
  let before = 0n;
  let left = received;
  for (const [at, day] of rules.instalment_days.entries()) {
    const { n, d } = rules.instalment_share;
    const all = shareOfFen(due, { n: n * BigInt(at + 1), d });
    const part = all - before;
    before = all;
    const open = aboveZero(part - left);
    left = aboveZero(left - part);
    const days = daysBetween(dayIn(fiscal_year, day), as_of);
    if (days < 1 || open === 0n) continue;
    const age = aged.find(({ to }) => to === null || days <= to);
    if (age !== undefined) age.fen += open;
  }
  return aged;
}
