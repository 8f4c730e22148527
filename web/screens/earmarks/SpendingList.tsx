import { useState } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate, groupDigits } from '../../words/format.ts';
import { earmarkWords } from '../../words/earmarks.ts';
import { useMoneyOrigin } from '../clearing/useMoneyOrigin.ts';
import { ReturnDialog } from './ReturnDialog.tsx';
import type { Allowed, EarmarkCampus, EarmarkSpending } from './queries.ts';

/** M5-g: spending item by item, opened when it is asked for; what the fund is not for is named. */
export function SpendingList({ budget: { spending }, name, allowed, onDone }: { budget: EarmarkCampus; name: string; allowed: Allowed; onDone: (said: string) => void }) {
  const say = useWords(earmarkWords);
  const { language } = useSettings().settings;
  const origin = useMoneyOrigin();
  const [open, setOpen] = useState(false);
  const [back, setBack] = useState<EarmarkSpending | null>(null);
  if (spending.length === 0) return <p className="small">{say.noSpending}</p>;
  const fundOf = (fund: EarmarkSpending['fund']): string => allowed.find((one) => one.fund === fund)?.label[language] ?? fund;
  return (
    <>
      <div className="button-row no-print"><Button aria-expanded={open} onClick={() => setOpen(!open)}>{open ? say.hide : say.seeSpending(spending.length)}<span className="hidden-text"> {name}</span></Button></div>
      {open && (
        <div className="wide-table">
          <table className="ledger ledger-cards">
            <caption className="hidden-text">{say.spendingOf(name)}</caption>
            <thead><tr><th scope="col">{say.spending}</th><th scope="col">{say.category}</th><th scope="col">{say.on}</th><th scope="col" className="number">{say.amount}</th><th scope="col" className="number">{say.returned}</th><th scope="col"><span className="hidden-text">{say.back}</span></th></tr></thead>
            <tbody>
              {spending.map((one) => (
                <tr key={one.spending_id}>
                  <th scope="row">{one.spending_id}</th>
                  <td data-label={say.category}>{one.label[language]}<span className="small settlement-note">{fundOf(one.fund)}{one.allowed === false && ` · ${say.notAllowed}`}</span></td>
                  <td data-label={say.on}>{formatDate(one.spent_on, language)}</td>
                  <td data-label={say.amount} className="number"><Figure label={`${one.spending_id} ${say.amount}`} from={origin({ title: `${one.spending_id} ${say.amount}`, clause: 'M5-b', computed: `= ${one.amount_yuan}`, note: say.ofRegister(one.spending_id), keys: [`spending.categories.${one.fund}`] })}>{groupDigits(one.amount_yuan)}</Figure></td>
                  <td data-label={say.returned} className="number"><Figure label={`${one.spending_id} ${say.returned}`} from={origin({ title: `${one.spending_id} ${say.returned}`, clause: 'M5-g', computed: `Σ = ${one.returned_yuan}`, note: say.returnHelp })}>{groupDigits(one.returned_yuan)}</Figure></td>
                  <td>{one.may_return && <Button onClick={() => setBack(one)}>{say.back}<span className="hidden-text"> {one.spending_id}</span></Button>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {back !== null && <ReturnDialog spending={back} onClose={() => setBack(null)} onDone={() => { setBack(null); onDone(say.returnedDone); }} />}
    </>
  );
}
