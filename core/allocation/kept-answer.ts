import type { PlainDate } from '../values/plain-date.ts';
import { sumOf, yuanText } from '../values/fen.ts';
import type { AllocationJson } from './allocation-json.ts';

/** A plan as it is told and kept: without the verdicts of each year, with the intakes that come of it. */
export function keptAnswer({ rates: _, rows: __, region: years, problems: ___, ...plan }: AllocationJson, on: PlainDate, options: number) {
  return { on, ...plan, options, intakes: years.map(({ year, intake }) => ({ year, intake })) };
}

/** What a plan costs as it is paid, where weights make another figure of it; null where both are one. */
export function paidYuan({ proof, costs }: Pick<KeptAnswer, 'proof' | 'costs'>): string | null {
  const paid = yuanText(sumOf(costs, ({ total_yuan }) => BigInt(total_yuan.replace('.', ''))));
  return proof.cost_yuan === null || proof.cost_yuan === paid ? null : paid;
}

export type KeptAnswer = ReturnType<typeof keptAnswer>;
