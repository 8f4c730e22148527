import type { FeeKind } from '../../../core/funding/student-accounts.ts';
import { Figure } from '../../components/Figure/Figure.tsx';
import { groupDigits } from '../../words/format.ts';
import { useMoneyOrigin } from './useMoneyOrigin.ts';

/** The clause under which a kind of fee is collected. */
export const clauseOfFee = (kind: FeeKind): string => (kind === 'tuition' ? 'R4-b' : 'R4-d');

/** An amount of a fee, with the paper or line that it stands on. */
export function FeeFigure({ title, kind, amount_yuan, note, computed = `= ${amount_yuan}` }: { title: string; kind: FeeKind; amount_yuan: string; note: string; computed?: string }) {
  const origin = useMoneyOrigin();
  return <Figure label={title} from={origin({ title, clause: clauseOfFee(kind), computed, note })}>{groupDigits(amount_yuan)}</Figure>;
}
