import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useMay, useSession } from '../../shell/session.ts';
import { internshipWords } from '../../words/internships.ts';
import { CloseDialog } from './CloseDialog.tsx';
import { InternshipsFrame } from './InternshipsFrame.tsx';
import { NeedTable } from './NeedTable.tsx';
import { OfferDialog } from './OfferDialog.tsx';
import { PlaceDialog } from './PlaceDialog.tsx';
import { PostTable } from './PostTable.tsx';
import { usePool } from './queries.ts';
import type { Pool, Post } from './queries.ts';

/** Posts that firms offer, and whether they are enough. */
export function PostPool() {
  const say = useWords(internshipWords);
  const query = usePool();
  return (
    <InternshipsFrame part="pool" lead={say.poolLead}>
      <Answer query={query}>{(pool) => <Posts pool={pool} />}</Answer>
    </InternshipsFrame>
  );
}

function Posts({ pool }: { pool: Pool }) {
  const say = useWords(internshipWords);
  const may = useMay();
  const { roles } = useSession();
  const queries = useQueryClient();
  const [doing, setDoing] = useState<'offer' | { readonly place: Post } | { readonly close: Post } | { readonly correct: Post } | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const finished = async (what: string) => {
    await queries.invalidateQueries({ queryKey: ['internships'] });
    setDoing(null);
    setSaid(what);
  };
  const places = may('placements.write') && roles.some(({ role }) => role === 'school_registrar');
  return (
    <>
      {said !== null && <Notice kind="done" title={said} announce />}
      {pool.firms.length > 0 && may('posts.write') && <div className="button-row no-print"><Button kind="primary" onClick={() => setDoing('offer')}>{say.offer}</Button></div>}
      {pool.posts.length === 0 ? <EmptyState title={say.noPosts}>{say.noPostsHelp}</EmptyState>
        : <PostTable posts={pool.posts} onPlace={places ? (place) => setDoing({ place }) : null} onCorrect={(correct) => setDoing({ correct })} onClose={(close) => setDoing({ close })} />}
      {pool.needs === null ? <p>{say.noRule}</p> : pool.needs.map((need) => <NeedTable key={need.term} need={need} />)}
      {doing === 'offer' && <OfferDialog pool={pool} correcting={null} onClose={() => setDoing(null)} onDone={() => finished(say.offered)} />}
      {doing !== null && doing !== 'offer' && 'correct' in doing && <OfferDialog pool={pool} correcting={doing.correct} onClose={() => setDoing(null)} onDone={() => finished(say.corrected)} />}
      {doing !== null && doing !== 'offer' && 'place' in doing && <PlaceDialog post={doing.place} onClose={() => setDoing(null)} onDone={(many) => finished(say.placed(many))} />}
      {doing !== null && doing !== 'offer' && 'close' in doing && <CloseDialog post={doing.close} onClose={() => setDoing(null)} onDone={() => finished(say.closedNow)} />}
    </>
  );
}
