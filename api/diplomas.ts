import { mayTouch } from '../core/access/reach.ts';
import { enterInstitutionCode, institutionCodes } from '../store/diplomas/institution-codes.ts';
import { handOverDiploma, reissueDiploma } from '../store/diplomas/hand-over.ts';
import { listDiplomas, type StoredDiploma } from '../store/diplomas/list-diplomas.ts';
import { issueSecondary, secondaryDue } from '../store/diplomas/secondary-diplomas.ts';
import { serialStates } from '../store/diplomas/serials.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { askerOf, dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import type { Asker } from './environment.ts';
import { nameLookup } from './names.ts';
import { isDone, once } from './once.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';

type DiplomaHandlers = Pick<Handlers, 'listDiplomas' | 'enterInstitutionCode' | 'handOverDiploma' | 'reissueDiploma' | 'listSecondaryDue' | 'issueSecondary'>;

/** The register of diplomas over HTTP. */
export function diplomaHandlers(deps: Deps): DiplomaHandlers {
  const today = async (tx: Transaction) => {
    const place = await placeOf(tx);
    return { pack: place.pack, today: dayOf(deps, place, {}).on };
  };
  return {
    listDiplomas: (c) => storeOf(deps, c).read(async (tx) => {
      const { page, per_page, ...filter } = c.req.valid('query');
      const asker = askerOf(c);
      const { total, diplomas } = await listDiplomas(tx, filter, { limit: per_page, offset: (page - 1) * per_page });
      const name = await nameLookup(tx);
      const own = issuersOf(asker, ['college_roll', 'college_academic', 'school_registrar']);
      const colleges = issuersOf(asker, ['college_roll']);
      const [series, codes] = await tx.whole(async (whole) => [await serialStates(whole, own), await institutionCodes(whole, colleges)] as const);
      return c.json({
        on: (await today(tx)).today, total, page, per_page, verify_page: tx.press.verify_page, diplomas: diplomas.map((one) => diplomaView(tx, one, colleges, name)),
        series: series.map(({ issuer_id, kind, year, last_serial, missing }) => ({ issuer: name(issuer_id), kind, year, last_serial, missing })),
        codes: colleges.map((org_id) => ({ org_id, name: name(org_id), code: codes.get(org_id) ?? null })),
      }, 200);
    }),
    enterInstitutionCode: async (c) => {
      const { org_id, code } = c.req.valid('json');
      const answer = await once(deps, c, { org_id, code }, async (tx) => {
        // The keeper of the roll enters what its own numbers begin with.
        if (!issuersOf(askerOf(c), ['college_roll']).includes(org_id)) return { outcome: 'unknown_college' as const };
        const entered = await enterInstitutionCode(tx, org_id, code);
        return entered.outcome === 'done' ? { outcome: 'done' as const, value: { institution_code: code } } : entered;
      });
      return isDone(answer) ? c.json(answer.value, 201) : refuse(c, answer.outcome);
    },
    handOverDiploma: async (c) => {
      const [{ diploma_id }, given] = [c.req.valid('param'), c.req.valid('json')];
      const answer = await once(deps, c, { diploma_id, ...given }, async (tx) => {
        const handed = await handOverDiploma(tx, { diploma_id: idOf(diploma_id), ...given }, (await today(tx)).today);
        return handed.outcome === 'done' ? { outcome: 'done' as const, value: { diploma_id } } : handed;
      });
      return isDone(answer) ? c.json(answer.value, 201) : refuse(c, answer.outcome);
    },
    reissueDiploma: async (c) => {
      const [{ diploma_id }, given] = [c.req.valid('param'), c.req.valid('json')];
      const answer = await once(deps, c, { diploma_id, ...given }, async (tx) => {
        const issued = await reissueDiploma(tx, { diploma_id: idOf(diploma_id), ...given }, (await today(tx)).today);
        return issued.outcome === 'done' ? { outcome: 'done' as const, value: { diploma_id: String(issued.diploma_id) } } : issued;
      });
      return isDone(answer) ? c.json(answer.value, 201) : refuse(c, answer.outcome);
    },
    listSecondaryDue: (c) => storeOf(deps, c).read(async (tx) => {
      const given = await today(tx);
      const name = await nameLookup(tx);
      const schools = issuersOf(askerOf(c), ['school_registrar']);
      const due = schools.length === 0 ? [] : (await secondaryDue(tx, given)).filter(({ school_id }) => schools.includes(school_id));
      return c.json({
        on: given.today, may_issue: due.length > 0,
        due: due.map(({ change_id, school_id, programme_id, ...one }) => ({ ...one, change_id: String(change_id), school: name(school_id), programme: name(programme_id) })),
      }, 200);
    }),
    issueSecondary: async (c) => {
      const { changes, on } = c.req.valid('json');
      const answer = await once(deps, c, { changes, on }, async (tx) => {
        const issued = await issueSecondary(tx, { changes: changes.map(idOf), on }, await today(tx));
        return issued.outcome === 'done' ? { outcome: 'done' as const, value: { issued: issued.issued } } : issued;
      });
      return isDone(answer) ? c.json(answer.value, 201) : refuse(c, answer.outcome);
    },
  };
}

/** The institutions at which the asker has one of these roles. */
function issuersOf({ holder }: Asker, roles: readonly string[]): string[] {
  return [...new Set(holder.roles.flatMap(({ role, org_id }) => (roles.includes(role) && org_id !== null ? [org_id] : [])))];
}

/** A name is told where the roll is read. */
function named(tx: Transaction, { student_id, name, scopes }: StoredDiploma): string {
  return mayTouch(tx.actor.reach, 'students', 'read', scopes) ? name : student_id;
}

function diplomaView(tx: Transaction, one: StoredDiploma, colleges: readonly string[], name: (id: string) => string) {
  const { diploma_id, kind, issuer_id, year, number, code, student_id, school_id, programme_id, issued_on, state, acts, replaces, replaced_by, scopes } = one;
  return {
    diploma_id: String(diploma_id), kind, issuer: name(issuer_id), year, number, code, student_id, name: named(tx, one), school: name(school_id), programme: name(programme_id), issued_on, state,
    acts: acts.map(({ act, ...told }) => ({ ...told, act: act as 'handed_over' | 'lost' | 'withdrawn' })), replaces, replaced_by,
    may_hand_over: state === 'to_hand_over' && mayTouch(tx.actor.reach, 'learning', 'write', scopes), may_reissue: kind === 'diploma' && state === 'handed_over' && colleges.includes(issuer_id),
  };
}
