import { mayTouch } from '../core/access/reach.ts';
import { yearOf } from '../core/values/plain-date.ts';
import { answersOf, followUpsOf } from '../store/employment/answers.ts';
import { followUpsDue } from '../store/employment/follow-ups.ts';
import { graduatesOf } from '../store/employment/graduates.ts';
import { schoolScopes } from '../store/employment/services.ts';
import { loadMatters } from '../store/matters/matter.ts';
import type { Handlers } from './app.ts';
import { parametersOf } from './cooperation-verdicts.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { refuse } from './refuse.ts';

/** 1.2-c: who is asked again a year after graduation. */
export function followUpHandlers(deps: Deps): Pick<Handlers, 'readFollowUps'> {
  return {
    readFollowUps: (c) => storeOf(deps, c).read(async (tx) => {
      const { on, school_id, year } = c.req.valid('query');
      const place = await placeOf(tx);
      const { on: today } = dayOf(deps, place, on === undefined ? {} : { on });
      const scopes = await schoolScopes(tx, school_id);
      if (scopes === null || !mayTouch(tx.actor.reach, 'employment', 'read', scopes)) return refuse(c, 'unknown_organisation');
      // Whoever proposes and approves the list sees whom it is about; a college those of its own programmes.
      const { list, asked, answered } = await tx.whole(async (whole) => {
        const ids = (await graduatesOf(whole, { school_id, year, on: today })).map(({ student_id }) => student_id);
        const [sent, said] = [await followUpsOf(whole, ids), await answersOf(whole, ids)];
        return { list: await followUpsDue(whole, { school_id, year }, today, parametersOf(place.pack, today)), asked: sent.length, answered: sent.filter((one) => said.some(({ student_id, kind, on: day }) => kind === 'follow_up' && student_id === one.student_id && day >= one.asked_on)).length };
      });
      if (list === null) return refuse(c, 'no_rule_in_force');
      const [open] = await loadMatters(tx, { kind: 'follow_up_list', subject: school_id, open: true });
      return c.json({
        on: today, school_id, year, months: list.months, digest: list.digest, students: list.students.filter((one) => mayTouch(tx.actor.reach, 'employment', 'read', one.scopes)).map(({ student_id, name, graduated_on }) => ({ student_id, name, graduated_on })), asked, answered,
        open_matter: open === undefined ? null : String(open.matter_id), may_propose: list.students.length > 0 && open === undefined && year <= yearOf(today) && mayTouch(tx.actor.reach, 'employment', 'write', scopes),
      }, 200);
    }),
  };
}
