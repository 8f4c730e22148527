import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { isPlain, useSession } from '../../shell/session.ts';
import { formatDate } from '../../words/format.ts';
import { schemeWords } from '../../words/schemes.ts';
import { FilesAt } from '../documents/FilesAt.tsx';
import { StateMark } from '../matters/MatterList.tsx';
import { NextSteps } from '../matters/NextSteps.tsx';
import { useMatter, type Matter, type Prospect } from '../matters/queries.ts';
import { StepDialog } from '../matters/StepDialog.tsx';
import { Compare } from './Compare.tsx';
import { CourseTable } from './CourseTable.tsx';
import { Parties } from './Parties.tsx';
import { useScheme, type Scheme } from './queries.ts';
import { SchemeEditor } from './SchemeEditor.tsx';
import { Totals } from './Totals.tsx';

/** One scheme: what is next, its courses, its parties, its decision, and what it changes. */
export function SchemePage({ matter_id }: { matter_id: string }) {
  const say = useWords(schemeWords);
  const [scheme, matter] = [useScheme(matter_id), useMatter(matter_id)];
  return (
    <Page title={scheme.data === undefined ? say.title : say.schemeOf(scheme.data.programme.name, scheme.data.year)}>
      <p className="no-print"><ScreenLink to="/schemes">← {say.back}</ScreenLink></p>
      <Answer query={scheme}>{(known) => <Answer query={matter}>{(of) => <Parts scheme={known} matter={of} />}</Answer>}</Answer>
    </Page>
  );
}

function Parts({ scheme, matter }: { scheme: Scheme; matter: Matter }) {
  const say = useWords(schemeWords);
  const queries = useQueryClient();
  const [taking, setTaking] = useState<Prospect | null>(null);
  const [editing, setEditing] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const done = async (what: string) => {
    setTaking(null);
    setEditing(false);
    await queries.invalidateQueries();
    setSaid(what);
  };
  const [mine, plain] = [useAgreedAlready(scheme), isPlain(useSession())];
  const drafts = matter.next.some(({ act, why }) => act === 'revise' && why === null);
  const { content, revision, programme } = scheme;
  return (
    <div className="matter scheme">
      {said !== null && <Notice kind="done" title={said} announce />}
      <p>
        <StateMark matter={matter} />　{revision === 0 ? say.nothingYet : say.revisionOf(revision)}　{programme.school.name} · {programme.secondary_code} → {programme.higher_code}{!plain && <>　<ScreenLink to={`/matters/${matter.matter_id}`}>{say.toMatter}</ScreenLink></>}
      </p>
      {!editing && <NextSteps matter={matter} left={['revise', ...mine]} onTake={(next) => { setSaid(null); setTaking(next); }} />}
      <section aria-labelledby="scheme-courses-head">
        <h2 id="scheme-courses-head">{say.courses}</h2>
        {editing ? <SchemeEditor scheme={scheme} version={matter.version} onSaved={() => done(say.saved)} onCancel={() => setEditing(false)} /> : (
          <>
            {drafts && <div className="button-row no-print"><Button kind="primary" onClick={() => { setSaid(null); setEditing(true); }}>{say.edit}</Button></div>}
            {content === null ? <EmptyState title={say.nothingYet}>{say.noneHelp}</EmptyState> : (
              <>
                <Totals content={content} revision={revision} />
                <CourseTable courses={content.courses} />
              </>
            )}
          </>
        )}
      </section>
      {!editing && (
        <>
          <Parties scheme={scheme} matter={matter} />
          <Decision scheme={scheme} />
          {content !== null && <Compare scheme={scheme} />}
          <May do="documents.read"><FilesAt about={`matters/${matter.matter_id}`} /></May>
        </>
      )}
      {taking !== null && <StepDialog matter={matter} step={taking} onClose={() => setTaking(null)} onDone={(what) => done(say.done(what))} />}
    </div>
  );
}

function Decision({ scheme: { decided } }: { scheme: Scheme }) {
  const say = useWords(schemeWords);
  const { language } = useSettings().settings;
  return (
    <section aria-labelledby="scheme-decision">
      <h2 id="scheme-decision">{say.decision}</h2>
      {decided === null ? <p><span className="status status-undetermined"><span aria-hidden="true">◇</span> {say.undecided}</span></p> : (
        <p>
          {say.minutes(decided.number, formatDate(decided.met_on, language), decided.revision)}
          {decided.votes !== null && <span className="matter-detail">{say.votes(decided.votes.members, decided.votes.present, decided.votes.for, decided.votes.against, decided.votes.abstained)}</span>}
          <span className="matter-detail">{decided.attendees}</span>
        </p>
      )}
    </section>
  );
}

/** What is agreed to already is not asked for: by the school, or by the firm that one speaks for. */
function useAgreedAlready({ lacking, revision, agreed }: Scheme): readonly string[] {
  const firms = useSession().roles.filter(({ role }) => role === 'enterprise').map(({ org_id }) => org_id);
  if (revision === 0) return [];
  const has = agreed.some((one) => one.revision === revision && one.firm !== null && firms.includes(one.firm));
  return [...(lacking.school ? [] : ['agree_school']), ...(has ? ['agree_firm'] : [])];
}
