import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { matterWords } from '../../words/matters.ts';
import { clauseLink } from '../clauses/links.ts';
import { FilesAt } from '../documents/FilesAt.tsx';
import { Impact } from './Impact.tsx';
import { actText, detailLines, kindOfMatter, kindText, stateText, subjectText } from './matter-text.ts';
import { useMatter, type Matter, type Prospect } from './queries.ts';
import { Returns } from './Returns.tsx';
import { StepDialog } from './StepDialog.tsx';
import { Timeline } from './Timeline.tsx';

/** One matter: where it stands, what is next and for whom, and everything that was done in it. */
export function MatterPage({ matter_id }: { matter_id: string }) {
  const say = useWords(matterWords);
  const { language } = useSettings().settings;
  const query = useMatter(matter_id);
  const title = query.data === undefined ? say.title : `${kindText(query.data.kind, language)} · ${subjectText(query.data, language)}`;
  return (
    <Page title={title}>
      <p className="no-print"><ScreenLink to="/matters">← {say.back}</ScreenLink></p>
      <Answer query={query}>{(matter) => <Parts matter={matter} />}</Answer>
    </Page>
  );
}

function Parts({ matter }: { matter: Matter }) {
  const say = useWords(matterWords);
  const { language } = useSettings().settings;
  const queries = useQueryClient();
  const [taking, setTaking] = useState<Prospect | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const done = async (what: string) => {
    setTaking(null);
    // A decision may have changed verdicts, registers and values of law.
    await queries.invalidateQueries();
    setSaid(say.done(what));
  };
  const lines = detailLines(matter.details, say, language);
  return (
    <div className="matter">
      {said !== null && <Notice kind="done" title={said} announce />}
      <Standing matter={matter} />
      {(lines.length > 0 || matter.round !== null) && (
        <dl className="matter-details">
          {matter.round !== null && <div><dt>{say.ofRound}</dt><dd>{matter.round.name} · {detailLines(matter.round.details, say, language).map(([, text]) => text).join(' · ')}</dd></div>}
          {lines.map(([name, text]) => <div key={name}><dt>{name}</dt><dd>{text}</dd></div>)}
        </dl>
      )}
      <Next matter={matter} onTake={(next) => { setSaid(null); setTaking(next); }} />
      {matter.kind === 'parameter_change' && matter.open && <Impact matter={matter} />}
      {matter.returns !== null && <Returns returns={matter.returns} />}
      <Timeline matter={matter} />
      <May do="documents.read"><FilesAt about={`matters/${matter.matter_id}`} /></May>
      {taking !== null && <StepDialog matter={matter} step={taking} onClose={() => setTaking(null)} onDone={done} />}
    </div>
  );
}

/** The states that it went through and the one that it is in, then those that it can still come to on the way. */
function Standing({ matter }: { matter: Matter }) {
  const say = useWords(matterWords);
  const { language } = useSettings().settings;
  const states = Object.entries(kindOfMatter(matter)?.states ?? {});
  const been = new Set(matter.entries.map(({ to }) => to));
  const on = states.filter(([name, { closed }]) => name === matter.state || been.has(name) || (matter.open && !closed));
  return (
    <section aria-labelledby="matter-where">
      <h2 id="matter-where">{say.where}</h2>
      <ol className="matter-states">
        {on.map(([name]) => (
          <li key={name} data-at={name === matter.state ? 'here' : been.has(name) ? 'been' : 'ahead'} aria-current={name === matter.state ? 'step' : undefined}>
            <span aria-hidden="true">{name === matter.state ? '●' : been.has(name) ? '✓' : '○'}</span> {stateText({ kind: matter.kind, state: name }, language)}
            {name === matter.state && <span className="hidden-text">（{say.here}）</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Next({ matter, onTake }: { matter: Matter; onTake: (step: Prospect) => void }) {
  const say = useWords(matterWords);
  return (
    <section aria-labelledby="matter-next">
      <h2 id="matter-next">{say.whatNext}</h2>
      {matter.next.length === 0 ? <p>{say.closed}</p> : (
        <ul className="matter-next">
          {matter.next.map((step) => <NextStep key={step.act} matter={matter} step={step} onTake={() => onTake(step)} />)}
        </ul>
      )}
    </section>
  );
}

/** Guards that answer to what is only given with the step itself do not keep its button away. */
const GIVEN_WITH_STEP: ReadonlySet<string> = new Set(['minutes', 'meeting_day', 'receipt_day', 'sheets_reported', 'returns_settled', 'effective_date']);

function NextStep({ matter, step, onTake }: { matter: Matter; step: Prospect; onTake: () => void }) {
  const say = useWords(matterWords);
  const { language } = useSettings().settings;
  const label = actText(matter.kind, step.act, say, language);
  const labels = new Map(Object.values(kindOfMatter(matter)?.steps ?? {}).flat().flatMap(({ guards }) => guards).map((guard) => [guard.id, guard]));
  const open = step.why === null || (step.why === 'guard' && step.guards.every(({ id, met }) => met || GIVEN_WITH_STEP.has(id)));
  const why = { not_your_role: say.notYours, same_person: say.samePerson(step.acts.map((act) => actText(matter.kind, act, say, language)).join('、')), guard: say.waitsFor };
  return (
    <li>
      <div className="matter-step">
        {open && step.act !== 'revise' ? <Button kind={step.act === matter.next[0]?.act ? 'primary' : 'secondary'} onClick={onTake}>{label}</Button> : <strong>{label}</strong>}
        <span className="small">{open ? say.mayTake : step.why === null ? '' : why[step.why]} · <ScreenLink {...clauseLink(step.clause)}>{step.clause}</ScreenLink></span>
      </div>
      {step.guards.length > 0 && (
        <ul className="matter-guards" aria-label={say.reachedGuards}>
          {step.guards.map(({ id, met, detail }) => (
            <li key={id} data-met={met}>
              <span aria-hidden="true">{met ? '✓' : '▲'}</span> <span className="hidden-text">{met ? say.met : say.unmet}：</span>
              {labels.get(id)?.label[language] ?? id} · <ScreenLink {...clauseLink(labels.get(id)?.clause ?? step.clause)}>{labels.get(id)?.clause}</ScreenLink>
              {detail !== null && <span className="matter-detail">{detail[language]}</span>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
