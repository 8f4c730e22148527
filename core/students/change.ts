import type { ChangeAsk, Refusal, RefusalReason } from './change-ask.ts';
import { AT_SCHOOL, KEEPERS, LEFT, type Keeper, type Roll, type RollStatus } from './roll.ts';
import { CHANGE_NAMES, ROLL_CHANGES, type ChangeName, type Evidence, type RollChange } from './roll-changes.ts';
import { refusalOf } from './roll-guards.ts';
import type { RollRules } from './rules.ts';

export type ChangeOutcome = { readonly outcome: 'moved'; readonly roll: Roll } | ({ readonly outcome: 'refused' } & Refusal);

/**
 * What comes of a change of the roll: where the student stands afterwards, or the first reason why not with
 * its clause. Only the keeper of a stage changes its roll (R3-b, R3-c); the college makes the step-up.
 */
export function change(roll: Roll, ask: ChangeAsk, rules: RollRules): ChangeOutcome {
  const { change: name } = ask;
  const asked: RollChange = ROLL_CHANGES[name];
  const to = asked.moves[roll.stage]?.[roll.status];
  const refused = (why: RefusalReason, clause = asked.clause, missing: readonly Evidence[] = []): ChangeOutcome => ({ outcome: 'refused', why, clause, missing });
  if (to === undefined) return refused(LEFT.has(roll.status) ? 'already_left' : 'not_from_this_status');
  if (ask.by !== keeperOf(name, roll)) return refused('not_the_keeper', roll.stage === 'secondary' ? 'R3-b' : 'R3-c');
  if (ask.on <= roll.since) return refused('not_after_last_change');
  const refusal = refusalOf(roll, ask, rules);
  if (refusal !== null) return refused(refusal.why, refusal.clause);
  const missing = asked.evidence.filter((paper) => !ask.evidence.has(paper));
  if (missing.length > 0) return refused('evidence_missing', asked.clause, missing);
  if (asked.approval && !ask.approved) return refused('approval_missing');
  return { outcome: 'moved', roll: rollAfter(roll, ask, to, rules) };
}

/** Who makes a change: the keeper of the stage that the student is in, or enters. */
export function keeperOf(name: ChangeName, { stage }: Pick<Roll, 'stage'>): Keeper {
  return name === 'step_up' ? KEEPERS.higher : KEEPERS[stage];
}

function rollAfter(roll: Roll, { change: name, on }: ChangeAsk, status: RollStatus, { secondary_years }: RollRules): Roll {
  if (name === 'step_up') return { ...roll, stage: 'higher', status, grade: secondary_years + 1, since: on, higher_since: on };
  const registers = NEW.has(roll.status) && AT_SCHOOL.has(status);
  return { ...roll, status, since: on, entered_on: registers ? on : roll.entered_on };
}

const NEW: ReadonlySet<RollStatus> = new Set<RollStatus>(['admitted', 'admission_kept']);

/** The changes that an institution may try on a student now, as far as status and stage decide it: the buttons of a page. */
export function changesFor(roll: Pick<Roll, 'stage' | 'status'>, by: Keeper): ChangeName[] {
  return CHANGE_NAMES.filter((name) => {
    const asked: RollChange = ROLL_CHANGES[name];
    return asked.moves[roll.stage]?.[roll.status] !== undefined && keeperOf(name, roll) === by;
  });
}
