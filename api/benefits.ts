import { countsAsCertificate, LEVELS } from '../core/appraisals/session.ts';
import { CLAIM_ROLES, refusalOfClaim, type ClaimAct } from '../core/benefits/claim.ts';
import { mayAtAll } from '../core/access/reach.ts';
import { announceSession, appraisalDemand, enrolStudents, listSessions } from '../store/appraisals/sessions.ts';
import { addBenefit, listBenefits, listClaims, stepClaim } from '../store/benefits/benefits.ts';
import { lawNow } from './agreements.ts';
import type { Handlers } from './app.ts';
import { askerOf, storeOf, type Deps } from './deps.ts';
import type { Asker } from './environment.ts';
import { whyNoClaim, whyNotEnrolled } from './internship-refusals.ts';
import { directoryOf, programmeNames } from './internship-posts.ts';
import { isDone, once } from './once.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';

type BenefitHandlers = Pick<Handlers, 'listAppraisals' | 'announceAppraisal' | 'enrolForAppraisal' | 'listBenefits' | 'addBenefit' | 'stepClaim'>;

const ACTS = Object.keys(CLAIM_ROLES) as readonly ClaimAct[];

/** The department that somebody acts for; empty for anybody else, who is then refused by the store. */
const departmentOf = ({ holder: { roles } }: Asker): string => roles.find(({ role }) => role === 'department')?.org_id ?? '';

/** S2-d, S2-e: sessions of appraisal, and benefits of graduates. */
export function benefitHandlers(deps: Deps): BenefitHandlers {
  return {
    listAppraisals: (c) => storeOf(deps, c).read(async (tx) => {
      const law = await lawNow(deps, tx);
      const names = await directoryOf(tx);
      const [sessions, demand] = [await listSessions(tx, law.on), await appraisalDemand(tx, law)];
      return c.json({
        on: law.on, levels: [...LEVELS], programmes: [...names.programmes].map(([programme_id, { name }]) => ({ programme_id, name })),
        sessions: sessions.map(({ session_id, department_id, programmes, ...one }) => ({
          ...one, session_id: String(session_id), department: names.organisations.get(department_id)?.name ?? department_id, counts: countsAsCertificate(one.level, law.value),
          programmes: programmes.map((programme_id) => ({ programme_id, name: programmeNames(names, programme_id).name })),
        })),
        demand: demand.filter(({ programme_id }) => names.programmes.has(programme_id)).map((one) => ({ ...one, ...programmeNames(names, one.programme_id) })), may_announce: mayAtAll(tx.actor.reach, 'benefits', 'write') && departmentOf(askerOf(c)) !== '',
      }, 200);
    }),
    announceAppraisal: async (c) => {
      const asked = c.req.valid('json');
      const answer = await once(deps, c, asked, async (tx) => {
        const announced = await announceSession(tx, asked, departmentOf(askerOf(c)), (await lawNow(deps, tx)).on);
        return announced.outcome === 'done' ? { outcome: 'done' as const, value: { session_id: String(announced.session_id) } } : announced;
      });
      return isDone(answer) ? c.json(answer.value, 201) : refuse(c, answer.outcome);
    },
    enrolForAppraisal: async (c) => {
      const { students } = c.req.valid('json');
      const { session_id } = c.req.valid('param');
      const answer = await once(deps, c, { session_id, students }, async (tx) => {
        const enrolled = await enrolStudents(tx, idOf(session_id), students, askerOf(c).holder, await lawNow(deps, tx));
        return enrolled.outcome === 'done' ? { outcome: 'done' as const, value: { enrolled: enrolled.enrolled } } : enrolled;
      });
      if (isDone(answer)) return c.json(answer.value, 201);
      return answer.outcome === 'enrolment_refused' ? refuse(c, answer.outcome, whyNotEnrolled(answer.why, answer.student_id)) : refuse(c, answer.outcome);
    },
    listBenefits: (c) => storeOf(deps, c).read(async (tx) => {
      const { on } = await lawNow(deps, tx);
      const names = await directoryOf(tx);
      const asker = askerOf(c);
      const [benefits, claims] = [await listBenefits(tx), await listClaims(tx, { student_id: null })];
      const from = new Map(benefits.map((one) => [one.benefit_id, one]));
      return c.json({
        on, may_add: mayAtAll(tx.actor.reach, 'benefits', 'write') && departmentOf(asker) !== '',
        benefits: benefits.map(({ benefit_id, department_id, ...one }) => ({ ...one, benefit_id: String(benefit_id), department: names.organisations.get(department_id)?.name ?? department_id })),
        claims: claims.map((one) => ({
          ...one, benefit_id: String(one.benefit_id), school: names.organisations.get(one.school_id)?.name ?? one.school_id,
          may: ACTS.filter((to) => mayStep(asker, to, { school_id: one.school_id, department_id: from.get(one.benefit_id)?.department_id ?? '' })
            && refusalOfClaim({ ...one, since: one.on, benefit_from: from.get(one.benefit_id)?.from ?? on, claimed_by: null }, { to, on, reason: to === 'refused' ? '…' : '', person_id: 0 }, on) === null),
        })),
      }, 200);
    }),
    addBenefit: async (c) => {
      const asked = c.req.valid('json');
      const answer = await once(deps, c, asked, async (tx) => {
        const added = await addBenefit(tx, asked, departmentOf(askerOf(c)));
        return added.outcome === 'done' ? { outcome: 'done' as const, value: { benefit_id: String(added.benefit_id) } } : added;
      });
      return isDone(answer) ? c.json(answer.value, 201) : refuse(c, answer.outcome);
    },
    stepClaim: async (c) => {
      const asked = c.req.valid('json');
      const { benefit_id } = c.req.valid('param');
      const answer = await once(deps, c, { benefit_id, ...asked }, async (tx) => {
        const stepped = await stepClaim(tx, { ...asked, benefit_id: idOf(benefit_id) }, askerOf(c).holder, (await lawNow(deps, tx)).on);
        return stepped.outcome === 'done' ? { outcome: 'done' as const, value: { state: stepped.state } } : stepped;
      });
      if (isDone(answer)) return c.json(answer.value, 201);
      return answer.outcome === 'claim_refused' ? refuse(c, answer.outcome, whyNoClaim(answer.why)) : refuse(c, answer.outcome);
    },
  };
}

/** Whether a claim is somebody's to bring on: their school's graduate's, or made to their department. */
function mayStep({ holder: { roles } }: Asker, to: ClaimAct, { school_id, department_id }: { readonly school_id: string; readonly department_id: string }): boolean {
  return roles.some(({ role, org_id }) => role === CLAIM_ROLES[to] && org_id === (to === 'claimed' ? school_id : department_id));
}
