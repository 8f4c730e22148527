import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { LongTextField } from '../../components/Field/LongTextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { surveyWords } from '../../words/surveys.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import { SURVEYS, type Survey } from './queries.ts';

/** A survey that does not count, and why. */
export function WithdrawDialog({ survey, onClose, onDone }: { survey: Survey; onClose: () => void; onDone: () => void }) {
  const say = useWords(surveyWords);
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const act = async () => {
    await ask(client.api.surveys[':survey_id'].withdrawal.$post({ param: { survey_id: survey.survey_id }, json: { reason: reason.trim() } }, onceOnly()));
    await queries.invalidateQueries({ queryKey: [SURVEYS] });
    onDone();
  };
  return (
    <TeamForm title={say.withdrawOf(survey.year)} act={say.withdraw} problems={() => (reason.trim() === '' ? [{ field: 'survey-reason', message: say.giveReason }] : [])} onAct={act} onClose={onClose}>
      {(wrong) => <LongTextField id="survey-reason" label={say.reason} help={say.withdrawHelp} rows={3} value={reason} onChange={setReason} error={wrong('survey-reason')} />}
    </TeamForm>
  );
}
