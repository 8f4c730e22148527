import { useState } from 'react';
import { leastChange, merge } from '../../../core/check/least-change.ts';
import { consequenceText } from '../../../core/check/phrases.ts';
import { applyChanges } from '../../../core/check/what-if.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { whatIfWords } from '../../words/what-if.ts';
import type { Trial, WhatIfAnswer } from './answer.ts';
import { scenarioText } from './scenario.ts';
import { scenarioSentence } from './sentence.ts';
import type { Scenario } from './useScenario.ts';

interface ActsProps {
  readonly trial: Trial;
  readonly scenario: Scenario;
  readonly answer: WhatIfAnswer;
}

/** What was filled in, and of which scenario it speaks: said only while that scenario stands. */
interface Filled {
  readonly adds: string;
  readonly of: string;
}

/** Fill in what passes, go back a step, go back to the records; and what was just done, in one sentence. */
export function Acts({ trial, scenario, answer }: ActsProps) {
  const say = useWords(whatIfWords);
  const { language } = useSettings().settings;
  const [filled, setFilled] = useState<Filled | null>(null);
  const [said, setSaid] = useState('');
  const { changes, change, undo, canUndo } = scenario;
  const fill = () => {
    const least = leastChange(applyChanges(trial.facts, changes), trial.judging).changes;
    const next = merge(changes, least);
    if (Object.keys(least).length > 0) change(() => next, 'least');
    setFilled({ adds: scenarioSentence(least, language), of: scenarioText(next) });
    setSaid('');
  };
  const standing = filled !== null && filled.of === scenarioText(changes) ? filled : null;
  return (
    <div className="what-if-acts">
      <div className="button-row">
        <Button kind="primary" onClick={fill} aria-describedby="least-help">
          {say.least}
        </Button>
        <Button disabled={!canUndo} onClick={() => { undo(); setSaid(say.undone); }}>
          {say.undo}
        </Button>
        <Button disabled={scenarioText(changes) === ''} onClick={() => { change(() => ({}), 'reset'); setSaid(say.resetDone); }}>
          {say.reset}
        </Button>
        <Button kind="quiet" onClick={() => window.print()}>
          {say.print}
        </Button>
      </div>
      <p className="small no-print" id="least-help">
        {say.leastHelp}
      </p>
      {standing !== null && <Least adds={standing.adds} answer={answer} trial={trial} />}
      <p className="hidden-text" role="status">
        {said}
      </p>
    </div>
  );
}

function Least({ adds, answer, trial }: { adds: string; answer: WhatIfAnswer; trial: Trial }) {
  const say = useWords(whatIfWords);
  const { language } = useSettings().settings;
  const labels = new Map(trial.judging.pack.standards.map((s) => [s.id, s.label[language]]));
  const open = answer.pairs.filter(({ after }) => after.outcome === 'unmet' || after.outcome === 'undetermined');
  const left = open.map(({ after }) => `${labels.get(after.standard) ?? after.standard}（${consequenceText(after, language)}）`);
  const title = adds === '' ? say.leastNone : say.leastAdds(adds);
  return (
    <Notice kind={open.length === 0 ? 'done' : 'info'} title={title} announce>
      {open.length > 0 ? say.leastLeft(left.join(say.separator)) : adds === '' ? undefined : say.leastAll}
    </Notice>
  );
}
