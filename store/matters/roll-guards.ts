import { date, yearOf, type PlainDate } from '../../core/values/plain-date.ts';
import { ROLL_CHANGES } from '../../core/students/roll-changes.ts';
import { refusalWords } from '../../core/students/refusal-words.ts';
import type { Keeper } from '../../core/students/roll.ts';
import { institutionCode } from '../diplomas/institution-codes.ts';
import { ENDS_AS } from '../graduation/ending-of.ts';
import { isAdvanced } from '../students/enter-list.ts';
import { judgeChange } from '../students/judge-change.ts';
import { keptPapers } from '../students/papers.ts';
import { advanceOf, leaveOf, listKeeper, stepUpOf, type RollList } from '../students/roll-lists.ts';
import { undoable } from '../students/undo-change.ts';
import { beyondLineOn, overInWords } from '../step-up-line.ts';
import type { Transaction } from '../transaction.ts';
import { decidedOf, lastPublication } from '../step-up/published.ts';
import type { KnownRoll } from '../students/known-roll.ts';
import { NO_CODE } from './graduation-guards.ts';
import { held, holds, type AskGuard, type GuardAsk, type Guarded } from './guard-answer.ts';
import { publishedAnswer } from './step-up-guards.ts';
import { loadMatter } from './matter.ts';

/** The keeper whose registrar opened a matter of the roll. */
export async function openedBy(whole: Transaction, matter_id: number): Promise<Keeper> {
  const matter = await loadMatter(whole, matter_id);
  return matter?.entries[0]?.role === 'college_roll' ? 'college' : 'school';
}

/** The rules are asked again as the change is approved: what was allowed when it was proposed may be no more. */
export const rollChangeAllowed: AskGuard = async (whole, { matter, details: { change }, pack, today }) => {
  if (change === undefined) return held('没有写明异动', 'No change is given');
  const judged = await judgeChange(whole, matter.subject, change, { by: await openedBy(whole, matter.matter_id), approved: true, pack, today });
  switch (judged.outcome) {
    case 'moved': {
      if (await keptPapers(whole, matter.subject, change.papers) === null) return held('有一份材料已经作废', 'One of the papers counts no more');
      // Whoever ends the higher stage is given a certificate, whose number begins with the code of the college.
      if (ENDS_AS[change.name] !== undefined && await institutionCode(whole, judged.known.programme?.college_id ?? '') === null) return NO_CODE;
      return change.name === 'step_up' ? stepUpAlone(whole, judged.known, change.on, { pack, today }) : holds;
    }
    case 'refused': {
      const { zh, en } = refusalWords(judged.refusal, ROLL_CHANGES[change.name]);
      return held(zh, en);
    }
    case 'changed_meanwhile': return held('提出以后该生学籍已有变动，请撤回后重新提出', 'The roll of the student was changed since; take it back and ask anew');
    case 'unknown_student': return held('台账中没有这名学生', 'The register has no such student');
  }
};

/** One alone is bound by the plan and by what was published as a list is. */
async function stepUpAlone(whole: Transaction, { last, programme }: KnownRoll, on: PlainDate, { pack, today }: Pick<GuardAsk, 'pack' | 'today'>): Promise<Guarded> {
  const published = programme === null ? null : await lastPublication(whole, programme.college_id, yearOf(on));
  const answer = publishedAnswer(published, today);
  if (!answer.met) return answer;
  if (published === null || (await decidedOf(whole, published.publication_id, last.student_id))?.decision !== 'passed') return held('公示名单中没有该生，须重新公示', 'The student is not on the list that was published; publish anew');
  const [over] = await beyondLineOn(whole, new Map([[last.programme_id, 1]]), { on, pack });
  return over === undefined ? holds : held(overInWords.zh(over), overInWords.en(over));
}

export const rollChangeLast: AskGuard = async (whole, { matter, details: { undoes } }) => {
  const last = await undoable(whole, matter.subject);
  return last !== null && String(last.change_id) === undoes ? holds : held('其后学籍已有变动', 'The roll was changed since');
};

/** Several guards of a step ask for its list, and so does what the step brings about: under the region's lock it is worked out once. */
const worked = new WeakMap<GuardAsk['matter'], Promise<RollList | null>>();

/** The list of a matter as it would be now. */
export function listNow(whole: Transaction, ask: Pick<GuardAsk, 'matter' | 'details' | 'pack'>): Promise<RollList | null> {
  const known = worked.get(ask.matter) ?? workOut(whole, ask);
  worked.set(ask.matter, known);
  return known;
}

async function workOut(whole: Transaction, { matter, details: { year, on }, pack }: Pick<GuardAsk, 'matter' | 'details' | 'pack'>): Promise<RollList | null> {
  if (on !== undefined) return matter.kind.id === 'leave_list' ? leaveOf(whole, matter.subject, on, pack) : stepUpOf(whole, matter.subject, on, pack);
  const keeper = await listKeeper(whole, matter.subject);
  return keeper === null || year === undefined ? null : advanceOf(whole, keeper, year, pack);
}

export const sameList: AskGuard = async (whole, ask) => {
  const { details: { list, year }, matter } = ask;
  if (year !== undefined && await isAdvanced(whole, matter.subject, date(`${year}-09-01`))) return held('当年已经升级', 'This year’s advance is done');
  const now = await listNow(whole, ask);
  return now !== null && now.digest === list ? holds : held('提出以后有学生的学籍变动，请撤回后按新名单提出', 'The roll of somebody on the list was changed since; take it back and propose the new list');
};
