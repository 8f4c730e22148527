import { words } from './dictionary.ts';

/** What a page says when a request brought no answer. */
export const answerWords = words(
  {
    notReached: '没有连上服务',
    notReachedHelp: '记录没有变化。请确认服务正在运行，再取一次。',
    again: '再取一次',
    incident: (number) => `故障编号：${number}`,
  },
  {
    notReached: 'The server cannot be reached',
    notReachedHelp: 'No record was changed. Check that it runs, then fetch again.',
    again: 'Fetch again',
    incident: (number) => `Incident: ${number}`,
  },
);
