import type { MessageState } from '../../../core/messages/states.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { outboxWords } from '../../words/outbox.ts';
import { formatMoment } from '../data/moment.ts';
import type { Message } from './queries.ts';
import './outbox.css';

const SHAPES: Readonly<Record<MessageState, string>> = { waiting: '◇', gathered: '–', queued: '◇', sending: '◇', sent: '●', failed: '▲', dead: '▲' };

/** Shape and word, and beneath it when it was sent or is tried next, and why it was not taken. */
export function MessageStateMark({ message }: { message: Pick<Message, 'state' | 'sent_at' | 'next_at' | 'attempts' | 'last_error'> }) {
  const say = useWords(outboxWords);
  const { language } = useSettings().settings;
  const { state, sent_at, next_at, attempts, last_error } = message;
  const known: Readonly<Record<string, unknown>> = say;
  const why = last_error === null ? null : known[`error_${last_error}`];
  const lines = [
    last_error === null || state === 'sent' ? null : typeof why === 'string' ? why : say.error_other(last_error),
    sent_at === null ? null : say.sentAt(formatMoment(sent_at, language)),
    next_at === null || state === 'queued' ? null : say.next(formatMoment(next_at, language)),
    attempts > 1 ? say.tried(attempts) : null,
  ].filter((line) => line !== null);
  return (
    <>
      <span className="message-state" data-state={state}>
        <span aria-hidden="true">{SHAPES[state]}</span> {say[`state_${state}`]}
      </span>
      {lines.map((line) => <span key={line} className="small message-line">{line}</span>)}
    </>
  );
}
