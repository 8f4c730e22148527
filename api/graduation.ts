import { auditGraduation, summaryOf, type GraduationResult, type StudentAudit } from '../core/graduation/audit.ts';
import { requirementJson } from '../core/graduation/graduation-json.ts';
import { requirementTexts } from '../core/graduation/phrases.ts';
import type { Requirement } from '../core/graduation/requirement.ts';
import { graduationRules } from '../core/graduation/rules.ts';
import { AT_SCHOOL } from '../core/students/roll.ts';
import { judgingOn } from '../core/check/judging.ts';
import type { Pack } from '../core/policy/pack.ts';
import { namesOf } from '../store/duties.ts';
import { auditsInReach, loadFinalYear } from '../store/graduation-rows.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { about, keptAnswers } from './kept-verdicts.ts';
import { knownOf, type AskedDay } from './region-verdicts.ts';

/** The audit that `guantong graduation` makes, of the records of the region; nothing is stored. */
export function graduationHandlers(deps: Deps): Pick<Handlers, 'readGraduation'> {
  return {
    readGraduation: (c) => storeOf(deps, c).read(async (tx) => {
      const { region, pack } = await placeOf(tx);
      const { outcome, school_id, find, page, per_page, ...query } = c.req.valid('query');
      const day = dayOf(deps, { region, pack }, query);
      const { has_rules, students } = await audit(tx, pack, day);
      const own = await inReach(tx, students);
      const asked = own.filter((one) => (school_id === undefined || one.roll.school_id === school_id) && (find === undefined || isNamed(one, find)));
      const listed = outcome === undefined ? asked : asked.filter((one) => one.outcome === outcome);
      return c.json({
        on: day.on, pack: pack.header.id, has_rules, summary: summaryOf(asked), schools: await schoolsOf(tx, own),
        total: listed.length, page, per_page, students: listed.slice((page - 1) * per_page, page * per_page).map(auditView),
      }, 200);
    }),
  };
}

const kept = keptAnswers<GraduationResult>();

/** Everybody of the region is audited, and kept while nothing in it changes; who is told of is for the caller to cut. */
function audit(tx: Transaction, pack: Pack, day: AskedDay): Promise<GraduationResult> {
  return kept.get(tx, about(pack, day), () => auditFinalYear(tx, pack, day));
}

function auditFinalYear(tx: Transaction, pack: Pack, day: AskedDay): Promise<GraduationResult> {
  const judging = judgingOn(pack, day.on);
  const rules = graduationRules(judging.parameters);
  return tx.whole(async (whole) => auditGraduation(
    rules === null ? {} : await loadFinalYear(whole, { on: day.on, final_grade: rules.final_grade, programmes: null, statuses: AT_SCHOOL }, knownOf(day)), [], judging));
}

/** Students whom the asker may read, without what they owe where fees are not theirs to read. */
async function inReach(tx: Transaction, students: readonly StudentAudit[]): Promise<StudentAudit[]> {
  const reach = await auditsInReach(tx, students.map(({ roll }) => roll.row));
  return students.flatMap((one) => {
    const told = reach.get(one.roll.row);
    if (told === undefined) return [];
    return told.fees ? [one] : [{ ...one, requirements: one.requirements.filter(({ name }) => name !== 'fees') }];
  });
}

function isNamed({ roll: { student_id, name } }: StudentAudit, find: string): boolean {
  return student_id.startsWith(find) || name.includes(find);
}

async function schoolsOf(tx: Transaction, students: readonly StudentAudit[]) {
  const ids = [...new Set(students.map(({ roll }) => roll.school_id))].sort();
  const names = await namesOf(tx, ids.map((id) => `org:${id}`));
  return ids.map((school_id) => ({ school_id, name: names.get(`org:${school_id}`) ?? school_id }));
}

function auditView({ roll: { student_id, name, school_id, campus_id, class_id }, outcome, may_continue, requirements }: StudentAudit) {
  return { student_id, name, school_id, campus_id, class_id, outcome, may_continue, requirements: requirements.map(requirementView) };
}

function requirementView(line: Requirement) {
  const { clause, name, outcome, counts, gap, missing, evidence } = requirementJson(line);
  return { clause, name, outcome, counts, gap, missing, evidence, ...requirementTexts(line) };
}
