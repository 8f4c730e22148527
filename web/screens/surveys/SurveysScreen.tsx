import { useState } from 'react';
import { ANSWERER_LABELS } from '../../../core/surveys/questions.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { formatDate } from '../../words/format.ts';
import { surveyWords } from '../../words/surveys.ts';
import { useSurveys, type Survey } from './queries.ts';
import { Results } from './Results.tsx';
import { SurveyDialog } from './SurveyDialog.tsx';
import { SurveyInvitation } from './SurveyInvitation.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';
import '../data/data.css';
import '../matters/matters.css';
import './surveys.css';

/** S3-h: surveys year by year, with what they came to; opened and withdrawn by the office. */
export function SurveysScreen() {
  const say = useWords(surveyWords);
  const [acting, setActing] = useState<'open' | Survey | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const done = (what: string): void => { setActing(null); setSaid(what); };
  return (
    <Page title={say.resultsTitle} lead={say.lead}>
      <SurveyInvitation />
      <Answer query={useSurveys()}>
        {({ surveys, may_open, on }) => (
          <div className="surveys">
            {said !== null && <Notice kind="done" title={said} announce />}
            {may_open && <div className="button-row no-print"><Button kind="primary" onClick={() => { setSaid(null); setActing('open'); }}>{say.open}</Button></div>}
            {surveys.length === 0 ? <EmptyState title={say.none}>{say.noneHelp}</EmptyState>
              : surveys.map((one) => <OneSurvey key={one.survey_id} survey={one} onWithdraw={may_open ? () => { setSaid(null); setActing(one); } : null} />)}
            {acting === 'open' && <SurveyDialog today={on} onClose={() => setActing(null)} onDone={() => done(say.opened)} />}
            {acting !== null && acting !== 'open' && <WithdrawDialog survey={acting} onClose={() => setActing(null)} onDone={() => done(say.withdrawn)} />}
          </div>
        )}
      </Answer>
    </Page>
  );
}

function OneSurvey({ survey, onWithdraw }: { survey: Survey; onWithdraw: (() => void) | null }) {
  const say = useWords(surveyWords);
  const { language } = useSettings().settings;
  const separator = language === 'zh' ? '、' : ', ';
  return (
    <article aria-labelledby={`survey-${survey.survey_id}`}>
      <h2 id={`survey-${survey.survey_id}`}>{say.ofYear(survey.year)} <span className="small">{say[`state_${survey.state}`]}</span></h2>
      <p>{say.days(formatDate(survey.opens_on, language), formatDate(survey.closes_on, language))} · {say.answered(survey.answered)} · {survey.groups.map((group) => ANSWERER_LABELS[group][language]).join(separator)}</p>
      {survey.withdrawn !== null && <p>{say.because(survey.withdrawn)}</p>}
      {(survey.state === 'coming' || survey.state === 'open') && <p>{say.waitForEnd}</p>}
      <Results survey={survey} />
      {onWithdraw !== null && survey.state !== 'withdrawn' && <div className="button-row no-print"><Button onClick={onWithdraw} aria-label={say.withdrawOf(survey.year)}>{say.withdraw}</Button></div>}
    </article>
  );
}
