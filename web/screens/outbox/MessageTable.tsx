import { Button } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { outboxWords } from '../../words/outbox.ts';
import { formatMoment } from '../data/moment.ts';
import { MessageStateMark } from './MessageStateMark.tsx';
import type { Message } from './queries.ts';

interface MessageTableProps {
  readonly messages: readonly Message[];
  /** Null: whoever looks may not have any sent again. */
  readonly onRetry: ((message: Message) => void) | null;
}

/** Messages with whom they are for, what they say, and what became of them. */
export function MessageTable({ messages, onRetry }: MessageTableProps) {
  const say = useWords(outboxWords);
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards message-table">
        <caption className="hidden-text">{say.title}</caption>
        <thead>
          <tr>
            {[say.what, say.to, say.channel, say.made, say.state, ...(onRetry === null ? [] : [say.acts])].map((head) => <th key={head} scope="col">{head}</th>)}
          </tr>
        </thead>
        <tbody>
          {messages.map((message) => <Row key={message.message_id} message={message} onRetry={onRetry} />)}
        </tbody>
      </table>
    </div>
  );
}

function Row({ message, onRetry }: { message: Message; onRetry: MessageTableProps['onRetry'] }) {
  const say = useWords(outboxWords);
  const { language } = useSettings().settings;
  const { group, account, name, channel, address, made_at, state, template } = message;
  const to = group === null ? (account ?? '') : say.group(group);
  const subject = message.subject[language];
  const retries = onRetry !== null && state === 'dead' && template !== 'one_time_code';
  return (
    <tr data-state={state}>
      <th scope="row">
        {subject}
        <details className="message-text">
          <summary>{say.fullText}</summary>
          <p>{message.text[language]}</p>
        </details>
      </th>
      <td data-label={say.to}>
        {to}
        {name !== null && <span className="small message-line">{name}</span>}
      </td>
      <td data-label={say.channel}>
        {channel === null ? say.noChannel : say[`channel_${channel}`]}
        {address !== null && <span className="small message-line">{address}</span>}
      </td>
      <td data-label={say.made}>{formatMoment(made_at, language)}</td>
      <td data-label={say.state}><MessageStateMark message={message} /></td>
      {onRetry !== null && (
        <td data-label={retries ? say.acts : undefined}>
          {retries && <Button aria-label={say.retryOf(subject, to)} onClick={() => onRetry(message)}>{say.retry}</Button>}
        </td>
      )}
    </tr>
  );
}
