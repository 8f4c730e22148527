import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { moneyWords } from '../../words/money.ts';
import { settlementWords } from '../../words/settlement.ts';
import { choices, useSettlement, type SettlementAnswer, type Years } from '../settlement/queries.ts';
import { ClearingStanding } from './ClearingStanding.tsx';
import { MoneyTabs } from './MoneyTabs.tsx';
import { RelayChart } from './RelayChart.tsx';

/** 资金总览: what flowed from whom to whom, what is still to flow, and what lies on the way. */
export function OverviewPage() {
  const [say, of] = [useWords(moneyWords), useWords(settlementWords)];
  const asked = useAsked();
  const { academic, fiscal } = choices(asked);
  const [year, setYear] = useInAddress('academic_year');
  const [money, setMoney] = useInAddress('fiscal_year');
  const years: Years = { academic_year: academic.find((one) => String(one) === year) ?? academic[0] ?? 0, fiscal_year: fiscal.find((one) => String(one) === money) ?? fiscal[0] ?? 0 };
  return (
    <Page title={say.title} lead={say.lead}>
      <MoneyTabs here="relay" />
      <div className="settlement">
        <div className="settlement-controls no-print">
          <SelectField id="money-year" label={of.academicYear} value={String(years.academic_year)} onChange={setYear} options={academic.map((one) => ({ value: String(one), label: of.yearFrom(one, one + 1) }))} />
          <SelectField id="money-fiscal" label={of.fiscalYear} value={String(years.fiscal_year)} onChange={setMoney} options={fiscal.map((one) => ({ value: String(one), label: of.fiscalOf(one) }))} />
        </div>
        <Answer query={useSettlement(asked, years)}>{(answer) => <Relay answer={answer} years={years} />}</Answer>
        <ClearingStanding />
      </div>
    </Page>
  );
}

function Relay({ answer, years }: { answer: SettlementAnswer; years: Years }) {
  const [say, of] = [useWords(moneyWords), useWords(settlementWords)];
  const { no_rule_on, errors, lines } = answer;
  if (no_rule_on !== null) return <EmptyState title={say.noRule}>{of.noRuleHelp}</EmptyState>;
  if (errors.length > 0) return <EmptyState title={of.errors}>{of.errorsHelp} <ScreenLink to="/settlement">{say.toSettlement}</ScreenLink></EmptyState>;
  return <RelayChart lines={lines} years={years} />;
}
