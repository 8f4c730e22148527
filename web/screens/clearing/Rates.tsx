import { useState } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { clearingWords } from '../../words/clearing.ts';
import { feeText } from './fee-text.ts';
import { FeeFigure } from './FeeFigure.tsx';
import type { BillsAnswer } from './queries.ts';
import { RateDialog } from './RateDialog.tsx';

/** What the college charges in the year, each by the paper that approves it. */
export function Rates({ answer: { college_id, academic_year, rates, may_enter_rates } }: { answer: BillsAnswer }) {
  const say = useWords(clearingWords);
  const { language } = useSettings().settings;
  const [entering, setEntering] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  return (
    <section aria-labelledby="bills-rates">
      <h2 id="bills-rates">{say.rates}</h2>
      {said !== null && <Notice kind="done" title={said} announce />}
      {rates.length === 0 ? <p>◇ {say.noRates}</p> : (
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.rates}</caption>
          <thead><tr><th scope="col">{say.fee}</th><th scope="col">{say.programme}</th><th scope="col" className="number">{say.amount}</th><th scope="col">{say.approval}</th><th scope="col">{say.items}</th></tr></thead>
          <tbody>
            {rates.map(({ kind, programme_id, programme, amount_yuan, approval, items }) => (
              <tr key={`${kind} ${programme_id ?? ''}`}>
                <th scope="row">{feeText(kind, language)}</th>
                <td data-label={say.programme}>{programme ?? say.everyProgramme}</td>
                <td data-label={say.amount} className="number"><FeeFigure title={`${feeText(kind, language)} ${programme ?? say.everyProgramme}`} kind={kind} amount_yuan={amount_yuan} note={say.rateNote(approval)} /></td>
                <td data-label={say.approval}>{approval}</td>
                <td data-label={say.items}>{items === '' ? '–' : items}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {may_enter_rates && <div className="button-row no-print"><Button onClick={() => { setSaid(null); setEntering(true); }}>{say.enterRate}</Button></div>}
      {entering && <RateDialog college_id={college_id} academic_year={academic_year} onClose={() => setEntering(false)} onDone={() => { setEntering(false); setSaid(say.rateEntered); }} />}
    </section>
  );
}
