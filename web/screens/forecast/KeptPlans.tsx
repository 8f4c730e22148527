import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { groupWhole } from '../../../core/check/phrases.ts';
import { Fault } from '../../components/Answer/Answer.tsx';
import { ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import type { ScenariosAnswer } from '../../provenance/answers.ts';
import { parametersQuery, scenariosQuery } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { scenarioWords } from '../../words/scenarios.ts';
import { YearTable } from './YearTable.tsx';

const SIDE_BY_SIDE = 2;

/** Plans that were kept; two of them can be laid side by side. */
export function KeptPlans() {
  const say = useWords(scenarioWords);
  const query = useQuery(scenariosQuery());
  const [chosen, setChosen] = useState<readonly string[]>([]);
  if (query.error !== null) return <Fault error={query.error} retry={() => void query.refetch()} />;
  const scenarios = query.data?.scenarios ?? [];
  if (scenarios.length === 0) return null;
  const kinds = new Set(scenarios.filter(({ scenario_id }) => chosen.includes(scenario_id)).map(({ kind }) => kind));
  const choose = (id: string, on: boolean) => setChosen(on ? [...chosen, id].slice(-SIDE_BY_SIDE) : chosen.filter((one) => one !== id));
  return (
    <>
      <YearTable
        id="plan-kept" title={say.kept} note={say.keptNote}
        head={[{ label: say.name }, { label: say.kind }, { label: say.question }, { label: say.result }, { label: say.cost, number: true }, { label: say.on }, { label: say.keptBy }, { label: say.compare }]}
        rows={scenarios.map((one) => [
          <ScreenLink key="name" to={`/forecast/+plan/${one.scenario_id}`}>{one.name}{one.version > 1 ? say.versionOf(one.version) : ''}</ScreenLink>,
          <span key="kind" className="scenario-short">{say[`kind_${one.kind}`]}</span>,
          <QuestionText key="question" of={one} />, <span key="result" className="scenario-short">{one.status === null ? '—' : say[one.status]}</span>, one.cost_yuan === null ? '—' : groupWhole(one.cost_yuan), <span key="on" className="scenario-short">{one.on}</span>, one.kept_by,
          <label key="choose" className="scenario-short"><input type="checkbox" checked={chosen.includes(one.scenario_id)} onChange={(event) => choose(one.scenario_id, event.currentTarget.checked)} /> {say.choose}</label>,
        ])}
      />
      {chosen.length === SIDE_BY_SIDE && kinds.size > 1 && <p className="small" role="status">{say.otherKind}</p>}
      {chosen.length === SIDE_BY_SIDE && kinds.size === 1 && <p className="no-print"><ButtonLink to={`/forecast/+plan/${chosen.join('/')}`}>{say.sideBySide}</ButtonLink></p>}
    </>
  );
}

/** What was asked, in one line. */
export function QuestionText({ of: { kind, to, target, tried, seed } }: { readonly of: Pick<ScenariosAnswer['scenarios'][number], 'kind' | 'to' | 'target' | 'tried' | 'seed'> }) {
  const say = useWords(scenarioWords);
  const { language } = useSettings().settings;
  const { data } = useQuery(parametersQuery(useAsked()));
  const labelOf = (key: string): string => data?.parameters.find((one) => one.key === key)?.label[language] ?? key;
  const asked = { plan: say.asked, forecast: say.foreseeTo, policy: say.judgeTo }[kind];
  return [asked(to), ...(seed === undefined ? [] : [say.seedIs(seed)]), ...(target === null ? [] : [say.withTarget(groupDigits(String(target)))]), ...tried.map(({ key, value }) => say.triedAs(labelOf(key), value))].join(say.separator);
}
