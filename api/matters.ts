import type { Context } from 'hono';
import { isPossible } from '../core/approvals/parameter-draft.ts';
import type { Refusal } from '../core/approvals/decide.ts';
import { SUPPORT_REFUSALS } from '../core/employment/support.ts';
import type { Details } from '../core/approvals/details.ts';
import type { MatterKind } from '../core/approvals/matter-kind.ts';
import { matterKind } from '../core/approvals/matters.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import { parameterImpact } from '../store/matters/impact.ts';
import { loadMatters } from '../store/matters/matter.ts';
import { openMatter, type Opened } from '../store/matters/open-matter.ts';
import { stepMatter, type Stepped } from '../store/matters/step-matter.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { inReach } from './in-reach.ts';
import { refusalText } from './matter-refusal.ts';
import { matterHeads, matterView, type Seen } from './matter-view.ts';
import { isDone, once, type Change } from './once.ts';
import type { OutcomeCode } from './outcomes.ts';
import { refuse, type Particulars } from './refuse.ts';
import { idOf } from './registers.ts';
import { refuseRoll } from './roll-refusal.ts';

type MatterHandlers = Pick<Handlers, 'listMatters' | 'readMatter' | 'openMatter' | 'stepMatter' | 'readImpact'>;

/** What is decided by tables: opened, moved step by step, looked at. */
export function matterHandlers(deps: Deps): MatterHandlers {
  return {
    listMatters: (c) => storeOf(deps, c).read(async (tx) => {
      const { kind, subject, open, mine } = c.req.valid('query');
      const matters = await matterHeads(tx, await loadMatters(tx, { kind, subject, open: mine === 'yes' ? true : open === undefined ? undefined : open === 'yes' }));
      return c.json({ matters: mine === 'yes' ? matters.filter((one) => one.mine.length > 0) : matters }, 200);
    }),
    readMatter: (c) => storeOf(deps, c).read(async (tx) => {
      const view = await matterView(tx, idOf(c.req.valid('param').matter_id), await seenBy(deps, tx));
      return view === null ? refuse(c, 'unknown_matter') : c.json(view, 200);
    }),
    openMatter: async (c) => {
      const asked = c.req.valid('json');
      const answer = await once(deps, c, asked, async (tx) => {
        const seen = await seenBy(deps, tx);
        return viewed(tx, await openMatter(tx, asked, { pack: seen.place.pack, today: seen.today }), seen);
      });
      return isDone(answer) ? c.json(answer.value, 201) : refuseOpening(c, asked, answer);
    },
    stepMatter: async (c) => {
      const asked = { matter_id: idOf(c.req.valid('param').matter_id), ...c.req.valid('json') };
      const answer = await once(deps, c, asked, async (tx) => {
        const seen = await seenBy(deps, tx);
        return viewed(tx, await stepMatter(tx, asked, { pack: seen.place.pack, today: seen.today }), seen);
      });
      return isDone(answer) ? c.json(answer.value, 200) : refuseStep(c, answer);
    },
    readImpact: (c) => storeOf(deps, c).read(async (tx) => {
      const { key, value, from } = c.req.valid('query');
      const { place, today } = await seenBy(deps, tx);
      if (!isPossible(place.pack, key, { value, from })) return refuse(c, 'unknown_parameter');
      const { campuses } = await inReach(tx);
      const impact = await tx.whole((whole) => parameterImpact(whole, place.pack, { key, value, from }, today));
      const changes = impact.changes.filter(({ campus_id }) => campuses.has(campus_id));
      return c.json({
        on: impact.on, campuses: campuses.size,
        changes: changes.map(({ campus_id, campus, before, after }) => ({
          campus_id, campus, standard: before.standard, before: before.outcome, after: after.outcome,
          value: after.measured.value, required_before: before.required.value, required_after: after.required.value,
        })),
      }, 200);
    }),
  };
}

/** Decisions are judged by the region's own day. */
export async function seenBy(deps: Deps, tx: Transaction): Promise<Seen> {
  const place = await placeOf(tx);
  return { place, today: dayOf(deps, place, {}).on };
}

type View = NonNullable<Awaited<ReturnType<typeof matterView>>>;
type NotDone<A> = Exclude<A, { readonly outcome: 'done' }>;

export async function viewed<A extends Opened | Stepped>(tx: Transaction, answer: A, seen: Seen): Promise<Change<View> | NotDone<A>> {
  if (answer.outcome !== 'done') return answer as NotDone<A>;
  const view = await matterView(tx, answer.matter_id, seen);
  if (view === null) throw new Error('a matter that was just written is out of reach');
  return { outcome: 'done', value: view };
}

function refuseOpening(c: Context<ApiEnv>, { kind, details }: { readonly kind: string; readonly details?: Details | undefined }, answer: NotDone<Opened> | { readonly outcome: 'key_of_another_request' }) {
  const change = details?.change;
  if (answer.outcome === 'roll_refused' && change !== undefined) return refuseRoll(c, change.name, answer.refusal);
  if (answer.outcome === 'support_refused') {
    const { zh, en } = SUPPORT_REFUSALS[answer.why];
    return refuse(c, 'support_refused', { detail: { zh: `没有提出。学号 ${answer.student_id}：${zh}。`, en: `Nothing was claimed. Student ${answer.student_id} ${en}.` } });
  }
  const known = matterKind(kind);
  if (answer.outcome === 'open_already' && known !== undefined) return refuse(c, 'matter_open_already', { detail: openAlready(known) });
  return refuse(c, OPENINGS[answer.outcome as keyof typeof OPENINGS]);
}

function openAlready({ label, clause }: MatterKind): Bilingual {
  return {
    zh: `没有另立。已有“${label.zh}”正在办理，请在原有事项中继续。依据 ${clause}。`,
    en: `No second one was opened: there is one under way already (${label.en}); go on with that one. Clause ${clause}.`,
  };
}

const OPENINGS = {
  unknown_kind: 'unknown_matter_subject', unknown_subject: 'unknown_matter_subject', decided_already: 'nothing_to_decide', value_not_possible: 'value_not_possible',
  details_wrong: 'details_wrong', not_your_role: 'not_your_step', open_already: 'matter_open_already',
  changed_meanwhile: 'changed_meanwhile', unknown_paper: 'unknown_paper', not_the_last: 'not_the_last_change', reason_missing: 'reason_missing', no_rules: 'no_rule_in_force', list_changed: 'list_changed',
  nobody_goes: 'nobody_goes', nothing_to_bill: 'nothing_to_bill', nothing_to_pay: 'nothing_to_pay', register_errors: 'register_errors', not_in_higher_stage: 'not_in_higher_stage', no_credits_row: 'no_credits_row', exempted_already: 'exempted_already', certificate_held: 'certificate_held', advanced_already: 'advanced_already', day_to_come: 'day_to_come', roll_refused: 'roll_refused',
  support_refused: 'support_refused', not_granted: 'support_not_granted', key_of_another_request: 'key_of_another_request',
} as const satisfies Record<NotDone<Opened>['outcome'] | 'key_of_another_request', OutcomeCode>;

const STEPS = {
  not_found: 'unknown_matter', details_wrong: 'details_wrong', value_not_possible: 'value_not_possible', changed_meanwhile: 'changed_meanwhile',
  key_of_another_request: 'key_of_another_request', problems: 'data_errors',
} as const satisfies Record<Exclude<NotDone<Stepped>['outcome'], 'refused'> | 'key_of_another_request', OutcomeCode>;

const REFUSALS = {
  closed: 'matter_closed', not_now: 'step_not_now', not_your_role: 'not_your_step', same_person: 'same_person', guard: 'guard_unmet', reason_missing: 'reason_missing',
  votes_missing: 'votes_missing', votes_impossible: 'votes_impossible', no_quorum: 'no_quorum', not_carried: 'not_carried',
} as const satisfies Record<Refusal['why'], OutcomeCode>;

export function refuseStep(c: Context<ApiEnv>, answer: NotDone<Stepped> | { readonly outcome: 'key_of_another_request' }) {
  if (answer.outcome === 'refused') return refuse(c, REFUSALS[answer.refusal.why], { detail: refusalText(answer.refusal) });
  const more: Particulars = answer.outcome === 'problems' ? { problems: answer.problems } : {};
  return refuse(c, STEPS[answer.outcome], more);
}
