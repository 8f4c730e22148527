import type { PlainDate } from '../core/values/plain-date.ts';
import type { Pack } from '../core/policy/pack.ts';
import { closeTerm } from '../store/teaching/closing.ts';
import type { NotTaught, Taught } from '../store/teaching/answer.ts';
import { correctGrade, releaseGrades, saveGrades } from '../store/teaching/grading.ts';
import { stepOffering } from '../store/teaching/moving.ts';
import { openOfferings } from '../store/teaching/opening.ts';
import { ownStudies } from '../store/teaching/own.ts';
import { setTerm } from '../store/teaching/terms.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { askerOf, storeOf, type Deps } from './deps.ts';
import { seenBy } from './matters.ts';
import { offeringWhole } from './offering-view.ts';
import { isDone, once, type Change } from './once.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';
import { refuseTeaching } from './teaching-refusal.ts';
import { teachingView } from './teaching-view.ts';

type TeachingHandlers = Pick<Handlers,
  'listTeaching' | 'setTeachingTerm' | 'closeTeachingTerm' | 'openOfferings' | 'readOffering' | 'stepOffering' | 'saveGrades' | 'correctGrade' | 'readOwnStudies'>;

interface Given {
  readonly pack: Pack;
  readonly today: PlainDate;
}

/** Terms, courses and grades: what may be done is for the store to say. */
export function teachingHandlers(deps: Deps): TeachingHandlers {
  const given = async (tx: Transaction): Promise<Given> => {
    const { place, today } = await seenBy(deps, tx);
    return { pack: place.pack, today };
  };
  /** The course as it is after an act. */
  const whole = async (tx: Transaction, offering_id: number, act: (by: Given) => Promise<Taught>): Promise<Change<NonNullable<Awaited<ReturnType<typeof offeringWhole>>>> | NotTaught> => {
    const by = await given(tx);
    const answer = await act(by);
    if (answer.outcome !== 'done') return answer;
    const view = await offeringWhole(tx, offering_id, by);
    return view === null ? { outcome: 'not_found' } : { outcome: 'done', value: view };
  };
  return {
    listTeaching: (c) => storeOf(deps, c).read(async (tx) => c.json(await teachingView(tx, c.req.valid('query').term, (await given(tx)).today), 200)),
    setTeachingTerm: async (c) => {
      const asked = c.req.valid('json');
      const answer = await once(deps, c, asked, async (tx) => valued(await setTerm(tx, asked), () => ({ term: asked.term })));
      return isDone(answer) ? c.json(answer.value, 200) : refuseTeaching(c, answer);
    },
    closeTeachingTerm: async (c) => {
      const asked = c.req.valid('json');
      const answer = await once(deps, c, asked, async (tx) => valued(await closeTerm(tx, asked, (await given(tx)).today), ({ rows }) => ({ term: asked.term, rows })));
      return isDone(answer) ? c.json(answer.value, 200) : refuseTeaching(c, answer);
    },
    openOfferings: async (c) => {
      const asked = c.req.valid('json');
      const answer = await once(deps, c, asked, async (tx) => valued(await openOfferings(tx, asked, (await given(tx)).today), ({ opened }) => ({ opened: opened.length })));
      return isDone(answer) ? c.json(answer.value, 201) : refuseTeaching(c, answer);
    },
    readOffering: (c) => storeOf(deps, c).read(async (tx) => {
      const view = await offeringWhole(tx, idOf(c.req.valid('param').offering_id), await given(tx));
      return view === null ? refuse(c, 'unknown_offering') : c.json(view, 200);
    }),
    stepOffering: async (c) => {
      const asked = { offering_id: idOf(c.req.valid('param').offering_id), ...c.req.valid('json') };
      const { act, ...rest } = asked;
      const answer = await once(deps, c, asked, (tx) => whole(tx, asked.offering_id, (by) => (act === 'release' ? releaseGrades(tx, rest, by) : stepOffering(tx, { ...rest, act }, by.today))));
      return isDone(answer) ? c.json(answer.value, 200) : refuseTeaching(c, answer);
    },
    saveGrades: async (c) => {
      const asked = { offering_id: idOf(c.req.valid('param').offering_id), ...c.req.valid('json') };
      const answer = await once(deps, c, asked, (tx) => whole(tx, asked.offering_id, (by) => saveGrades(tx, asked, by)));
      return isDone(answer) ? c.json(answer.value, 200) : refuseTeaching(c, answer);
    },
    correctGrade: async (c) => {
      const { grade_id, ...rest } = c.req.valid('json');
      const asked = { offering_id: idOf(c.req.valid('param').offering_id), grade_id: idOf(grade_id), ...rest };
      const answer = await once(deps, c, asked, (tx) => whole(tx, asked.offering_id, (by) => correctGrade(tx, asked, by)));
      return isDone(answer) ? c.json(answer.value, 200) : refuseTeaching(c, answer);
    },
    readOwnStudies: (c) => storeOf(deps, c).read(async (tx) => {
      const { student_id, wards } = askerOf(c).holder;
      const { today } = await given(tx);
      return c.json({ students: await tx.whole((all) => ownStudies(all, [...(student_id === null ? [] : [student_id]), ...wards], today)) }, 200);
    }),
  };
}

function valued<T, V>(answer: Taught<T>, valueOf: (done: { readonly outcome: 'done' } & T) => V): Change<V> | NotTaught {
  return answer.outcome === 'done' ? { outcome: 'done', value: valueOf(answer as { readonly outcome: 'done' } & T) } : answer as NotTaught;
}
