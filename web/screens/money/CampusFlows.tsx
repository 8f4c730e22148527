import { Figure } from '../../components/Figure/Figure.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { moneyWords } from '../../words/money.ts';
import { settlementWords } from '../../words/settlement.ts';
import { useMoneyOrigin } from '../clearing/useMoneyOrigin.ts';
import type { EarmarkCampus } from '../earmarks/queries.ts';
import type { SettlementLine, Years } from '../settlement/queries.ts';
import { SettlementTable } from '../settlement/SettlementTable.tsx';
import { addUp, linesOfCampus } from './campus-sums.ts';

/** What comes to a campus and what it pays: in all, and line by line down to the records. */
export function CampusFlows({ campus, lines, years }: { campus: EarmarkCampus; lines: readonly SettlementLine[]; years: Years }) {
  const [say, of] = [useWords(moneyWords), useWords(settlementWords)];
  const origin = useMoneyOrigin();
  const { to, from, beside } = linesOfCampus(lines, campus);
  const figure = (title: string, own: readonly SettlementLine[], which: Parameters<typeof addUp>[1]) => {
    const { yuan, computed } = addUp(own, which);
    const of_all = say.ofAll(title);
    return <div><dt>{of_all}</dt><dd><Figure label={of_all} from={origin({ title: of_all, clause: 'R4-a', computed })}>{yuan === null ? of.unknown : groupDigits(yuan)}</Figure></dd></div>;
  };
  const group = (what: string, own: readonly SettlementLine[]) => own.length > 0 && (
    <>{figure(say.dueOf(what), own, 'due_yuan')}{figure(say.paidOf(what), own, 'paid_yuan')}{figure(say.openOf(what), own, 'outstanding_yuan')}</>
  );
  const all = [...to, ...beside, ...from];
  return (
    <section aria-labelledby="campus-flows">
      <h3 id="campus-flows">{say.flows}</h3>
      {all.length === 0 ? <p>{say.flowsNone}</p> : (
        <>
          <dl className="grant-figures">{group(say.toCampus, to)}{group(say.fromCampus, from)}</dl>
          <SettlementTable lines={all} years={years} />
        </>
      )}
    </section>
  );
}
