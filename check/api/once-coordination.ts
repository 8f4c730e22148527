import type { Asked, Send, Twice } from './once-teaching.ts';

/** A circular, its receipt, and an entry of the log with its correction, each sent twice. */
export async function coordinateTwice(send: Send, twice: Twice): Promise<void> {
  const circular = (title: string): Asked => ({ as: 'office', path: '/api/coordination/circulars', json: { title, body: '正文', addressed: ['S1'], read_by: '2025-11-30' } });
  const [{ body: { id } }] = await twice('issueCircular', circular('通知一'), circular('通知二'));
  const { circulars } = (await send('readCoordination', { as: 'office', path: '/api/coordination' })).body as { circulars: { circular_id: string; title: string }[] };
  const receipt = (of: string): Asked => ({ as: 'school_head', path: `/api/coordination/circulars/${of}/receipt`, json: {} });
  await twice('readCircular', receipt(String(id)), receipt(circulars.find(({ title }) => title === '关于做好十一月督导准备的通知')?.circular_id ?? ''));
  const report = (filled_by: string): Asked => ({ as: 'office', path: '/api/coordination/reports', json: { year: 2025, version: 0, filled_by } });
  await twice('issueAnnualReport', report('张三'), report('李四'));
  const entry = { kind: 'publicity', on: '2025-10-30', note: '', parties: ['S1'], others: '', programme_id: null, study_year: null, channel: 'press', reach: null, link: null, clause: null };
  const recording = (title: string): Asked => ({ as: 'school_head', path: '/api/coordination/log', json: { ...entry, title } });
  const [first] = await twice('recordLogEntry', recording('报道一'), recording('报道二'));
  const correcting = (reason: string): Asked => ({ as: 'school_head', path: `/api/coordination/log/${String(first.body['id'])}/corrections`, json: { ...entry, title: '报道', reason, void: false } });
  await twice('correctLogEntry', correcting('名称有误'), correcting('日期有误'));
}
