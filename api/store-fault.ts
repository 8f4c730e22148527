import type { OutcomeCode } from './outcomes.ts';
import type { Particulars } from './refuse.ts';

/** PostgreSQL's names for a disk or a limit that is exhausted: 53100 disk_full, 53000 insufficient_resources. */
const FULL = new Set(['53100', '53000', 'ENOSPC', 'EDQUOT']);
/** The server is stopping, starting, recovering, or has no room for one more connection; or it is not there. */
const AWAY = new Set([
  '57P01', '57P02', '57P03', '57P05', '53300', '08000', '08001', '08003', '08004', '08006',
  'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH',
]);
/** `pg` gives no code to a connection that ended under a query. */
const ENDED = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Connection ended|Cannot use a pool after calling end)/;

/** What an exception means to whoever asked: the store is full, or away for the moment, a text cannot be printed, or it is a fault of ours. */
export function outcomeOfError(error: unknown): Extract<OutcomeCode, 'storage_full' | 'database_away' | 'unprintable' | 'fault'> {
  for (let one = error; one instanceof Error; one = one.cause) {
    const code = 'code' in one ? String(one.code) : '';
    if (FULL.has(code)) return 'storage_full';
    if (code === 'UNPRINTABLE') return 'unprintable';
    if (AWAY.has(code) || ENDED.test(one.message)) return 'database_away';
    // Node bundles the refusals of `localhost` by both its addresses.
    const inner = one instanceof AggregateError ? one.errors.map(outcomeOfError).find((found) => found !== 'fault') : undefined;
    if (inner !== undefined) return inner;
  }
  return 'fault';
}

/** Which characters it is about. */
export function unprintable(error: unknown): Particulars {
  const characters = error instanceof Error && 'characters' in error ? String(error.characters) : '';
  return {
    detail: {
      zh: `没有签发：文书字体里没有这些字：${characters}。请改用其他写法；填表人可以留空，印出后手工填写。`,
      en: `Nothing was issued. The fonts of documents have no ${characters}. Write it otherwise; the name of who filled it in may be left blank and written by hand.`,
    },
  };
}
