import { Figure } from '../../components/Figure/Figure.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { moneyWords } from '../../words/money.ts';
import { settlementWords } from '../../words/settlement.ts';
import { useMoneyOrigin } from '../clearing/useMoneyOrigin.ts';
import type { EarmarkCampus } from '../earmarks/queries.ts';
import type { SettlementLine, Years } from '../settlement/queries.ts';
import { SettlementTable } from '../settlement/SettlementTable.tsx';
import { addUp, linesOfCampus, SUMMED } from './campus-sums.ts';

/** What comes to a campus and what it pays: in all, and line by line down to the records. */
export function CampusFlows({ campus, lines, years }: { campus: EarmarkCampus; lines: readonly SettlementLine[]; years: Years }) {
  const [say, of] = [useWords(moneyWords), useWords(settlementWords)];
  const origin = useMoneyOrigin();
  const { to, from, beside } = linesOfCampus(lines, campus);
  const sums = (side: 'to' | 'from', own: readonly SettlementLine[]) => own.length > 0 && SUMMED.map((which) => {
    const { yuan, computed } = addUp(own, which);
    const title = say[`${side}_${which}`];
    return <div key={which}><dt>{title}</dt><dd><Figure label={title} from={origin({ title, clause: 'R4-a', computed, note: say.sumNote })}>{yuan === null ? of.unknown : groupDigits(yuan)}</Figure></dd></div>;
  });
  const all = [...to, ...beside, ...from];
  return (
    <section aria-labelledby="campus-flows">
      <h3 id="campus-flows">{say.flows}</h3>
      {all.length === 0 ? <p>{say.flowsNone}</p> : (
        <>
          <dl className="grant-figures">{sums('to', to)}{sums('from', from)}</dl>
          <SettlementTable lines={all} years={years} />
        </>
      )}
    </section>
  );
}
