import { mayTouch } from '../core/access/reach.ts';
import { SERVICE_REFUSALS } from '../core/employment/services.ts';
import { yearOf } from '../core/values/plain-date.ts';
import { loadRows } from '../store/campus-rows.ts';
import { listServices, recordService, schoolScopes, type RecordedService } from '../store/employment/services.ts';
import type { Handlers } from './app.ts';
import { storeOf, type Deps } from './deps.ts';
import { givenBy } from './destinations.ts';
import { isDone, once } from './once.ts';
import { idText } from './partners.ts';
import { refuse } from './refuse.ts';

/** M10-a: what schools do so that graduates find work. */
export function employmentServiceHandlers(deps: Deps): Pick<Handlers, 'listEmploymentServices' | 'recordEmploymentService'> {
  const given = givenBy(deps);
  return {
    listEmploymentServices: (c) => storeOf(deps, c).read(async (tx) => {
      const { on, year } = c.req.valid('query');
      const { today } = await given(tx, on);
      const asked = year ?? yearOf(today);
      const schools = (await loadRows(tx, 'organisations', {})).filter(({ kind }) => kind === 'school');
      const own: { school_id: string; name: string }[] = [];
      for (const { org_id, name } of schools) if (mayTouch(tx.actor.reach, 'employment', 'write', await schoolScopes(tx, org_id) ?? [])) own.push({ school_id: org_id, name });
      const services = await listServices(tx, asked);
      return c.json({ on: today, year: asked, services: services.map((one) => ({ ...one, may_write: own.some(({ school_id }) => school_id === one.school_id) })), may_write_at: own }, 200);
    }),
    recordEmploymentService: async (c) => {
      const { school_id, draft, answers, reason } = c.req.valid('json');
      const answer = await once(deps, c, c.req.valid('json'), async (tx): Promise<RecordedService> => recordService(tx, {
        school_id, answers: answers === undefined ? null : idText(answers), reason: reason ?? null,
        draft: draft === undefined ? null : { ...draft, class_id: draft.class_id ?? null, student_id: draft.student_id ?? null, hours: draft.hours ?? null, firms: draft.firms ?? null },
      }, (await given(tx)).today));
      if (isDone(answer)) return c.json(answer.value, 201);
      return answer.outcome === 'service_refused' ? refuse(c, answer.outcome, { detail: SERVICE_REFUSALS[answer.why] }) : refuse(c, answer.outcome);
    },
  };
}
