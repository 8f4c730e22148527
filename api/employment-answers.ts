import { ANSWER_REFUSALS } from '../core/employment/answers.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { answersOf, recordAnswer, type Answered } from '../store/employment/answers.ts';
import { candidatesOf, finalGrade } from '../store/employment/candidates.ts';
import { graduatesOf } from '../store/employment/graduates.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { parametersOf } from './cooperation-verdicts.ts';
import { askerOf, storeOf, type Deps } from './deps.ts';
import { givenBy } from './destinations.ts';
import { graduateViews } from './graduate-view.ts';
import { isDone, once } from './once.ts';
import { idText } from './partners.ts';
import { refuse } from './refuse.ts';

/** What graduates see of themselves, and what they say. */
export function employmentAnswerHandlers(deps: Deps): Pick<Handlers, 'readOwnEmployment' | 'recordEmploymentAnswer'> {
  const given = givenBy(deps);
  const whenAsked = async (tx: Transaction): Promise<{ readonly today: PlainDate; readonly final_grade: number | null }> => {
    const { pack, today } = await given(tx);
    return { today, final_grade: finalGrade(parametersOf(pack, today)) };
  };
  return {
    readOwnEmployment: (c) => storeOf(deps, c).read(async (tx) => {
      const { student_id, wards } = askerOf(c).holder;
      const { pack, today } = await given(tx);
      const own = [...(student_id === null ? [] : [student_id]), ...wards];
      const [graduates, candidates, answers] = [await graduatesOf(tx, { students: own, on: today }), await candidatesOf(tx, { students: own, on: today }, finalGrade(parametersOf(pack, today))), await answersOf(tx, own)];
      const consentOf = (id: string): boolean | null => {
        const said = answers.findLast((one) => one.student_id === id && (one.kind === 'consent' || one.kind === 'no_consent'));
        return said === undefined ? null : said.kind === 'consent';
      };
      return c.json({
        on: today, graduates: await graduateViews(tx, graduates, today, parametersOf(pack, today)),
        finalists: candidates.filter(({ graduated_on }) => graduated_on === null).map(({ student_id: id, name }) => ({ student_id: id, name, consent: consentOf(id) })),
      }, 200);
    }),
    recordEmploymentAnswer: async (c) => {
      const { student_id, kind, ...said } = c.req.valid('json');
      const own = askerOf(c).holder.student_id === student_id;
      // On paper a school holds consent, and nothing else.
      if (!own && kind !== 'consent' && kind !== 'no_consent') return refuse(c, 'in_person_only');
      const answer = await once(deps, c, c.req.valid('json'), async (tx): Promise<Answered> => recordAnswer(tx, {
        kind, destination_record: said.destination_record === undefined ? null : idText(said.destination_record), reason: said.reason ?? null, code: said.code ?? null,
        workplace_division: said.workplace_division ?? null, satisfied: said.satisfied ?? null,
      }, { student_id, way: own ? 'self' : 'paper', ...await whenAsked(tx) }));
      if (isDone(answer)) return c.json(answer.value, 201);
      return answer.outcome === 'answer_refused' ? refuse(c, answer.outcome, { detail: ANSWER_REFUSALS[answer.why] }) : refuse(c, answer.outcome);
    },
  };
}
