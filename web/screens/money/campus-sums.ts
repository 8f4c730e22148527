import { sumOf, yuanText } from '../../../core/values/fen.ts';
import type { EarmarkCampus } from '../earmarks/queries.ts';
import type { SettlementLine } from '../settlement/queries.ts';

/** Lines of the settlement that a campus pays or is paid by; of the tuition share that of its school. */
export function linesOfCampus(lines: readonly SettlementLine[], { campus, school }: Pick<EarmarkCampus, 'campus' | 'school'>): { readonly to: SettlementLine[]; readonly from: SettlementLine[]; readonly beside: SettlementLine[] } {
  const to = lines.filter((line) => line.to.id === campus.id || (line.kind === 'tuition_share' && line.to.id === school.id));
  const from = lines.filter((line) => line.from?.id === campus.id);
  return { to, from, beside: lines.filter((line) => line.campus?.id === campus.id && !to.includes(line) && !from.includes(line)) };
}

export const SUMMED = ['due_yuan', 'paid_yuan', 'outstanding_yuan'] as const;

export interface Added {
  readonly yuan: string | null;
  /** `1200.00 + 360.00 = 1560.00` */
  readonly computed: string;
}

/** The sum of a figure of lines; null where one of them is not known, since missing is not zero. */
export function addUp(lines: readonly SettlementLine[], figure: (typeof SUMMED)[number]): Added {
  const amounts = lines.map((line) => line[figure]);
  const known = amounts.filter((one) => one !== null);
  const yuan = known.length < amounts.length ? null : yuanText(sumOf(known, fenOfYuan));
  return { yuan, computed: `${amounts.map((one) => one ?? '?').join(' + ') || '0.00'} = ${yuan ?? '?'}` };
}

/** Amounts are written with two decimals. */
const fenOfYuan = (yuan: string): bigint => BigInt(yuan.replace('.', ''));
