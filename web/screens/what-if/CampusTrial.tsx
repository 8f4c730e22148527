import { useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { VerdictView } from '../../../core/check/check-json.ts';
import type { CampusFacts } from '../../../core/facts/campus-facts.ts';
import { DEFAULT_PACK, packs } from '../../../core/policy/packs.ts';
import { ButtonLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useHref, useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { PageLoading } from '../../shell/PageLoading.tsx';
import { shellWords } from '../../words/shell.ts';
import { whatIfWords } from '../../words/what-if.ts';
import { Acts } from './Acts.tsx';
import { trialOf } from './answer.ts';
import { CapacityLine } from './CapacityLine.tsx';
import { FetchFault } from './FetchFault.tsx';
import { Levers } from './Levers.tsx';
import { imaginedOrigin } from './origin.ts';
import { useCampuses, useCampusFacts } from './queries.ts';
import { ResultCounts, Results } from './Results.tsx';
import { scenarioSentence } from './sentence.ts';
import { useScenario } from './useScenario.ts';

/** One campus, supposed to be otherwise than it is. */
export function CampusTrial({ campus_id }: { campus_id: string }) {
  const say = useWords(whatIfWords);
  const shell = useWords(shellWords);
  const campuses = useCampuses();
  const answer = useCampusFacts(campus_id);
  if (answer.isPending || campuses.isPending) return <PageLoading />;
  const campus = campuses.data?.campuses.find((c) => c.campus_id === campus_id);
  const title = campus === undefined ? shell.whatIf : `${shell.whatIf}${say.colon}${campus.name}`;
  return (
    <Page title={title} lead={say.lead}>
      {campuses.data !== undefined && campus !== undefined && <OtherCampus campus_id={campus_id} campuses={campuses.data.campuses} />}
      {answer.isError ? (
        <FetchFault error={answer.error} retry={() => void answer.refetch()} />
      ) : answer.data.facts === null ? (
        <EmptyState title={say.noFacts} actions={<ButtonLink to="/what-if">{say.otherCampus}</ButtonLink>}>
          {say.noFactsHelp}
        </EmptyState>
      ) : (
        <Trying pack_id={answer.data.pack} facts={answer.data.facts} />
      )}
    </Page>
  );
}

function OtherCampus({ campus_id, campuses }: { campus_id: string; campuses: readonly { readonly campus_id: string; readonly name: string }[] }) {
  const say = useWords(whatIfWords);
  const href = useHref();
  const [, navigate] = useLocation();
  return (
    <div className="no-print">
      <SelectField
        label={say.campus}
        value={campus_id}
        onChange={(id) => navigate(href(`/what-if/${encodeURIComponent(id)}`))}
        options={campuses.map((c) => ({ value: c.campus_id, label: c.name }))}
      />
    </div>
  );
}

function Trying({ pack_id, facts }: { pack_id: string; facts: CampusFacts }) {
  const say = useWords(whatIfWords);
  const { on, language } = useSettings().settings;
  const scenario = useScenario();
  const trial = useMemo(() => trialOf(packs.get(pack_id) ?? DEFAULT_PACK, on, facts), [pack_id, on, facts]);
  const answer = useMemo(() => trial.answer(scenario.changes), [trial, scenario.changes]);
  const originOf = useCallback(
    (verdict: VerdictView) => Promise.resolve(imaginedOrigin(verdict, trial.judging, language)),
    [trial, language],
  );
  const sentence = scenarioSentence(scenario.changes, language);
  return (
    <div className="what-if">
      <Acts trial={trial} scenario={scenario} answer={answer} />
      <div className="what-if-sides">
        <section className="what-if-levers no-print" aria-labelledby="levers-title">
          <h2 id="levers-title">{say.levers}</h2>
          <Levers trial={trial} scenario={scenario} answer={answer} />
        </section>
        <section className="what-if-results" aria-labelledby="results-title">
          <h2 id="results-title">{say.results}</h2>
          <p className="what-if-scenario">{sentence === '' ? say.scenarioNone : say.scenario(sentence)}</p>
          <ResultCounts pairs={answer.pairs} />
          <Results trial={trial} pairs={answer.pairs} originOf={originOf} />
          <CapacityLine capacity={answer.capacity} facts={answer.facts} judging={trial.judging} />
        </section>
      </div>
    </div>
  );
}
