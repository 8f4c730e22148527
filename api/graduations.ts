import { mayTouch } from '../core/access/reach.ts';
import { open } from '../core/approvals/decide.ts';
import { graduationListMatter } from '../core/approvals/matters/graduation-list.ts';
import { postsHeld } from '../core/duties/post.ts';
import { countsOf, type OnGraduationList } from '../core/graduation/graduation-list.ts';
import { leftOutText, requirementTexts } from '../core/graduation/phrases.ts';
import { requirementJson, type RequirementJson } from '../core/graduation/graduation-json.ts';
import { loadRows } from '../store/campus-rows.ts';
import { institutionCode } from '../store/diplomas/institution-codes.ts';
import { graduationListOf } from '../store/graduation/graduation-list.ts';
import { listGraduations } from '../store/graduation/list-graduations.ts';
import { actingPerson, capacitiesOf } from '../store/matters/acting.ts';
import { loadMatters } from '../store/matters/matter.ts';
import { rollPosts } from '../store/matters/subject.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { nameLookup } from './names.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';

type GraduationHandlers = Pick<Handlers, 'readGraduationList' | 'readDecidedGraduations'>;

/** R3-d: the list that a college decides on, and what was decided. */
export function graduationDecisionHandlers(deps: Deps): GraduationHandlers {
  return {
    readGraduationList: (c) => storeOf(deps, c).read(async (tx) => {
      const { college_id, on } = c.req.valid('query');
      const place = await placeOf(tx);
      const today = dayOf(deps, place, {}).on;
      const person = await actingPerson(tx);
      const posts = rollPosts(college_id);
      // Whoever has one of the posts sees whom they decide on; to everybody else there is no such list.
      if (person === null || !person.acting.some((held) => postsHeld(held).some((post) => posts.includes(post)))) return refuse(c, 'unknown_entry');
      const found = await tx.whole(async (whole) => {
        const [college] = await loadRows(whole, 'organisations', {}, 'r.key = $2', college_id);
        return college?.kind !== 'college' ? null : { college: college.name, list: await graduationListOf(whole, college_id, on, place.pack), code: await institutionCode(whole, college_id) };
      });
      if (found === null) return refuse(c, 'unknown_entry');
      if (found.list === null) return refuse(c, 'no_rule_in_force');
      const { college, list, code } = found;
      const [matter] = await loadMatters(tx, { kind: graduationListMatter.id, subject: college_id, open: true });
      const counts = countsOf(list.entries);
      const proposes = open(graduationListMatter, person.person, capacitiesOf(person, posts)) !== null;
      const ends = counts.graduated + counts.completed + counts.incomplete;
      return c.json({
        college_id, college, on, digest: list.digest, counts, institution_code: code, may_enter_code: proposes, day_to_come: on > today,
        open_matter: matter === undefined ? null : String(matter.matter_id), may_propose: proposes && matter === undefined && ends > 0 && on <= today && code !== null,
        entries: await entriesOf(tx, list.entries),
      }, 200);
    }),
    readDecidedGraduations: (c) => storeOf(deps, c).read(async (tx) => {
      const { matter_id, find, page, per_page } = c.req.valid('query');
      const { counts, graduations } = await listGraduations(tx, { find, ...(matter_id !== undefined && { matter_id: idOf(matter_id) }) }, { limit: per_page, offset: (page - 1) * per_page });
      const name = await nameLookup(tx);
      return c.json({
        counts, total: counts.graduated + counts.completed + counts.incomplete, page, per_page,
        graduations: graduations.map(({ graduation_id, matter_id: decided, student_id, name: student, school_id, programme_id, class_id, outcome, on, number, replaces, undone, entered_by, approved_by, requirements, scopes }) => ({
          graduation_id: String(graduation_id), matter_id: String(decided), student_id, name: mayTouch(tx.actor.reach, 'students', 'read', scopes) ? student : student_id, school: name(school_id), programme: name(programme_id), class_id, outcome, on, number, replaces, undone, entered_by, approved_by,
          // What somebody owes is told where fees are read.
          requirements: requirements.filter((line) => line.name !== 'fees' || tx.actor.reach.has('fees.read')).map(keptView),
        })),
      }, 200);
    }),
  };
}

async function entriesOf(tx: Transaction, entries: readonly OnGraduationList[]) {
  const name = await nameLookup(tx);
  return entries.map((one) => ({
    student_id: one.last.student_id, name: one.last.name, school: name(one.last.school_id), programme: name(one.last.programme_id), class_id: one.last.class_id,
    ends_as: one.outcome === 'ends' ? one.as : null, later: one.outcome === 'ends' && one.change === 'graduate_later',
    why: one.outcome === 'ends' ? null : { zh: leftOutText(one.why, 'zh'), en: leftOutText(one.why, 'en') }, clause: one.outcome === 'ends' ? 'R3-d' : one.clause,
    requirements: one.audit.requirements.map((line) => keptView(requirementJson(line))),
  }));
}

/** A line as it is told, today or as it was kept. */
function keptView(line: RequirementJson) {
  return { clause: line.clause, name: line.name, outcome: line.outcome, counts: line.counts, ...requirementTexts(line) };
}
