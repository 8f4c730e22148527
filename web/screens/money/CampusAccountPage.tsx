import { Answer } from '../../components/Answer/Answer.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { moneyWords } from '../../words/money.ts';
import { settlementWords } from '../../words/settlement.ts';
import { useEarmarks, type EarmarkCampus } from '../earmarks/queries.ts';
import { choices, useSettlement, type Years } from '../settlement/queries.ts';
import { CampusAccounts } from './CampusAccounts.tsx';
import { CampusFlows } from './CampusFlows.tsx';
import { CampusFunds } from './CampusFunds.tsx';
import { MoneyTabs } from './MoneyTabs.tsx';

/** 校区账户: what is to come to a campus and has come, what of each fund is left, and what stands on its accounts. */
export function CampusAccountPage() {
  const [say, of] = [useWords(moneyWords), useWords(settlementWords)];
  const { academic, fiscal } = choices(useAsked());
  const [year, setYear] = useInAddress('academic_year');
  const [money, setMoney] = useInAddress('fiscal_year');
  const years: Years = { academic_year: academic.find((one) => String(one) === year) ?? academic[0] ?? 0, fiscal_year: fiscal.find((one) => String(one) === money) ?? fiscal[0] ?? 0 };
  return (
    <Page title={say.campus} lead={say.campusLead}>
      <MoneyTabs here="campus" />
      <div className="settlement">
        <div className="settlement-controls no-print">
          <SelectField id="campus-year" label={of.academicYear} value={String(years.academic_year)} onChange={setYear} options={academic.map((one) => ({ value: String(one), label: of.yearFrom(one, one + 1) }))} />
          <SelectField id="campus-fiscal" label={of.fiscalYear} value={String(years.fiscal_year)} onChange={setMoney} options={fiscal.map((one) => ({ value: String(one), label: of.fiscalOf(one) }))} />
        </div>
        <Answer query={useEarmarks(years.fiscal_year)}>{({ campuses }) => <Chosen campuses={campuses} years={years} />}</Answer>
      </div>
    </Page>
  );
}

function Chosen({ campuses, years }: { campuses: readonly EarmarkCampus[]; years: Years }) {
  const say = useWords(moneyWords);
  const [asked, setCampus] = useInAddress('campus');
  const chosen = campuses.find(({ campus }) => campus.id === asked) ?? campuses[0];
  if (chosen === undefined) return <EmptyState title={say.campusNone}>{say.campusNoneHelp}</EmptyState>;
  return (
    <>
      {campuses.length > 1 && (
        <div className="settlement-controls no-print">
          <SelectField id="campus-choice" label={say.campusChoice} value={chosen.campus.id} onChange={setCampus} options={campuses.map(({ campus }) => ({ value: campus.id, label: campus.name ?? campus.id }))} />
        </div>
      )}
      <Account of={chosen} years={years} />
    </>
  );
}

function Account({ of, years }: { of: EarmarkCampus; years: Years }) {
  const [say, told] = [useWords(moneyWords), useWords(settlementWords)];
  return (
    <article className="grant-campus" aria-labelledby="campus-account">
      <h2 id="campus-account">{of.campus.name ?? of.campus.id}</h2>
      <Answer query={useSettlement(useAsked(), years)}>
        {({ no_rule_on, errors, lines }) => (no_rule_on !== null ? <Notice kind="warning" title={say.noRule}>{told.noRuleHelp}</Notice>
          : errors.length > 0 ? <Notice kind="warning" title={told.errors}>{told.errorsHelp}</Notice>
            : <CampusFlows campus={of} lines={lines} years={years} />)}
      </Answer>
      <CampusFunds of={of} fiscal_year={years.fiscal_year} />
      <CampusAccounts of={of} />
    </article>
  );
}
