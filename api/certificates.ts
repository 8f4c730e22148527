import { ENTRY_FAULTS } from '../core/certificates/entry-faults.ts';
import { certificateRate, standingCounts, type StudentCertificate } from '../core/graduation/certificate-standing.ts';
import { graduationDay } from '../core/graduation/graduation-day.ts';
import { requirementText } from '../core/graduation/phrases.ts';
import { graduationRules } from '../core/graduation/rules.ts';
import { groupBy } from '../core/facts/campus-rows.ts';
import { mayAtAll } from '../core/access/reach.ts';
import { daysBetween, type PlainDate } from '../core/values/plain-date.ts';
import { exact, divide, toDecimalText } from '../core/values/exact.ts';
import { parametersOn, type ParametersInForce } from '../core/verdict/parameter.ts';
import { decideCertificate, type CertificateDecided } from '../store/certificates/decide-certificate.ts';
import { enterCertificates } from '../store/certificates/enter-certificates.ts';
import { listCertificates } from '../store/certificates/list-certificates.ts';
import { certificateStandingOf } from '../store/certificates/standing.ts';
import type { Handlers } from './app.ts';
import { askerOf, dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { nameLookup } from './names.ts';
import { isDone, once } from './once.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';

type CertificateHandlers = Pick<Handlers, 'listCertificates' | 'enterCertificates' | 'decideCertificate' | 'readCertificateStanding'>;

/** M9-e: certificates entered by the school, verified by another person, and who still lacks one. */
export function certificateHandlers(deps: Deps): CertificateHandlers {
  return {
    listCertificates: (c) => storeOf(deps, c).read(async (tx) => {
      const { verified, page, per_page, ...filter } = c.req.valid('query');
      const { on } = dayOf(deps, await placeOf(tx), {});
      const writes = mayAtAll(tx.actor.reach, 'learning', 'write');
      const { total, certificates } = await listCertificates(tx, { ...filter, ...(verified !== undefined && { verified: verified === 'yes' }) }, { limit: per_page, offset: (page - 1) * per_page });
      return c.json({ on, total, page, per_page, may_enter: writes && mayAtAll(tx.actor.reach, 'students', 'read'), certificates: certificates.map(({ record_id, mine, ...one }) => ({
        ...one, record_id: String(record_id), expired: one.valid_until !== null && one.valid_until < on, may_verify: writes && !mine && !one.verified, may_withdraw: writes && !mine && one.verified,
      })) }, 200);
    }),
    enterCertificates: async (c) => {
      const { certificates } = c.req.valid('json');
      const answer = await once(deps, c, { certificates }, async (tx) => {
        const entered = await enterCertificates(tx, certificates, dayOf(deps, await placeOf(tx), {}).on);
        return entered.outcome === 'done' ? { outcome: 'done' as const, value: { entered: entered.entered } } : entered;
      });
      if (isDone(answer)) return c.json(answer.value, 201);
      if (answer.outcome !== 'certificates_refused') return refuse(c, answer.outcome);
      return refuse(c, answer.outcome, { errors: answer.faults.map(({ at, fault }) => {
        const { zh, en } = ENTRY_FAULTS[fault];
        const number = certificates[at]?.number ?? '';
        return { path: `certificates[${at}]`, code: fault, text: { zh: `第 ${at + 1} 条 ${number}：${zh}（依据 M9-e）`, en: `Line ${at + 1} ${number}: ${en} (M9-e)` } };
      }) });
    },
    decideCertificate: async (c) => {
      const [{ record_id }, decision] = [c.req.valid('param'), c.req.valid('json')];
      const answer = await once(deps, c, { record_id, ...decision }, async (tx) => {
        const decided = await decideCertificate(tx, { record_id: idOf(record_id), ...decision }, dayOf(deps, await placeOf(tx), {}).on);
        return decided.outcome === 'done' ? { outcome: 'done' as const, value: { record_id: String(decided.record_id) } } : decided;
      });
      return isDone(answer) ? c.json(answer.value, 201) : refuse(c, NOT_DECIDED[answer.outcome]);
    },
    readCertificateStanding: (c) => storeOf(deps, c).read(async (tx) => {
      const { on: wanted, school_id } = c.req.valid('query');
      const place = await placeOf(tx);
      const { on } = dayOf(deps, place, wanted === undefined ? {} : { on: wanted });
      const parameters = parametersOn(place.pack.parameters, on);
      const rules = graduationRules(parameters);
      const students = rules === null ? [] : await certificateStandingOf(tx, { on, school_id }, rules);
      const final_grade = rules?.final_grade ?? 0;
      const final = standingCounts(students.filter(({ roll }) => roll.grade === final_grade));
      const rate = certificateRate(final);
      const name = await nameLookup(tx);
      const asks = askerOf(c).holder.roles.some(({ role }) => role === 'school_registrar');
      return c.json({
        on, has_rules: rules !== null, final, rate: rate === null ? null : { ...rate, value: percent(rate.held, rate.of) },
        groups: groupsOf(students, { on, final_grade, parameters, name, asks }),
      }, 200);
    }),
  };
}

const NOT_DECIDED = {
  unknown_certificate: 'unknown_certificate', changed_meanwhile: 'changed_meanwhile', same_person: 'same_person', decided_already: 'certificate_decided', number_contradicts_level: 'number_contradicts_level',
  source_missing: 'source_missing', reason_missing: 'reason_missing', day_to_come: 'day_to_come', key_of_another_request: 'key_of_another_request',
} as const satisfies Readonly<Record<Exclude<CertificateDecided['outcome'], 'done'> | 'key_of_another_request', string>>;

const PERCENT = 100;

/** Cut, not rounded: a share that is short of a whole is never shown as one. */
function percent(part: number, of: number): string {
  const tenths = (part * PERCENT * 10 - part * PERCENT * 10 % of) / of;
  return toDecimalText(divide(exact(tenths), exact(10)), 1) ?? '';
}

interface Grouping {
  readonly on: PlainDate;
  readonly final_grade: number;
  readonly parameters: ParametersInForce;
  readonly name: (id: string) => string;
  readonly asks: boolean;
}

function groupsOf(students: readonly StudentCertificate[], { on, final_grade, parameters, name, asks }: Grouping) {
  const groups = groupBy(students, ({ roll }) => [roll.school_id, String(9 - roll.grade), roll.programme_id, roll.class_id ?? ''].join('\u001f'));
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const { school_id, programme_id, class_id, grade } = first.roll;
    const graduates_on = graduationDay({ grade, final_grade, on }, parameters) ?? on;
    return [{
      school_id, school: name(school_id), programme_id, programme: name(programme_id), class_id, grade, ...standingCounts(own), graduates_on, days: daysBetween(on, graduates_on),
      open: own.filter(({ standing }) => standing !== 'held' && standing !== 'exempted').map(({ roll, standing, line }) => ({
        student_id: roll.student_id, name: roll.name, standing, said: { zh: requirementText(line, 'zh'), en: requirementText(line, 'en') }, may_exempt: asks && standing === 'lacking',
      })),
    }];
  });
}
