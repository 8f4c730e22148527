import { useInfiniteQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { addressWords } from '../../words/outbox.ts';
import { formatMoment } from '../data/moment.ts';
import { MessageStateMark } from '../outbox/MessageStateMark.tsx';

/** What was sent to whoever looks, or is to be: also what never reached them elsewhere. */
export function OwnMessages() {
  const say = useWords(addressWords);
  const { language } = useSettings().settings;
  const listed = useInfiniteQuery({
    queryKey: ['own-messages'], initialPageParam: '',
    queryFn: ({ pageParam: after }) => ask(client.api['my-messages'].$get({ query: after === '' ? {} : { after } })),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Answer query={listed}>
      {({ pages }) => {
        const messages = pages.flatMap((page) => page.messages);
        if (messages.length === 0) return <p>{say.ownNone}</p>;
        return (
          <>
            <ul className="account-list">
              {messages.map(({ message_id, subject, text, made_at, ...message }) => (
                <li key={message_id}>
                  <details className="message-text">
                    <summary>
                      {subject[language]} <span className="small">{formatMoment(made_at, language)}</span>
                    </summary>
                    <p>{text[language]}</p>
                  </details>
                  <span><MessageStateMark message={message} /></span>
                </li>
              ))}
            </ul>
            {listed.hasNextPage && <div><Button onClick={() => void listed.fetchNextPage()}>{say.more}</Button></div>}
          </>
        );
      }}
    </Answer>
  );
}
