import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { ANSWERER_LABELS, MOST_REMARK, QUESTIONS } from '../../../core/surveys/questions.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ButtonLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { ErrorSummary, type FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { LongTextField } from '../../components/Field/LongTextField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useSession } from '../../shell/session.ts';
import { formatDate } from '../../words/format.ts';
import { surveyWords } from '../../words/surveys.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { SURVEYS, useOwnSurvey } from './queries.ts';
import { Scale } from './Scale.tsx';
import './surveys.css';

/** S3-h: the survey of the year, answered once and without a name. */
export function SurveyScreen() {
  const say = useWords(surveyWords);
  const { landing } = useSession();
  const home = <div className="button-row no-print"><ButtonLink to={landing ?? '/'}>{say.back}</ButtonLink></div>;
  return (
    <Page title={say.title}>
      <Answer query={useOwnSurvey()}>
        {({ survey }) => {
          if (survey === null) return <><EmptyState title={say.nothing}>{say.nothingHelp}</EmptyState>{home}</>;
          if (survey.answered) return <><Notice kind="done" title={say.counted} announce>{say.countedHelp}</Notice>{home}</>;
          return <Form key={survey.survey_id} survey={survey} />;
        }}
      </Answer>
    </Page>
  );
}

type Own = NonNullable<NonNullable<ReturnType<typeof useOwnSurvey>['data']>['survey']>;

function Form({ survey }: { survey: Own }) {
  const say = useWords(surveyWords);
  const { language } = useSettings().settings;
  const queries = useQueryClient();
  const [scores, setScores] = useState<Readonly<Record<string, number>>>({});
  const [remark, setRemark] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = QUESTIONS.flatMap(({ id }, at) => (scores[id] === undefined ? [{ field: `survey-${id}`, message: say.choose(at + 1) }] : []));
    setProblems(missing);
    if (busy || missing.length > 0) return;
    setBusy(true);
    setFault(null);
    try {
      await ask(client.api.surveys[':survey_id'].answers.$post({ param: { survey_id: survey.survey_id }, json: { scores, remark } }, onceOnly()));
    } catch (error) {
      setFault(error);
    }
    setBusy(false);
    // Where the reply was lost, this tells whether the answer was counted.
    await queries.invalidateQueries({ queryKey: [SURVEYS] });
  };
  return (
    <form className="survey" noValidate onSubmit={(event) => void submit(event)}>
      <p>{say.askedAs(ANSWERER_LABELS[survey.group][language])} · {say.until(formatDate(survey.closes_on, language))}</p>
      <Notice kind="info" title={say.anonymous}>{say.anonymousHelp(survey.least)}</Notice>
      <ErrorSummary problems={problems} />
      {fault !== null && <RefusalNotice title={say.notSent} error={fault} />}
      {QUESTIONS.map(({ id, text }, at) => (
        <Scale key={id} id={`survey-${id}`} label={say.numbered(at + 1, text[language])} value={scores[id] ?? null} onChange={(score) => setScores((now) => ({ ...now, [id]: score }))}
          error={problems.find(({ field }) => field === `survey-${id}`)?.message} />
      ))}
      <LongTextField id="survey-remark" label={say.remark} help={say.remarkHelp} rows={4} value={remark} onChange={(text) => setRemark(text.slice(0, MOST_REMARK))} optional />
      <div className="button-row"><Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.sending : say.send}</Button></div>
    </form>
  );
}
