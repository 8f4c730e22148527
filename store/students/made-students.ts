import { studentRow, type TypedRow } from '../../core/check/made-dataset.ts';
import { changedPack } from '../../core/policy/changed-pack.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import type { ChangeDraft } from '../../core/students/change-draft.ts';
import { ROLL_CHANGES, type ChangeName } from '../../core/students/roll-changes.ts';
import { date, type PlainDate } from '../../core/values/plain-date.ts';
import { attachFile } from '../attachments.ts';
import type { Database } from '../database.ts';
import { madeScene, type MadeActor, type MadeScene } from '../matters/made-matters.ts';
import { openMatter, type Opened } from '../matters/open-matter.ts';
import type { Transaction } from '../transaction.ts';
import { enterChange, type Entered } from './enter-change.ts';
import { knownRoll, type KnownRoll } from './known-roll.ts';
import { studentObject } from './papers.ts';
import { rollChangesOf, type RollChangeRecord } from './roll-change.ts';
import { undoChange, type Undone } from './undo-change.ts';

/** The people who keep the rolls of a made school and college, and their students. */
export interface MadeRolls extends MadeScene {
  readonly registrar: MadeActor;
  readonly head: MadeActor;
  readonly college: MadeActor;
  readonly leader: MadeActor;
  readonly add: (...rows: readonly TypedRow[]) => Promise<void>;
  readonly known: (student_id: string) => Promise<KnownRoll>;
  readonly changes: (student_id: string) => Promise<RollChangeRecord[]>;
  /** A change of the row that stands, with every paper of it hung at the student, or without. */
  readonly draft: (who: MadeActor, student_id: string, name: ChangeName, on: string, given?: Partial<ChangeDraft> & { readonly bare?: boolean }) => Promise<ChangeDraft>;
  readonly enter: (who: MadeActor, student_id: string, draft: ChangeDraft, today?: PlainDate) => Promise<Entered>;
  readonly undo: (who: MadeActor, student_id: string, change_id: number, reason?: string) => Promise<Undone>;
  readonly propose: (who: MadeActor, kind: string, subject: string, details: Parameters<typeof openMatter>[1]['details'], given?: { readonly reason?: string; readonly today?: PlainDate }) => Promise<Opened>;
}

const PDF = new TextEncoder().encode('%PDF-1.7 made');
export const TODAY = date('2025-10-31');

/** A student of the first secondary grade who entered on 1 September 2025, unless otherwise given. */
export function secondaryRow(student_id: string, given: TypedRow = {}): TypedRow {
  return studentRow(student_id, { campus_id: '', cohort: 2025, stage: 'secondary', grade: 1, birth_date: '2010-02-28', from: '2025-09-01', ...given });
}

export async function madeRolls(db: Database): Promise<MadeRolls> {
  const scene = await madeScene(db);
  const [registrar, head, college, leader] = [await scene.somebody('school_registrar'), await scene.somebody('school_head'), await scene.somebody('college_roll'), await scene.somebody('college_leadership')];
  const known = (student_id: string): Promise<KnownRoll> => scene.as.read(async (tx) => await knownRoll(tx, student_id) as KnownRoll);
  const write = async <A extends { readonly outcome: string }>(who: MadeActor, work: (tx: Transaction) => Promise<A>): Promise<A> => (await scene.of(who)).write(async (tx) => {
    const answer = await work(tx);
    if (answer.outcome !== 'done') tx.discard();
    return answer;
  });
  const pack = changedPack(quzhou2024, []);
  return {
    ...scene, registrar, head, college, leader, known,
    add: async (...rows) => {
      const reply = await scene.import({ students: rows });
      if (reply.outcome !== 'done') throw new Error(JSON.stringify(reply).slice(0, 1000));
    },
    changes: (student_id) => scene.as.read((tx) => rollChangesOf(tx, student_id)),
    draft: async (who, student_id, name, on, { bare = false, ...given } = {}) => {
      const papers: ChangeDraft['papers'][number][] = [];
      for (const paper of bare ? [] : ROLL_CHANGES[name].evidence) {
        const hung = await write(who, (tx) => attachFile(tx, { name: `${paper}.pdf`, media_type: 'application/pdf', bytes: PDF, about: studentObject(student_id), purpose: paper }));
        if (hung.outcome === 'done') papers.push({ paper, attachment_id: String(hung.attachment.attachment_id) });
      }
      return { name, on: date(on), reason: '本人申请', ground: 'other', papers, row: String((await known(student_id)).last.row), ...given };
    },
    enter: (who, student_id, draft, today = TODAY) => write(who, (tx) => enterChange(tx, student_id, draft, { pack, today })),
    undo: (who, student_id, change_id, reason = '误录') => write(who, (tx) => undoChange(tx, student_id, change_id, reason)),
    propose: (who, kind, subject, details, { reason, today = TODAY } = {}) => write(who, (tx) => openMatter(tx, { kind, subject, details, reason }, { pack, today })),
  };
}
