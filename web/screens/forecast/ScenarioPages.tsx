import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { date } from '../../../core/values/plain-date.ts';
import { ask, client } from '../../client.ts';
import { Fault } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import type { ScenarioAnswer } from '../../provenance/answers.ts';
import { scenarioQuery } from '../../provenance/asked.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { forecastWords } from '../../words/forecast.ts';
import { policyWords } from '../../words/policy.ts';
import { scenarioWords } from '../../words/scenarios.ts';
import { formatMoment, shanghaiDay } from '../data/moment.ts';
import { QuestionText } from './KeptPlans.tsx';
import { forecastLines, impactLines, planLines } from './compared-lines.ts';
import { ImpactAnswer } from './ImpactAnswer.tsx';
import { KeptForecast } from './KeptForecast.tsx';
import { PlanAnswer } from './PlanAnswer.tsx';
import { YearTable } from './YearTable.tsx';

/** A plan that was kept, as it was answered, with the way to ask the same again. */
export function ScenarioPage({ which }: { readonly which: string }) {
  const say = useWords(scenarioWords);
  const { language } = useSettings().settings;
  const query = useQuery(scenarioQuery(which));
  const kept = query.data;
  return (
    <Page title={kept?.name ?? say.title} lead={say.lead}>
      <p className="no-print"><ScreenLink to="/forecast/+plan">← {say.back}</ScreenLink></p>
      {query.error !== null && <Fault error={query.error} retry={() => void query.refetch()} />}
      {kept !== undefined && (
        <div className="forecast">
          {!kept.intact && <Notice kind="warning" title={say.touched} announce />}
          <dl className="scenario-head">
            <dt>{say.question}</dt><dd><QuestionText of={kept} /></dd>
            {kept.note !== '' && <><dt>{say.note}</dt><dd>{kept.note}</dd></>}
            <dt>{say.on}</dt><dd>{kept.on}</dd>
            <dt>{say.knownOn}</dt><dd>{formatMoment(kept.known_on, language)}</dd>
            <dt>{say.keptBy}</dt><dd>{kept.kept_by} · {formatMoment(kept.kept_at, language)}</dd>
            <dt>{say.version}</dt><dd>{kept.version} / {kept.versions}{kept.version > 1 && <> · <ScreenLink to={`/forecast/+plan/${kept.scenario_id}.${kept.version - 1}`}>{say.earlier}</ScreenLink></>}</dd>
          </dl>
          <Again which={which} />
          <May do="planning.export"><FileLinks of={kept} /></May>
          {kept.answer !== null && <PlanAnswer plan={kept.answer} />}
          {kept.forecast !== null && <KeptForecast forecast={kept.forecast} campuses={kept.campuses} />}
          {kept.impact !== null && <ImpactAnswer impact={kept.impact} names={kept.campuses} asked={{ on: date(kept.on), known: shanghaiDay(kept.known_on), tried: kept.tried }} />}
        </div>
      )}
    </Page>
  );
}

/** To take along: workbook, paper, the model of a plan, and everything that it stands on in one file that anybody can work out again. */
function FileLinks({ of: { scenario_id, version, kind } }: { readonly of: Pick<ScenarioAnswer, 'scenario_id' | 'version' | 'kind'> }) {
  const say = useWords(scenarioWords);
  const { language } = useSettings().settings;
  const link = (form: string, label: string, more = '') => <a className="button" href={`/api/scenarios/${scenario_id}/${form}?version=${version}${more}`} download>{label}</a>;
  return (
    <div className="no-print">
      <div className="button-row">{link('workbook', say.workbook, `&lang=${language}`)}{link('paper', say.paper, `&lang=${language}`)}{kind === 'plan' && link('model', say.model)}{link('pack.zip', say.pack)}</div>
      <p className="small">{say.packHelp}</p>
    </div>
  );
}

/** Asks the same once more, of the records as they were known then. */
function Again({ which }: { readonly which: string }) {
  const say = useWords(scenarioWords);
  const [scenario_id = '', version] = which.split('.');
  const [asked, setAsked] = useState(false);
  const query = useQuery({
    queryKey: ['scenario-again', which], enabled: asked, retry: false, staleTime: 0,
    queryFn: ({ signal }) => ask(client.api.scenarios[':scenario_id'].again.$get({ param: { scenario_id }, query: version === undefined ? {} : { version } }, { init: { signal } })),
  });
  return (
    <div className="no-print">
      <Button disabled={query.fetchStatus === 'fetching'} onClick={() => (asked ? void query.refetch() : setAsked(true))}>{query.fetchStatus === 'fetching' ? say.repeating : say.repeat}</Button>
      {query.error !== null && <Fault error={query.error} />}
      {query.data !== undefined && query.fetchStatus === 'idle' && (query.data.answer_same
        ? <Notice kind="done" title={say.same} announce />
        : <Notice kind="warning" title={query.data.facts_same ? say.otherAnswer : say.otherFacts} announce />)}
    </div>
  );
}

/** Two kept plans, line by line. */
export function ComparePage({ one, other }: { readonly one: string; readonly other: string }) {
  const say = useWords(scenarioWords);
  const [left, right] = [useQuery(scenarioQuery(one)), useQuery(scenarioQuery(other))];
  const error = left.error ?? right.error;
  return (
    <Page title={say.compareTitle} lead={say.compareLead}>
      <p className="no-print"><ScreenLink to="/forecast/+plan">← {say.back}</ScreenLink></p>
      {error !== null && <Fault error={error} />}
      {left.data !== undefined && right.data !== undefined && <div className="forecast"><SideBySide left={left.data} right={right.data} /></div>}
    </Page>
  );
}

function SideBySide({ left, right }: { readonly left: ScenarioAnswer; readonly right: ScenarioAnswer }) {
  const say = useWords(scenarioWords);
  const { language } = useSettings().settings;
  const forecast = useWords(forecastWords);
  const policy = useWords(policyWords);
  const lines = (of: ScenarioAnswer): Map<string, ReactNode> => {
    return new Map<string, ReactNode>([
      [say.question, <QuestionText key="question" of={of} />], [say.on, of.on],
      ...planLines(of, say, language), ...forecastLines(of.forecast, forecast), ...impactLines(of.impact, policy, language),
    ]);
  };
  const [a, b] = [lines(left), lines(right)];
  const labels = [...new Set([...a.keys(), ...b.keys()])];
  return <YearTable id="plan-compared" title={say.compareTitle} head={[{ label: say.line }, { label: left.name }, { label: left.name === right.name ? `${right.name} ②` : right.name }]} rows={labels.map((label) => [label, a.get(label) ?? '—', b.get(label) ?? '—'])} />;
}
