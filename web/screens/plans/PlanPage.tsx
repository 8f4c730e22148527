import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useSession } from '../../shell/session.ts';
import { planWords } from '../../words/plans.ts';
import { FilesAt } from '../documents/FilesAt.tsx';
import { StateMark } from '../matters/MatterList.tsx';
import { NextSteps } from '../matters/NextSteps.tsx';
import { useMatter, type Matter, type Prospect } from '../matters/queries.ts';
import { StepDialog } from '../matters/StepDialog.tsx';
import { Course } from './Course.tsx';
import { LineEditor } from './LineEditor.tsx';
import { LineTable } from './LineTable.tsx';
import { OutlookTable } from './OutlookTable.tsx';
import { usePlan, type Plan } from './queries.ts';
import { Signatures } from './Signatures.tsx';

/** One plan: its lines, whether the campuses can hold them, who signed which revision, what is decided and received, and what is next. */
export function PlanPage({ matter_id }: { matter_id: string }) {
  const say = useWords(planWords);
  const [plan, matter] = [usePlan(matter_id), useMatter(matter_id)];
  const title = plan.data === undefined ? say.title : `${say.planOf(plan.data.year)} · ${plan.data.college.name}`;
  return (
    <Page title={title}>
      <p className="no-print"><ScreenLink to="/plans">← {say.back}</ScreenLink></p>
      <Answer query={plan}>{(known) => <Answer query={matter}>{(of) => <Parts plan={known} matter={of} />}</Answer>}</Answer>
    </Page>
  );
}

function Parts({ plan, matter }: { plan: Plan; matter: Matter }) {
  const say = useWords(planWords);
  const queries = useQueryClient();
  const [taking, setTaking] = useState<Prospect | null>(null);
  const [editing, setEditing] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const done = async (what: string) => {
    setTaking(null);
    setEditing(false);
    // A decision changes registers, and so what is foreseen.
    await queries.invalidateQueries();
    setSaid(what);
  };
  const signed = useSignedAlready(plan);
  const drafts = matter.next.some(({ act, why }) => act === 'revise' && why === null);
  return (
    <div className="matter plan">
      {said !== null && <Notice kind="done" title={said} announce />}
      <p>
        <StateMark matter={matter} />　{plan.revision === 0 ? say.noLines : say.revisionOf(plan.revision)}　<ScreenLink to={`/matters/${matter.matter_id}`}>{say.toMatter}</ScreenLink>
      </p>
      {plan.amends !== null && <p>{say.amends} <ScreenLink to={`/plans/${plan.amends.matter_id}`}>{say.amended}</ScreenLink></p>}
      {!editing && <NextSteps matter={matter} left={['revise', ...signed]} onTake={(next) => { setSaid(null); setTaking(next); }} />}
      <section aria-labelledby="plan-lines">
        <h2 id="plan-lines">{say.lines}</h2>
        <p>{plan.counts_in_both ? say.linesLead(plan.year, plan.higher_year) : say.linesSingle(plan.year)}</p>
        {editing ? <LineEditor plan={plan} version={matter.version} onSaved={() => done(say.saved)} onCancel={() => setEditing(false)} /> : (
          <>
            {drafts && <div className="button-row no-print"><Button kind="primary" onClick={() => { setSaid(null); setEditing(true); }}>{say.revise}</Button></div>}
            <LineTable plan={plan} />
          </>
        )}
      </section>
      {!editing && (
        <>
          <OutlookTable plan={plan} outlook={plan.outlook} />
          <Signatures plan={plan} />
          <Course plan={plan} />
          <May do="documents.read"><FilesAt about={`matters/${matter.matter_id}`} /></May>
        </>
      )}
      {taking !== null && <StepDialog matter={matter} step={taking} onClose={() => setTaking(null)} onDone={(what) => done(say.done(what))} />}
    </div>
  );
}

/** What is signed already is not asked for: by the college, by every school, or by the school that one heads. */
function useSignedAlready({ lacking, revision }: Plan): readonly string[] {
  const own = useSession().roles.filter(({ role }) => role === 'school_head').map(({ org_id }) => org_id);
  if (revision === 0) return [];
  const awaited = own.length === 0 ? lacking.schools : lacking.schools.filter(({ org_id }) => own.includes(org_id));
  return [...(awaited.length === 0 ? ['sign_school'] : []), ...(lacking.college ? [] : ['sign_college'])];
}
