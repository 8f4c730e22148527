import { Answer } from '../../components/Answer/Answer.tsx';
import { ButtonLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { agreementWords } from '../../words/agreements.ts';
import { shellWords } from '../../words/shell.ts';
import { AgreementEnded } from '../agreements/AgreementEnded.tsx';
import { SurveyInvitation } from '../surveys/SurveyInvitation.tsx';
import { MyTests } from './MyTests.tsx';
import { MyInternship } from './MyInternship.tsx';
import { NextStep } from './NextStep.tsx';
import { OwnDestination } from './OwnDestination.tsx';
import { OwnMoney } from './OwnMoney.tsx';
import { OwnStudies } from './OwnStudies.tsx';
import { useFiveYears } from './queries.ts';
import { Timeline } from './Timeline.tsx';
import { WayOutPart } from './WayOutPart.tsx';

/** One next step on top, then five years in one column. */
export function FiveYearsPage() {
  const say = useWords(agreementWords);
  const shell = useWords(shellWords);
  const [child, setChild] = useInAddress('child');
  const query = useFiveYears();
  return (
    <Page title={shell.fiveYears}>
      <Answer query={query}>
        {({ students, on }) => {
          const chosen = students.find(({ student_id }) => student_id === child) ?? students.find(({ agreement }) => (agreement?.may_sign_as.length ?? 0) > 0) ?? students[0];
          if (chosen === undefined) return <EmptyState title={say.noStudent}>{say.noStudentHelp}</EmptyState>;
          const left = chosen.milestones.some(({ state }) => state === 'closed');
          const filingToCome = chosen.milestones.some(({ id, state }) => id === 'filing' && (state === 'next' || state === 'later'));
          return (
            <div className="five-years">
              {students.length > 1 && (
                <SelectField label={say.whose} value={chosen.student_id} onChange={setChild} options={students.map(({ student_id, name }) => ({ value: student_id, label: name }))} />
              )}
              <p className="five-years-who"><strong>{chosen.name}</strong> <span>{say.stageOf(chosen.school, chosen.programme, chosen.grade)}</span></p>
              {chosen.agreement_ended !== null && <AgreementEnded ended={chosen.agreement_ended} />}
              <NextStep followed={chosen} on={on} />
              <SurveyInvitation />
              <OwnDestination student_id={chosen.student_id} />
              <Timeline milestones={chosen.milestones} />
              <MyTests student_id={chosen.student_id} left={left} filingToCome={filingToCome} />
              <MyInternship student_id={chosen.student_id} left={left} />
              <WayOutPart student_id={chosen.student_id} />
              <OwnMoney student_id={chosen.student_id} />
              <OwnStudies student_id={chosen.student_id} left={left} />
            </div>
          );
        }}
      </Answer>
      <div className="button-row no-print">
        <ButtonLink to="/mine">{say.records}</ButtonLink>
        <ButtonLink to="/account">{say.account}</ButtonLink>
      </div>
    </Page>
  );
}
