import { ButtonLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useMay } from '../../shell/session.ts';
import { formatDate } from '../../words/format.ts';
import { surveyWords } from '../../words/surveys.ts';
import { useOwnSurvey } from './queries.ts';

/** S3-h: on the first page of whoever is asked, until they answered. */
export function SurveyInvitation() {
  const say = useWords(surveyWords);
  const { language } = useSettings().settings;
  const survey = useOwnSurvey(useMay()('surveys.write')).data?.survey ?? null;
  if (survey === null || survey.answered) return null;
  return (
    <Notice kind="info" title={say.invite(survey.year)}>
      <p>{say.inviteHelp(formatDate(survey.closes_on, language))}</p>
      <div className="button-row no-print"><ButtonLink to="/survey">{say.go}</ButtonLink></div>
    </Notice>
  );
}
