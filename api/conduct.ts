import type { z } from '@hono/zod-openapi';
import { mayTouch } from '../core/access/reach.ts';
import { CONDUCT_MOVES, type ConductAct } from '../core/teaching/states.ts';
import { dayInYear } from '../core/teaching/terms.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { NotTaught } from '../store/teaching/answer.ts';
import { classOn } from '../store/teaching/classes.ts';
import { hasEntered, readConduct, type WhichSheet } from '../store/teaching/conduct.ts';
import { touching } from '../store/teaching/reach.ts';
import { stepConduct } from '../store/teaching/conducting.ts';
import { whoActs } from '../store/teaching/who.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import type { readConduct as route } from './contract/teaching.ts';
import { storeOf, type Deps } from './deps.ts';
import { seenBy } from './matters.ts';
import { isDone, once, type Change } from './once.ts';
import { refuse } from './refuse.ts';
import { refuseTeaching } from './teaching-refusal.ts';

type ConductView = z.infer<(typeof route.responses)[200]['content']['application/json']['schema']>;

/** Conduct of a class: entered by its head, decided by the school's. */
export function conductHandlers(deps: Deps): Pick<Handlers, 'readConduct' | 'stepConduct'> {
  return {
    readConduct: (c) => storeOf(deps, c).read(async (tx) => {
      const view = await conductView(tx, c.req.valid('query'), (await seenBy(deps, tx)).today);
      return view === null ? refuse(c, 'unknown_class') : c.json(view, 200);
    }),
    stepConduct: async (c) => {
      const asked = c.req.valid('json');
      const answer = await once(deps, c, asked, async (tx): Promise<Change<ConductView> | NotTaught> => {
        const { today } = await seenBy(deps, tx);
        const stepped = await stepConduct(tx, asked, today);
        if (stepped.outcome !== 'done') return stepped;
        const view = await conductView(tx, asked, today);
        return view === null ? { outcome: 'not_found' } : { outcome: 'done', value: view };
      });
      return isDone(answer) ? c.json(answer.value, 200) : refuseTeaching(c, answer, 'unknown_class');
    },
  };
}

/** The latest sheet with the names of the class; null for whoever may not know them. */
async function conductView(tx: Transaction, which: WhichSheet, today: PlainDate): Promise<ConductView | null> {
  const found = await tx.whole((whole) => classOn(whole, which.class_id, dayInYear(which.academic_year, today)));
  if (typeof found === 'string') return null;
  const labels = [`class:${found.class_id}`, `org:${found.programme.school_id}`, `org:${found.programme.college_id}`];
  const [reads, writes, approves] = [await touching(tx, 'read'), await touching(tx, 'write'), await touching(tx, 'approve')];
  if (!reads(labels) || !(writes(labels) || approves(labels) || mayTouch(tx.actor.reach, 'learning', 'read', labels))) return null;
  const [sheet, who] = [await readConduct(tx, which), await whoActs(tx)];
  const marks = new Map(sheet.marks.map(({ student_id, ok }) => [student_id, ok]));
  const [heads, decides] = [who.heads(found.class_id), who.holds('school_head', found.programme.school_id) && !await hasEntered(tx, sheet, who.person_id)];
  const mine: Readonly<Record<ConductAct, boolean>> = { save: heads, submit: heads, return: decides, decide: decides };
  const { class_id, academic_year, sheet_no, state, version, reason } = sheet;
  return {
    class_id, academic_year, sheet_no, state, version, reason, students: found.students.map(({ student_id, name }) => ({ student_id, name, ok: marks.get(student_id) ?? null })),
    may: (Object.keys(CONDUCT_MOVES) as ConductAct[]).filter((act) => mine[act] && ((CONDUCT_MOVES[act].from as readonly string[]).includes(state) || act === 'save' && state === 'decided')),
  };
}
