import { useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { VerdictView } from '../../../core/check/check-json.ts';
import type { CampusFacts } from '../../../core/facts/campus-facts.ts';
import { DEFAULT_PACK, packs } from '../../../core/policy/packs.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ButtonLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { usePack } from '../../provenance/usePack.ts';
import { useOrigins } from '../../provenance/useOrigins.ts';
import { useHref, useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { shellWords } from '../../words/shell.ts';
import { whatIfWords } from '../../words/what-if.ts';
import { Acts } from './Acts.tsx';
import { trialOf } from './answer.ts';
import { CapacityChart, CapacityLine } from './CapacityLine.tsx';
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
  const campus = campuses.data?.campuses.find((c) => c.campus_id === campus_id);
  const title = campus === undefined ? shell.whatIf : `${shell.whatIf}${say.colon}${campus.name}`;
  return (
    <Page title={title} lead={say.lead}>
      {campuses.data !== undefined && campus !== undefined && <OtherCampus campus_id={campus_id} campuses={campuses.data.campuses} />}
      <Answer query={answer}>
        {({ pack, facts }) => (facts === null ? (
          <EmptyState title={say.noFacts} actions={<ButtonLink to="/what-if">{say.otherCampus}</ButtonLink>}>
            {say.noFactsHelp}
          </EmptyState>
        ) : (
          <Trying campus_id={campus_id} pack_id={pack} facts={facts} />
        ))}
      </Answer>
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

function Trying({ campus_id, pack_id, facts }: { campus_id: string; pack_id: string; facts: CampusFacts }) {
  const say = useWords(whatIfWords);
  const { on, language } = useSettings().settings;
  const scenario = useScenario();
  const pack = usePack() ?? packs.get(pack_id) ?? DEFAULT_PACK;
  const trial = useMemo(() => trialOf(pack, on, facts), [pack, on, facts]);
  const answer = useMemo(() => trial.answer(scenario.changes), [trial, scenario.changes]);
  const origins = useOrigins();
  const sentence = scenarioSentence(scenario.changes, language);
  const originOf = useCallback(
    (verdict: VerdictView) => imaginedOrigin(origins.cell(campus_id, verdict.standard), verdict, sentence, trial.judging, language),
    [campus_id, origins, sentence, trial, language],
  );
  return (
    <div className="what-if">
      <Acts trial={trial} scenario={scenario} answer={answer} />
      <ResultCounts pairs={answer.pairs} />
      <div className="what-if-sides">
        <section className="what-if-levers no-print" aria-labelledby="levers-title">
          <h2 id="levers-title">{say.levers}</h2>
          <Levers trial={trial} scenario={scenario} answer={answer} />
        </section>
        <section className="what-if-results" aria-labelledby="results-title">
          <h2 id="results-title">{say.results}</h2>
          <p className="what-if-scenario">{sentence === '' ? say.scenarioNone : say.scenario(sentence)}</p>
          <CapacityLine capacity={answer.capacity} facts={answer.facts} judging={trial.judging} />
          <Results trial={trial} pairs={answer.pairs} originOf={originOf} />
          <CapacityChart capacity={answer.capacity} facts={answer.facts} judging={trial.judging} />
        </section>
      </div>
    </div>
  );
}
