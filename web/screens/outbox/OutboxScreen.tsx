import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer, Fault } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useMay } from '../../shell/session.ts';
import { outboxWords } from '../../words/outbox.ts';
import '../data/data.css';
import { MessageTable } from './MessageTable.tsx';
import { OutboxFilters } from './OutboxFilters.tsx';
import { filterFrom, NO_FILTER, searchOf, useOutbox, type Message } from './queries.ts';
import './outbox.css';

/** 消息: what was sent to whom, what was not and why; whoever may has it sent again. */
export function OutboxScreen() {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const say = useWords(outboxWords);
  const may = useMay();
  const queries = useQueryClient();
  const [said, setSaid] = useState<string | null>(null);
  const filter = filterFrom(search);
  const listed = useOutbox(filter);
  const retrying = useMutation({
    mutationFn: ({ message_id }: Message) => ask(client.api.outbox[':message_id'].retry.$post({ param: { message_id } }, onceOnly())),
    onMutate: () => setSaid(null),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['outbox'] });
      setSaid(say.retried);
    },
  });
  if (path !== '/outbox') return <NotFound />;
  const counts = listed.data?.pages[0]?.counts;
  const dead = counts?.dead ?? 0;
  const show = (next: typeof filter) => navigate(`/outbox${searchOf(next)}`);
  return (
    <Page title={say.title} lead={say.lead}>
      {said !== null && <Notice kind="done" title={said} announce />}
      {retrying.error !== null && <Fault error={retrying.error} />}
      {dead > 0 && filter.state !== 'dead' && (
        <Notice kind="warning" title={say.deadTitle(dead)} actions={<Button onClick={() => show({ ...NO_FILTER, state: 'dead' })}>{say.showDead}</Button>}>{say.deadHelp}</Notice>
      )}
      <OutboxFilters key={search} filter={filter} counts={counts} onFilter={show} />
      <Answer query={listed}>
        {({ pages }) => {
          const messages = pages.flatMap((page) => page.messages);
          if (messages.length === 0) return searchOf(filter) === '' ? <EmptyState title={say.nothing}>{say.nothingHelp}</EmptyState> : <EmptyState title={say.nothingFits}>{say.nothingFitsHelp}</EmptyState>;
          return (
            <>
              <MessageTable messages={messages} onRetry={may('outbox.write') ? (message) => retrying.mutate(message) : null} />
              <div className="button-row no-print">
                {listed.hasNextPage && <Button onClick={() => void listed.fetchNextPage()}>{say.more}</Button>}
                <Button onClick={() => void listed.refetch()}>{say.refresh}</Button>
              </div>
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
