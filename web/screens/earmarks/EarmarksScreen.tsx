import { useState } from 'react';
import { yearOf } from '../../../core/values/plain-date.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { useMay } from '../../shell/session.ts';
import { Page } from '../../shell/PageHead.tsx';
import { earmarkWords } from '../../words/earmarks.ts';
import { settlementWords } from '../../words/settlement.ts';
import '../data/data.css';
import '../money/money.css';
import '../settlement/settlement.css';
import { CampusBudget } from './CampusBudget.tsx';
import { Draws } from './Draws.tsx';
import { Needs } from './Needs.tsx';
import { PayerGrowth } from './PayerGrowth.tsx';
import { useEarmarks, type EarmarksAnswer } from './queries.ts';

const YEARS_BACK = 3;

/** 专项与预算. */
export function EarmarksScreen() {
  const [say, of] = [useWords(earmarkWords), useWords(settlementWords)];
  const { on } = useAsked();
  const may = useMay();
  const [asked, setYear] = useInAddress('fiscal_year');
  const years = Array.from({ length: YEARS_BACK }, (_, before) => yearOf(on) - before);
  const year = years.find((one) => String(one) === asked) ?? yearOf(on);
  return (
    <Page title={say.title} lead={say.lead}>
      <div className="settlement">
        <div className="settlement-controls no-print">
          <SelectField id="earmarks-year" label={say.year} value={String(year)} onChange={setYear} options={years.map((one) => ({ value: String(one), label: of.fiscalOf(one) }))} />
          {may('funds.export') && <a className="button button-secondary" href={`/api/earmarks/workbook?fiscal_year=${year}`} download>{say.workbook}</a>}
        </div>
        <Answer query={useEarmarks(year)}>{(answer) => <Board answer={answer} />}</Answer>
      </div>
    </Page>
  );
}

function Board({ answer }: { answer: EarmarksAnswer }) {
  const say = useWords(earmarkWords);
  const [said, setSaid] = useState<string | null>(null);
  if (answer.campuses.length === 0) return <EmptyState title={say.none}>{say.noneHelp}</EmptyState>;
  return (
    <>
      {said !== null && <Notice kind="done" title={said} announce />}
      {answer.no_rule && <Notice kind="warning" title={say.noRule} />}
      {answer.campuses.map((one) => <CampusBudget key={one.campus.id} budget={one} answer={answer} onDone={setSaid} />)}
      <PayerGrowth answer={answer} />
      <Needs answer={answer} onDone={setSaid} />
      <Draws answer={answer} onDone={setSaid} />
    </>
  );
}
