import { admissionRules } from '../core/admission/rules.ts';
import type { AdmissionRefusal } from '../core/admission/refusals.ts';
import { seasonEnds } from '../core/admission/e-registration.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import { admissionsById } from '../store/admission/admission.ts';
import { markERegistrations, readERegistrations } from '../store/admission/e-registrations.ts';
import { registerNewcomers, type Registered } from '../store/admission/register-newcomers.ts';
import { loadRows } from '../store/campus-rows.ts';
import type { Transaction } from '../store/transaction.ts';
import { isRefusal } from '../workbook/refusal.ts';
import { withClause } from './admission.ts';
import type { Handlers } from './app.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { filesOf, refuseFile } from './imports.ts';
import { isDone, once, type Change } from './once.ts';
import { readList } from './read-list.ts';
import { worded, type Particulars } from './refuse.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';

type RegisteringHandlers = Pick<Handlers, 'registerNewcomers' | 'readERegistrations' | 'markERegistrations' | 'readERegistrationList'>;

/** How newcomers come onto the roll, and the roll into the systems above. */
export function registeringHandlers(deps: Deps): RegisteringHandlers {
  return {
    registerNewcomers: async (c) => {
      const asked = c.req.valid('json');
      const answer = await once(deps, c, asked, async (tx): Promise<Change<RegisteredView> | NotRegistered> => {
        const place = await placeOf(tx);
        const { on: today } = dayOf(deps, place, {});
        const newcomers = asked.newcomers.map(({ admission_id, class_id }) => ({ admission_id: idOf(admission_id), class_id }));
        const registered = await registerNewcomers(tx, { school_id: asked.school_id, on: asked.on, newcomers }, { rules: admissionRules(parametersOn(place.pack.parameters, asked.on)), today });
        if (registered.outcome === 'refused') return { outcome: 'refused', particulars: refusalsOf(registered.refusals, await namesOf(tx, registered.refusals)) };
        if (registered.outcome !== 'done') return registered;
        return { outcome: 'done', value: { registered: registered.registered.map((one) => ({ ...one, admission_id: String(one.admission_id) })) } };
      });
      if (isDone(answer)) return c.json(answer.value, 201);
      if (answer.outcome === 'refused') return refuse(c, 'admission_refused', answer.particulars);
      return answer.outcome === 'problems' ? refuse(c, 'data_errors', { problems: answer.problems }) : refuse(c, answer.outcome);
    },
    readERegistrations: (c) => storeOf(deps, c).read(async (tx) => {
      const { year, season, school } = c.req.valid('query');
      const place = await placeOf(tx);
      const { on } = dayOf(deps, place, {});
      const { counts, unregistered } = await readERegistrations(tx, { year, season }, school ?? null);
      const names = new Map((await tx.whole((whole) => loadRows(whole, 'organisations', {}))).map(({ org_id, name }) => [org_id, name]));
      return c.json({
        year, season, on, last_day: seasonEnds(season, year, parametersOn(place.pack.parameters, on)),
        counts: counts.map((one) => ({ ...one, school: names.get(one.school_id) ?? one.school_id })), unregistered,
      }, 200);
    }),
    markERegistrations: async (c) => {
      const { reason, ...asked } = c.req.valid('json');
      const answer = await once(deps, c, { ...asked, reason: reason ?? null }, async (tx): Promise<Change<{ marked: number }> | { outcome: 'refused'; particulars: Particulars }> => {
        const { on: today } = dayOf(deps, await placeOf(tx), {});
        const marked = await markERegistrations(tx, { ...asked, reason: reason ?? null }, today);
        return marked.outcome === 'done' ? { outcome: 'done', value: { marked: marked.marked } } : { outcome: 'refused', particulars: refusalsOf(marked.refusals, new Map()) };
      });
      if (isDone(answer)) return c.json(answer.value, 200);
      return answer.outcome === 'refused' ? refuse(c, 'admission_refused', answer.particulars) : refuse(c, answer.outcome);
    },
    readERegistrationList: async (c) => {
      const [file] = await filesOf(c.req.valid('form').files);
      if (file === undefined) throw new Error('an upload without a file');
      const read = await readList('e_registrations', file);
      if (isRefusal(read)) return refuseFile(c, read);
      return c.json({ problems: worded(read.problems), students: read.rows.map(({ student_id, name, registered_on }) => ({ student_id, name, registered_on })) }, 200);
    },
  };
}

interface RegisteredView {
  readonly registered: readonly { readonly admission_id: string; readonly class_id: string; readonly student_id: string }[];
}
type NotRegistered = { readonly outcome: 'refused'; readonly particulars: Particulars } | Exclude<Registered, { readonly outcome: 'done' | 'refused' }>;

const MOST_NAMED = 10;

/** Every student who keeps the act from being done, with the reason and its clause; the first of them in words. */
export function refusalsOf(refusals: readonly AdmissionRefusal[], names: ReadonlyMap<string, string>): Particulars {
  const say = (lang: 'zh' | 'en'): string => refusals.slice(0, MOST_NAMED).map(({ about, text, clause }) => {
    const who = about === null ? '' : names.get(about) ?? about;
    return `${who}${who === '' ? '' : lang === 'zh' ? '：' : ': '}${withClause({ ...text, clause })[lang]}`;
  }).join(' ');
  return { detail: { zh: say('zh'), en: say('en') }, errors: refusals.map(({ about, why, text, clause }) => ({ path: about ?? '', code: why, text: withClause({ ...text, clause }) })) };
}

async function namesOf(tx: Transaction, refusals: readonly AdmissionRefusal[]): Promise<ReadonlyMap<string, string>> {
  const ids = refusals.flatMap(({ about }) => (about === null ? [] : [Number(about)]));
  return new Map((await admissionsById(tx, ids)).map(({ admission_id, name, exam_number }) => [String(admission_id), `${name}（${exam_number}）`]));
}
