import { orderOfMatter } from '../../../core/orders/order-kinds.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { matterWords } from '../../words/matters.ts';
import { BillsOfMatter } from '../clearing/BillsOfMatter.tsx';
import { OrderOfMatter } from '../clearing/OrderOfMatter.tsx';
import { TakeBack } from '../employment/TakeBack.tsx';
import { FilesAt } from '../documents/FilesAt.tsx';
import { GraduationListOfMatter } from '../graduation/GraduationListOfMatter.tsx';
import { ListOfMatter } from '../students/ListOfMatter.tsx';
import { Impact } from './Impact.tsx';
import { detailLines, kindOfMatter, kindText, stateText, subjectText } from './matter-text.ts';
import { NextSteps } from './NextSteps.tsx';
import { useMatter, type Matter, type Prospect } from './queries.ts';
import { Returns } from './Returns.tsx';
import { ScenariosAt } from './ScenariosAt.tsx';
import { StepDialog } from './StepDialog.tsx';
import { SurveyOfMatter } from '../surveys/SurveyOfMatter.tsx';
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
  const lines = detailLines(matter.details, say, language, matter.kind);
  const files = <May do="documents.read"><FilesAt about={kindOfMatter(matter)?.about === 'student' && matter.kind !== 'certificate_exemption' ? `students/${matter.subject}` : `matters/${matter.matter_id}`} /></May>;
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
      <NextSteps matter={matter} onTake={(next) => { setSaid(null); setTaking(next); }} />
      {matter.kind === 'finding' && files}
      {matter.kind === 'parameter_change' && matter.open && <Impact matter={matter} />}
      {matter.open && matter.kind === 'graduation_list' && <GraduationListOfMatter matter={matter} />}
      {matter.open && matter.kind !== 'graduation_list' && kindOfMatter(matter)?.about === 'keeper' && <ListOfMatter matter={matter} />}
      {matter.open && matter.kind === 'bill_run' && <BillsOfMatter matter={matter} />}
      {orderOfMatter(matter.kind) !== null && <OrderOfMatter matter={matter} />}
      {matter.kind === 'hiring_support' && matter.state === 'granted' && <TakeBack matter={matter} />}
      {matter.kind === 'yearly_review' && matter.details.year !== undefined && <May do="surveys.read"><SurveyOfMatter year={matter.details.year} /></May>}
      {matter.returns !== null && <Returns returns={matter.returns} />}
      {kindOfMatter(matter)?.about !== 'student' && <ScenariosAt matter={matter} />}
      <Timeline matter={matter} />
      {matter.kind !== 'finding' && files}
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
