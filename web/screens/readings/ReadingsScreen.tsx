import { useMemo } from 'react';
import { DEFAULT_PACK, packs } from '../../../core/policy/packs.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { readingsWords } from '../../words/readings.ts';
import { shellWords } from '../../words/shell.ts';
import type { ParametersAnswer } from '../../provenance/answers.ts';
import { Doubts } from './Doubts.tsx';
import { bearingOf, doubtsOf, isOpen } from './doubts.ts';
import type { Effects } from './OtherReadings.tsx';
import { OpenQuestions } from './OpenQuestions.tsx';
import { ParameterTable } from './ParameterTable.tsx';
import { useEffects, useParameters } from './queries.ts';
import './readings.css';

/** 口径: the values in force, how doubtful sentences are read, and what to ask the office. */
export function ReadingsScreen() {
  const shell = useWords(shellWords);
  const say = useWords(readingsWords);
  const parameters = useParameters();
  return (
    <Page title={shell.readings} lead={say.lead}>
      <Answer query={parameters}>
        {(answer) => (answer.parameters.length === 0 ? <EmptyState title={say.noRule}>{say.noRuleHelp}</EmptyState> : <Views answer={answer} />)}
      </Answer>
    </Page>
  );
}

function Views({ answer }: { answer: ParametersAnswer }) {
  const say = useWords(readingsWords);
  const [view] = useInAddress('view');
  const asked = useEffects();
  const effects: Effects = {
    state: !asked.isEnabled ? 'untold' : asked.isPending ? 'pending' : asked.isError ? 'failed' : 'there',
    list: asked.data?.effects ?? [],
  };
  const bearing = useMemo(() => bearingOf(packs.get(answer.pack) ?? DEFAULT_PACK), [answer.pack]);
  const doubts = useMemo(() => doubtsOf(answer.parameters), [answer]);
  const views = [
    ['', say.viewReadings, doubts.length],
    ['parameters', say.viewParameters, answer.parameters.length],
    ['open', say.viewOpen, doubts.filter(isOpen).length],
  ] as const;
  return (
    <>
      <nav className="reading-views no-print" aria-label={say.views}>
        {views.map(([name, label, count]) => (
          <ScreenLink key={name} to="/readings" current={view === name} {...(name !== '' && { query: { view: name } })}>
            {label} <span className="reading-count">{count}</span>
          </ScreenLink>
        ))}
      </nav>
      {view === 'parameters' ? (
        <ParameterTable parameters={answer.parameters} on={answer.on} />
      ) : view === 'open' ? (
        <OpenQuestions doubts={doubts} effects={effects} bearingOf={bearing} />
      ) : (
        <Doubts doubts={doubts} effects={effects} bearingOf={bearing} />
      )}
    </>
  );
}
