import { Answer } from '../../components/Answer/Answer.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useInAddress } from '../../settings/useInAddress.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { employmentWords } from '../../words/employment.ts';
import { EmploymentPage } from './EmploymentPage.tsx';
import { GroupTable } from './GroupTable.tsx';
import { QualityTable } from './QualityTable.tsx';
import { useEmployment, type EmploymentAnswer } from './queries.ts';
import { RateTable } from './RateTable.tsx';
import { RetentionTable } from './RetentionTable.tsx';
import { ServiceTotals } from './ServiceTotals.tsx';

/** The graduates of a year in numbers. */
export function NumbersPage() {
  const say = useWords(employmentWords);
  const [year, setYear] = useInAddress('year');
  const query = useEmployment(useAsked(), year);
  return (
    <EmploymentPage part="numbers" lead={say.numbersLead}>
      <Answer query={query}>
        {(answer) => (
          <div className="cooperation employment">
            {answer.years.length > 1 && (
              <div className="directory-filters no-print"><SelectField label={say.year} value={String(answer.year)} onChange={setYear} options={answer.years.map((one) => ({ value: String(one), label: String(one) }))} /></div>
            )}
            <Numbers answer={answer} />
          </div>
        )}
      </Answer>
    </EmploymentPage>
  );
}

function Numbers({ answer }: { answer: EmploymentAnswer }) {
  const say = useWords(employmentWords);
  if (!answer.has_rules) return <EmptyState title={say.noRules}>{say.noRulesHelp}</EmptyState>;
  const [city] = answer.groups;
  if (city === undefined || answer.years.length === 0) return <EmptyState title={say.noGraduates}>{say.noGraduatesHelp}</EmptyState>;
  return (
    <>
      <RateTable group={city} year={answer.year} />
      <GroupTable answer={answer} />
      <RetentionTable retention={answer.retention} />
      {answer.quality !== null && <QualityTable quality={answer.quality} />}
      <ServiceTotals services={answer.services} />
    </>
  );
}
