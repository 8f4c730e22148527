import { coordinateTwice } from './once-coordination.ts';
import { workTwice } from './once-work.ts';
import type { Asked, Send, Twice } from './once-teaching.ts';

/** A visit with one line that is not met, and its correction, each sent twice; then circulars, the log, and what is recorded at a campus. */
export async function superviseTwice(send: Send, twice: Twice): Promise<void> {
  const as = 'college_academic' as const;
  const { lines } = (await send('readChecklist', { as, path: '/api/supervision-checklist?kind=conduct&college_id=H1&school_id=S1&on=2025-10-30' })).body as { lines: { line: string }[] };
  const seen = (visitors: string) => ({
    on: '2025-10-30', visitors, note: '', lines: lines.map(({ line }, at) => ({ line, ...(at === 0 ? { answer: 'not_met', remark: '实训场地不足', severity: 'C' } : { answer: 'met', remark: '', severity: null }) })),
  });
  const recording = (visitors: string): Asked => ({ as, path: '/api/supervision', json: { kind: 'conduct', college_id: 'H1', school_id: 'S1', ...seen(visitors) } });
  const [{ body: { visit_id } }] = await twice('recordVisit', recording('张三'), recording('李四'));
  const correcting = (reason: string): Asked => ({ as, path: `/api/supervision/${String(visit_id)}/corrections`, json: { ...seen('张三'), reason } });
  await twice('correctVisit', correcting('人员有误'), correcting('日期有误'));
  await coordinateTwice(send, twice);
  await workTwice(send, twice);
}
