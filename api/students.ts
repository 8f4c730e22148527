import type { Context } from 'hono';
import type { Pack } from '../core/policy/pack.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { replaceRollNumber } from '../store/admission/roll-numbers.ts';
import { readCustody, type Custody } from '../store/students/custody.ts';
import { enterChange, type Entered } from '../store/students/enter-change.ts';
import { readRollPage } from '../store/students/roll-page.ts';
import { undoChange, type Undone } from '../store/students/undo-change.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { keptAnswers } from './kept-verdicts.ts';
import { nameLookup } from './names.ts';
import { isDone, once, type Change, type NotDone } from './once.ts';
import { refuse, type Particulars } from './refuse.ts';
import { refusalsOf } from './registering.ts';
import { idOf } from './registers.ts';
import { rollListView } from './roll-list-view.ts';
import { refuseRoll } from './roll-refusal.ts';
import { rollView, type RollView } from './roll-view.ts';

type StudentHandlers = Pick<Handlers, 'listRoll' | 'readRoll' | 'enterRollChange' | 'undoRollChange' | 'replaceRollNumber' | 'readRollList' | 'readCustody'>;

const PAGE = 50;
/** Names of minors: kept for whoever asked and nobody else, whatever the reach. */
const proven = keptAnswers<Custody>();

/** The roll over HTTP. */
export function studentHandlers(deps: Deps): StudentHandlers {
  const given = async (tx: Transaction, on?: PlainDate): Promise<{ readonly pack: Pack; readonly today: PlainDate }> => {
    const place = await placeOf(tx);
    return { pack: place.pack, today: dayOf(deps, place, on === undefined ? {} : { on }).on };
  };
  const viewed = async (tx: Transaction, student_id: string, answer: Entered | Undone): Promise<Change<RollView> | NotEntered> => {
    if (answer.outcome !== 'done') return answer;
    const view = await rollView(tx, student_id, await given(tx));
    if (view === null) throw new Error('a student whose roll was just changed is out of reach');
    return { outcome: 'done', value: view };
  };
  return {
    listRoll: (c) => storeOf(deps, c).read(async (tx) => {
      const { on, after_name, after_id, misplaced, begins, ...filter } = c.req.valid('query');
      const { today } = await given(tx, on);
      const cursor = after_name === undefined || after_id === undefined ? undefined : { name: after_name, student_id: after_id };
      const page = await readRollPage(tx, { ...filter, on: today, misplaced: misplaced === 'yes', begins: begins === 'yes' }, { cursor, limit: PAGE });
      const name = await nameLookup(tx);
      return c.json({ ...page, on: today, entries: page.entries.map((entry) => ({
        ...entry, school: name(entry.school_id), programme: name(entry.programme_id), misplaced: entry.stage === 'secondary' && entry.campus_id !== null,
      })) }, 200);
    }),
    readRoll: (c) => storeOf(deps, c).read(async (tx) => {
      const view = await rollView(tx, c.req.valid('param').student_id, await given(tx, c.req.valid('query').on));
      return view === null ? refuse(c, 'unknown_student') : c.json(view, 200);
    }),
    enterRollChange: async (c) => {
      const [{ student_id }, draft] = [c.req.valid('param'), c.req.valid('json')];
      const answer = await once(deps, c, { student_id, ...draft }, async (tx) => viewed(tx, student_id, await enterChange(tx, student_id, draft, await given(tx))));
      if (isDone(answer)) return c.json(answer.value, 201);
      return answer.outcome === 'roll_refused' ? refuseRoll(c, draft.name, answer.refusal) : notEntered(c, answer);
    },
    undoRollChange: async (c) => {
      const [{ student_id, change_id }, { reason }] = [c.req.valid('param'), c.req.valid('json')];
      const answer = await once(deps, c, { student_id, change_id, reason }, async (tx) => viewed(tx, student_id, await undoChange(tx, student_id, idOf(change_id), reason)));
      return isDone(answer) ? c.json(answer.value, 200) : notEntered(c, answer);
    },
    replaceRollNumber: async (c) => {
      const [{ student_id }, { form, serial = null, reason }] = [c.req.valid('param'), c.req.valid('json')];
      const answer = await once(deps, c, { student_id, form, serial, reason }, async (tx): Promise<Change<RollView> | { readonly outcome: 'refused'; readonly particulars: Particulars }> => {
        const replaced = await replaceRollNumber(tx, { student_id, form, serial, reason });
        if (replaced.outcome === 'refused') return { outcome: 'refused', particulars: refusalsOf(replaced.refusals, new Map()) };
        const view = await rollView(tx, student_id, await given(tx));
        if (view === null) throw new Error('a student whose number was just given is out of reach');
        return { outcome: 'done', value: view };
      });
      if (isDone(answer)) return c.json(answer.value, 200);
      return answer.outcome === 'refused' ? refuse(c, 'admission_refused', answer.particulars) : refuse(c, answer.outcome);
    },
    readRollList: (c) => storeOf(deps, c).read(async (tx) => {
      const view = await rollListView(tx, c.req.valid('param').kind, c.req.valid('query'), await given(tx));
      return typeof view === 'string' ? refuse(c, view) : c.json(view, 200);
    }),
    readCustody: (c) => storeOf(deps, c).read(async (tx) => {
      const { today } = await given(tx, c.req.valid('query').on);
      const custody = await proven.get(tx, [today, tx.actor.account, JSON.stringify(tx.actor.reach.get('students.read') ?? [])], () => readCustody(tx, today));
      const name = await nameLookup(tx);
      return c.json({ ...custody, on: today, days: String(custody.days), faults: custody.faults.map((fault) => ({ ...fault, school: name(fault.school_id) })) }, 200);
    }),
  };
}

type NotEntered = Exclude<Entered | Undone, { readonly outcome: 'done' }>;

const OUTCOMES = {
  unknown_student: 'unknown_student', not_your_step: 'not_your_step', changed_meanwhile: 'changed_meanwhile', unknown_paper: 'unknown_paper', unknown_roll_change: 'unknown_roll_change',
  not_the_last: 'not_the_last_change', approval_needed: 'undo_needs_approval', roll_refused: 'roll_refused', key_of_another_request: 'key_of_another_request',
} as const;

function notEntered(c: Context<ApiEnv>, answer: NotEntered | NotDone) {
  return refuse(c, OUTCOMES[answer.outcome]);
}
