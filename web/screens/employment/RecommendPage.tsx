import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { retryUnlessRefused } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useInAddress } from '../../settings/useInAddress.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { employmentWords } from '../../words/employment.ts';
import { formatDate } from '../../words/format.ts';
import { recommendingWords } from '../../words/recommending.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { ConsentButton } from './ConsentButton.tsx';
import { EmploymentPage } from './EmploymentPage.tsx';
import { PostTable } from './PostTable.tsx';
import { EMPLOYMENT, type ReleasesAnswer } from './queries.ts';
import { RecommendationTable } from './RecommendationTable.tsx';
import { ReleaseList } from './ReleaseList.tsx';

/** M10-c: whom the school shows to firms, partner firms first, and what comes of it. */
export function RecommendPage() {
  const say = useWords(recommendingWords);
  const { on } = useAsked();
  const [school] = useInAddress('school');
  const query = useQuery({ queryKey: [EMPLOYMENT, 'releases', on, school], retry: retryUnlessRefused, queryFn: () => ask(client.api.employment.releases.$get({ query: { on, ...(school !== '' && { school_id: school }) } })) });
  return <EmploymentPage part="firms" lead={say.lead}><Answer query={query}>{(answer) => <Contents answer={answer} />}</Answer></EmploymentPage>;
}

function Contents({ answer }: { answer: ReleasesAnswer }) {
  const say = useWords(recommendingWords);
  const more = useWords(employmentWords);
  const queries = useQueryClient();
  const [, setSchool] = useInAddress('school');
  const [said, setSaid] = useState<string | null>(null);
  if (answer.schools.length === 0) return <EmptyState title={say.noSchool}>{say.noSchoolHelp}</EmptyState>;
  const done = async (text: string) => {
    await queries.invalidateQueries({ queryKey: [EMPLOYMENT] });
    setSaid(text);
  };
  const may_write = answer.schools.some(({ school_id, may_write: may }) => may && school_id === answer.school_id);
  return (
    <div className="cooperation employment">
      {answer.schools.length > 1 && (
        <div className="directory-filters no-print"><SelectField label={more.school} value={answer.school_id ?? ''} onChange={setSchool} options={answer.schools.map(({ school_id, name }) => ({ value: school_id, label: name }))} /></div>
      )}
      {said !== null && <Notice kind="done" title={said} announce />}
      {may_write && <NextList key={answer.school_id} answer={answer} onDone={done} />}
      {answer.releases.length === 0 ? <EmptyState title={say.none}>{say.noneHelp}</EmptyState> : answer.releases.map((release) => <ReleaseList key={release.release_id} release={release} answer={answer} may_write={may_write} onDone={done} />)}
      <RecommendationTable recommendations={answer.recommendations} onDone={done} firm={false} />
      <section aria-labelledby="open-posts" className="cooperation-part">
        <h2 id="open-posts">{say.posts}</h2>
        {answer.posts.length === 0 ? <EmptyState title={say.noPosts}>{say.noPostsHelp}</EmptyState> : <PostTable posts={answer.posts} />}
      </section>
    </div>
  );
}

function NextList({ answer, onDone }: { answer: ReleasesAnswer; onDone: (text: string) => Promise<void> }) {
  const say = useWords(recommendingWords);
  const { language } = useSettings().settings;
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const { ready, silent, refused } = answer.next;
  const release = async () => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    try {
      const { many, priority_until } = await ask(client.api.employment.releases.$post({ json: { school_id: String(answer.school_id), year: answer.year } }, onceOnly()));
      await onDone(say.released(many, formatDate(priority_until, language)));
    } catch (error) {
      setFault(error);
    }
    setBusy(false);
  };
  return (
    <section aria-labelledby="next-list" className="cooperation-part">
      <h2 id="next-list">{say.nextTitle} <span className="small">{say.nextFor(answer.year)}</span></h2>
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      <p>{[say.ready(ready), say.silent(silent.length), say.refused(refused)].join(language === 'zh' ? '，' : ', ')}</p>
      <p className="small">{say.askConsent}</p>
      {silent.length > 0 && (
        <details className="silent-list no-print">
          <summary>{say.silent(silent.length)}</summary>
          <ul>{silent.map((one) => <li key={one.student_id}>{one.name} <span className="small">{one.student_id}</span> <ConsentButton graduate={one} /></li>)}</ul>
        </details>
      )}
      {ready > 0 && answer.days !== null && <div className="button-row no-print"><Button kind="primary" aria-disabled={busy} onClick={() => void release()}>{busy ? say.releasing : say.release(ready, answer.days)}</Button></div>}
    </section>
  );
}
