import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ANSWERERS, ANSWERER_LABELS, type Answerers } from '../../../core/surveys/questions.ts';
import { date, yearOf, type PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { surveyWords } from '../../words/surveys.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import { SURVEYS } from './queries.ts';

interface Draft {
  readonly year: string;
  readonly opens_on: PlainDate | null;
  readonly closes_on: PlainDate | null;
  readonly groups: readonly Answerers[];
}

/** Who is asked, for which year, from when to when. */
export function SurveyDialog({ today, onClose, onDone }: { today: string; onClose: () => void; onDone: () => void }) {
  const say = useWords(surveyWords);
  const { language } = useSettings().settings;
  const queries = useQueryClient();
  const year = yearOf(date(today));
  const [draft, setDraft] = useState<Draft>({ year: String(year), opens_on: date(today), closes_on: null, groups: ANSWERERS });
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const problems = () => [
    ...(draft.opens_on === null ? [{ field: 'survey-opens', message: say.giveOpens }] : []), ...(draft.closes_on === null ? [{ field: 'survey-closes', message: say.giveCloses }] : []),
    ...(draft.groups.length === 0 ? [{ field: 'survey-groups', message: say.giveGroups }] : []),
  ];
  const act = async () => {
    const { opens_on, closes_on, groups } = draft;
    await ask(client.api.surveys.$post({ json: { year: Number(draft.year), opens_on: opens_on ?? '', closes_on: closes_on ?? '', groups: [...groups] } }, onceOnly()));
    await queries.invalidateQueries({ queryKey: [SURVEYS] });
    onDone();
  };
  const put = (group: Answerers, on: boolean): void => change({ groups: ANSWERERS.filter((one) => (one === group ? on : draft.groups.includes(one))) });
  return (
    <TeamForm title={say.open} act={say.open} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <SelectField id="survey-year" label={say.year} value={draft.year} onChange={(chosen) => change({ year: chosen })} options={[year - 1, year, year + 1].map((one) => ({ value: String(one), label: String(one) }))} />
          <DateField id="survey-opens" label={say.opensOn} value={draft.opens_on} onChange={(opens_on) => change({ opens_on })} error={wrong('survey-opens')} />
          <DateField id="survey-closes" label={say.closesOn} value={draft.closes_on} onChange={(closes_on) => change({ closes_on })} error={wrong('survey-closes')} />
          <fieldset className="matter-sheets" id="survey-groups" tabIndex={-1}>
            <legend>{say.groups}</legend>
            {wrong('survey-groups') !== undefined && <p className="field-error">{wrong('survey-groups')}</p>}
            {ANSWERERS.map((group) => <CheckboxField key={group} label={ANSWERER_LABELS[group][language]} checked={draft.groups.includes(group)} onChange={(on) => put(group, on)} />)}
          </fieldset>
        </>
      )}
    </TeamForm>
  );
}
