import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { retryUnlessRefused } from '../../provenance/asked.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { NotAllowed } from '../../shell/NotAllowed.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useSession } from '../../shell/session.ts';
import { formatDate } from '../../words/format.ts';
import { recommendingWords } from '../../words/recommending.ts';
import '../data/data.css';
import '../organisations/organisations.css';
import './employment.css';
import { Hires } from './Hires.tsx';
import { PostDialog } from './PostDialog.tsx';
import { PostTable } from './PostTable.tsx';
import { EMPLOYMENT, type FirmAnswer, type Post } from './queries.ts';
import { RecommendationTable } from './RecommendationTable.tsx';

/** A firm's own page: graduates whom it may see, recommendations, its posts. */
export function JobsScreen() {
  const say = useWords(recommendingWords);
  const firm = useSession().roles.some(({ role }) => role === 'enterprise');
  const query = useQuery({ queryKey: [EMPLOYMENT, 'firm'], enabled: firm, retry: retryUnlessRefused, queryFn: () => ask(client.api.employment.firm.$get()) });
  if (!firm) return <NotAllowed />;
  return <Page title={say.jobs} lead={say.jobsLead}><Answer query={query}>{(answer) => <Contents answer={answer} />}</Answer></Page>;
}

function Contents({ answer }: { answer: FirmAnswer }) {
  const say = useWords(recommendingWords);
  const queries = useQueryClient();
  const [about, setAbout] = useState<Post | 'new' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const done = async (text: string) => {
    await queries.invalidateQueries({ queryKey: [EMPLOYMENT] });
    setAbout(null);
    setSaid(text);
  };
  const offer = <Button kind="primary" onClick={() => setAbout('new')}>{say.offer}</Button>;
  return (
    <div className="cooperation employment">
      {said !== null && <Notice kind="done" title={said} announce />}
      <RecommendationTable recommendations={answer.recommendations} firm onDone={done} />
      <section aria-labelledby="shown-graduates" className="cooperation-part">
        <h2 id="shown-graduates">{say.shownTitle}</h2>
        {answer.shown.length === 0 ? <EmptyState title={say.noneShown}>{say.noneShownHelp}</EmptyState> : <ShownTable shown={answer.shown} />}
      </section>
      <Hires answer={answer} onDone={done} />
      <section aria-labelledby="own-posts" className="cooperation-part">
        <h2 id="own-posts">{say.ownPosts}</h2>
        {answer.posts.length === 0 ? <EmptyState title={say.noOwnPosts} actions={offer}>{say.noOwnPostsHelp}</EmptyState> : <><div className="button-row no-print">{offer}</div><PostTable posts={answer.posts} onCorrect={setAbout} /></>}
      </section>
      {about !== null && <PostDialog corrected={about === 'new' ? null : about} answer={answer} onClose={() => setAbout(null)} onDone={() => done(say.saved)} />}
    </div>
  );
}

function ShownTable({ shown }: { shown: FirmAnswer['shown'] }) {
  const say = useWords(recommendingWords);
  const { language } = useSettings().settings;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.shownTitle}</caption>
        <thead><tr>{[say.graduate, say.programme, say.certificates, say.school, say.releasedOn].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {shown.map(({ release_id, student_id, content, school, partner, released_on }) => (
            <tr key={`${release_id} ${student_id}`}>
              <th scope="row">{content.name}<span className="small graduate-more">{content.graduates_on === null ? say.stillStudying : `${say.graduatesOn} ${formatDate(content.graduates_on, language)}`}</span></th>
              <td data-label={say.programme}>{content.programme} {content.major_code}</td>
              <td data-label={say.certificates}>{content.certificates.length === 0 ? say.noCertificates : content.certificates.join('、')}</td>
              <td data-label={say.school}>{school}</td>
              <td data-label={say.releasedOn}>{formatDate(released_on, language)}{partner && <span className="small graduate-more">{say.partner}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
