import { date } from '../core/values/plain-date.ts';
import { attachFile } from '../store/attachments.ts';
import type { Database } from '../store/database.ts';
import { studentObject } from '../store/students/papers.ts';
import { knownRoll } from '../store/students/known-roll.ts';
import { LEAVER, SCAN } from './sample-agreements.ts';
import { playing } from './sample-playing.ts';

const LEFT_ON = date('2025-09-01');
const APPROVED_ON = date('2025-09-04');

/** M9-d, B37: somebody of the sample who did not step up leaves with the secondary diploma, by the school's head; the agreement ends. @throws Error where the records do not fit. */
export async function addSampleLeaving(database: Database, region_id: number): Promise<void> {
  const { as, open, play } = playing(database, region_id, APPROVED_ON);
  const { row, attachment_id } = await as('school_registrar', async (tx) => {
    const known = await knownRoll(tx, LEAVER);
    const file = await attachFile(tx, { name: '示例：中职毕业证书.pdf', media_type: 'application/pdf', bytes: SCAN, about: studentObject(LEAVER), purpose: 'secondary_diploma' });
    if (known === null || file.outcome !== 'done') throw new Error('the sample’s leaver is not there');
    return { row: String(known.last.row), attachment_id: String(file.attachment.attachment_id) };
  });
  const change = { name: 'leave_after_secondary', on: LEFT_ON, reason: '示例：升段测试补考未通过', ground: 'other', papers: [{ paper: 'secondary_diploma', attachment_id }], row } as const;
  const matter = await open('school_registrar', { kind: 'roll_change', subject: LEAVER, details: { change } });
  await play(matter, ['school_head', 'approve']);
}
