import { DIPLOMA_KINDS, DIPLOMA_STATES } from '../core/diplomas/diploma-kinds.ts';
import { sheets, type Row } from '../core/exchange/sheets.ts';
import { WHO_HELPS, REQUIREMENTS, requirementDetail } from '../core/graduation/phrases.ts';
import { qualifies, isVerified } from '../core/graduation/certificate.ts';
import { graduationDay } from '../core/graduation/graduation-day.ts';
import { graduationRules, type GraduationRules } from '../core/graduation/rules.ts';
import { LEFT } from '../core/students/roll.ts';
import { daysBetween, type PlainDate } from '../core/values/plain-date.ts';
import { parametersOn, type ParametersInForce } from '../core/verdict/parameter.ts';
import { waysOut, type WayOut } from '../store/graduation/way-out.ts';
import type { Handlers } from './app.ts';
import { askerOf, dayOf, placeOf, storeOf, type Deps } from './deps.ts';

/** What a student, and who looks after one, is told of certificates, graduation and diploma. */
export function wayOutHandlers(deps: Deps): Pick<Handlers, 'readWayOut'> {
  return {
    readWayOut: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx);
      const { on } = dayOf(deps, place, {});
      const parameters = parametersOn(place.pack.parameters, on);
      const rules = graduationRules(parameters);
      const { student_id, wards } = askerOf(c).holder;
      const students = rules === null ? [] : await waysOut(tx, [...(student_id === null ? [] : [student_id]), ...wards], on, rules);
      return c.json({ on, students: rules === null ? [] : students.map((one) => viewOf(one, { on, rules, parameters })) }, 200);
    }),
  };
}

interface On {
  readonly on: PlainDate;
  readonly rules: GraduationRules;
  readonly parameters: ParametersInForce;
}

function viewOf({ student_id, last, certificates, certificate, audit, decided, diplomas }: WayOut, { on, rules, parameters }: On) {
  // Whoever has left is told of no day on which they will graduate, and of no certificate that they still need.
  const here = !LEFT.has(last.status);
  const graduates_on = here ? graduationDay({ grade: last.grade, final_grade: rules.final_grade, on }, parameters) ?? on : null;
  return {
    student_id, certificates: certificates.map((row) => heldView(row, on, rules)), certificate_needed: !here || certificate === null || decided !== null || certificate.outcome === 'undetermined' && certificate.missing.includes('certificates') ? null : certificate.outcome !== 'met',
    graduates_on, days: graduates_on === null ? null : daysBetween(on, graduates_on),
    checklist: audit === null ? null : audit.requirements.map((line) => ({
      clause: line.clause, title: REQUIREMENTS[line.name], outcome: line.outcome, counts: line.counts, said: { zh: requirementDetail(line, 'zh'), en: requirementDetail(line, 'en') }, help: WHO_HELPS[line.name],
    })),
    decided: decided === null ? null : { outcome: decided.outcome, on: decided.on },
    diplomas: diplomas.map(({ kind, number, issued_on, code, state }) => ({ title: DIPLOMA_KINDS[kind].label, number, issued_on, code, state: DIPLOMA_STATES[state] })),
  };
}

function heldView(row: Row<'certificates'>, on: PlainDate, rules: GraduationRules) {
  const { name, kind, level, number, issued_on } = row;
  const said = sheets.certificates.columns.level.codes?.[level];
  return { name, kind, level: said ?? { zh: level, en: level }, number, issued_on, verified: isVerified(row), qualifies: qualifies(row, on, rules) };
}
