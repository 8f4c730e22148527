import { useState } from 'react';
import { CLOSES, type Close } from '../../../core/approvals/matters/books-close.ts';
import { periodOf } from '../../../core/funding/entry.ts';
import { addDays, date, type PlainDate } from '../../../core/values/plain-date.ts';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { ledgerWords } from '../../words/ledger.ts';
import { ProposeMatter } from '../matters/ProposeMatter.tsx';
import type { LedgerAnswer } from '../money/queries.ts';

const MONTHS_BACK = 12;

/** Months that are over and open, latest first. */
function openMonths(on: PlainDate, through: string | null): PlainDate[] {
  const months: PlainDate[] = [];
  for (let last = addDays(periodOf(on), -1); months.length < MONTHS_BACK && (through === null || periodOf(last) > through); last = addDays(periodOf(last), -1)) months.push(last);
  return months;
}

/** A month, a term or a year is proposed to be closed; another person closes it. */
export function CloseBooks({ ledger: { on, closed_through, open_matter, may_close } }: { ledger: LedgerAnswer }) {
  const say = useWords(ledgerWords);
  const months = openMonths(date(on), closed_through);
  const [kind, setKind] = useState<Close>('month');
  const [month, setMonth] = useState('');
  const chosen = months.find((one) => one === month) ?? months[0];
  if (open_matter !== null) return <Notice kind="info" title={say.closeOpen}><ScreenLink to={`/matters/${open_matter}`}>{say.toMatter}</ScreenLink></Notice>;
  if (!may_close || chosen === undefined) return null;
  return (
    <section className="no-print" aria-labelledby="close-books">
      <h2 id="close-books">{say.close}</h2>
      <p className="small">{say.closeHelp}</p>
      <div className="settlement-controls">
        <SelectField id="close-kind" label={say.closeWhat} value={kind} onChange={(value) => setKind(value as Close)} options={CLOSES.map((value) => ({ value, label: say[`close_${value}`] }))} />
        <SelectField id="close-month" label={say.closeMonth} value={chosen} onChange={setMonth} options={months.map((value) => ({ value, label: value.slice(0, 7) }))} />
      </div>
      <ProposeMatter label={say.proposeClose(chosen.slice(0, 7))} opening={{ kind: 'books_close', subject: chosen.slice(0, 7), details: { value: kind, on: chosen } }} />
    </section>
  );
}

