import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import { Answer, Fault } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { retryUnlessRefused } from '../../provenance/asked.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useLeaving } from '../../shell/useLeaving.ts';
import { accountWords } from '../../words/account.ts';
import '../data/data.css';
import { formatMoment } from '../data/moment.ts';

const KEY = ['own-sessions'];

/** One's own sessions that hold: one is ended, all others, or all. */
export function Sessions({ onDone }: { onDone: (what: string) => void }) {
  const say = useWords(accountWords);
  const { language } = useSettings().settings;
  const queries = useQueryClient();
  const leave = useLeaving();
  const listed = useQuery({ queryKey: KEY, queryFn: () => ask(client.api.sessions.$get()), retry: retryUnlessRefused });
  const ending = useMutation({
    mutationFn: (session_id: string | null) =>
      ask(session_id === null ? client.api.sessions['end-others'].$post() : client.api.sessions[':session_id'].end.$post({ param: { session_id } })),
    onSuccess: async ({ ended }) => {
      await queries.invalidateQueries({ queryKey: KEY });
      onDone(say.ended(ended));
    },
  });
  const endAll = useMutation({ mutationFn: () => ask(client.api.sessions.$delete()), onSuccess: () => leave() });
  const error = ending.error ?? endAll.error;
  return (
    <>
      {error !== null && <Fault error={error} />}
      <Answer query={listed}>
        {({ sessions }) => (
          <>
            <table className="ledger ledger-cards account-sessions">
              <caption className="hidden-text">{say.sessionsTitle}</caption>
              <thead>
                <tr>
                  {[say.started, say.lastSeen, say.expires, say.state].map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {sessions.map((one) => (
                  <tr key={one.session_id}>
                    <th scope="row">{formatMoment(one.started_at, language)}</th>
                    <td data-label={say.lastSeen}>{formatMoment(one.last_seen_at, language)}</td>
                    <td data-label={say.expires}>{formatMoment(one.expires_at, language)}</td>
                    <td data-label={say.state}>
                      {one.current ? (
                        say.here
                      ) : (
                        <Button aria-label={say.endOf(formatMoment(one.started_at, language))} onClick={() => ending.mutate(one.session_id)}>
                          {say.end}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {sessions.length < 2 ? <p className="small">{say.onlyHere}</p> : null}
            <div className="button-row">
              {sessions.length > 1 && <Button onClick={() => ending.mutate(null)}>{say.endOthers}</Button>}
              <Button kind="quiet" onClick={() => endAll.mutate()}>
                {say.endAll}
              </Button>
            </div>
          </>
        )}
      </Answer>
    </>
  );
}
