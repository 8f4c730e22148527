import { guard, state, step, type MatterKind } from '../matter-kind.ts';

/** What is closed: a month as it stands, or a term or an academic year that is settled first. */
export const CLOSES = ['month', 'term', 'year'] as const;
export type Close = (typeof CLOSES)[number];

export function isClose(text: string | undefined): text is Close {
  return (CLOSES as readonly (string | undefined)[]).includes(text);
}

/** R4-g: the books of a month, and with it of every month before, take nothing any more; proposed by one person, closed by another. */
export const booksClose: MatterKind = {
  id: 'books_close', clause: 'R4-g', label: { zh: '账簿结账', en: 'Closing of the books' }, about: 'round',
  opens: { by: ['office'], state: 'proposed' },
  states: {
    proposed: state('已提出，待结账', 'Proposed, to be closed', { workdays: 5 }),
    closed: state('已结账', 'Closed', { closed: true }),
    declined: state('不予结账', 'Declined', { closed: true }),
    dropped: state('已撤回', 'Taken back', { closed: true }),
  },
  steps: {
    proposed: [
      step('close', '结账', 'Close', ['office', 'city_bureau'], 'closed', 'R4-g', { guards: [guard('period_closable', 'R4-g', '该月已过、尚未结账，账务能够结清', 'The month is over and open, and the year can be settled')], apart: ['open'] }),
      step('decline', '不予结账', 'Decline', ['office', 'city_bureau'], 'declined', 'R4-g', { reason: true, apart: ['open'] }),
      step('drop', '撤回', 'Take back', ['office'], 'dropped', 'R4-g'),
    ],
    closed: [], declined: [], dropped: [],
  },
};
