import type { Asked, Send, Twice } from './once-teaching.ts';

/** A request of a visiting teacher, its correction and the school's answer, each sent twice. */
export async function workTwice(send: Send, twice: Twice): Promise<void> {
  const asking = (person: string): Asked => ({ as: 'college_academic', path: '/api/journals/visitor_request', json: { campuses: ['C1'], values: { on: '2025-11-20', person, need: 'lodging' } } });
  const [{ body: { entries } }] = await twice('recordJournal', asking('王五'), asking('赵六'));
  const [first] = entries as string[];
  const correcting = (reason: string): Asked => ({ as: 'college_academic', path: `/api/journal-entries/${first}/corrections`, json: { values: { on: '2025-11-21', person: '王五', need: 'lodging' }, reason } });
  const [{ body: corrected }] = await twice('correctJournal', correcting('日期有误'), correcting('日期改了'));
  const [second] = corrected['entries'] as string[];
  const answering = (arrangement: string): Asked => ({ as: 'school_head', path: `/api/journal-entries/${second}/steps`, json: { act: 'arrange', seen: 1, values: { arrangement, cost_yuan: 200 } } });
  await twice('stepJournal', answering('校内公寓'), answering('校外宾馆'));
  const { body } = await send('readJournalEntry', { as: 'school_head', path: `/api/journal-entries/${second}` });
  if ((body['steps'] as unknown[]).length !== 2) throw new Error('the step was taken more than once');
}
