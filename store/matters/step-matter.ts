import { decide, type Refusal, type Votes } from '../../core/approvals/decide.ts';
import { detailsNow, fits, type Details } from '../../core/approvals/details.ts';
import { isPossible } from '../../core/approvals/parameter-draft.ts';
import type { Guard } from '../../core/approvals/matter-kind.ts';
import type { Problem } from '../../core/exchange/problem.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { filesThatCount } from '../attachments.ts';
import { lockRegion } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { actingPerson, capacitiesOf } from './acting.ts';
import { bringAbout } from './effects.ts';
import { addEntry } from './entry.ts';
import type { GuardAsk, Guarded } from './guard-answer.ts';
import { askGuards } from './guards.ts';
import { parameterImpact } from './impact.ts';
import { asMatter, loadMatter, matterObject, type KeptDocument, type KeptVerdict, type StoredMatter } from './matter.ts';

/** An act as it is asked for; `version` is the one that the asker saw. */
export interface Stepping {
  readonly matter_id: number;
  readonly act: string;
  readonly version: number;
  readonly reason?: string | undefined;
  readonly votes?: Votes | undefined;
  readonly details?: Details | undefined;
  readonly documents?: readonly KeptDocument[] | undefined;
}

export type Stepped =
  | { readonly outcome: 'done'; readonly matter_id: number }
  | { readonly outcome: 'not_found' | 'details_wrong' | 'value_not_possible' }
  /** Somebody else took a step meanwhile. */
  | { readonly outcome: 'changed_meanwhile' }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  /** What the step brings about cannot be recorded: nothing was done. */
  | { readonly outcome: 'problems'; readonly problems: readonly Problem[] };

/**
 * Takes one step of a matter: guards are asked, the state is moved by compare-and-set, the entry and everything that the
 * step brings about are written, all in this transaction. Any other outcome than `done` is for the caller to discard.
 */
export async function stepMatter(tx: Transaction, asked: Stepping, given: { readonly pack: Pack; readonly today: PlainDate }): Promise<Stepped> {
  const stamp = await lockRegion(tx);
  const matter = stamp === null ? null : await loadMatter(tx, asked.matter_id);
  const person = matter === null ? null : await actingPerson(tx);
  if (matter === null || person === null) return { outcome: 'not_found' };
  if (matter.version !== asked.version) return { outcome: 'changed_meanwhile' };
  const details = asked.details ?? {};
  if (!fits(matter.kind, asked.act, details)) return { outcome: 'details_wrong' };
  const ask: GuardAsk = { matter, details: { ...detailsNow(matter.entries), ...details }, given: details, documents: asked.documents ?? [], ...given };
  if (!valueIsPossible(ask)) return { outcome: 'value_not_possible' };
  const answers = await askGuards(tx, guardsOf(matter, asked.act), ask);
  const decision = decide(asMatter(matter), {
    act: asked.act, person: person.person, capacities: capacitiesOf(person, scopesOfStep(matter, asked.act, ask.details)), guards: answers, rules: parametersOn(given.pack.parameters, given.today),
    ...(asked.reason !== undefined && { reason: asked.reason }), ...(asked.votes !== undefined && { votes: asked.votes }),
  });
  if (decision.outcome === 'refused') return { outcome: 'refused', refusal: decision };
  const { entry } = decision;
  if (!await move(tx, matter, entry.to)) return { outcome: 'changed_meanwhile' };
  const entry_no = matter.version + 1;
  const verdicts = [...answers.values()].flatMap((answer) => answer.verdicts ?? []).concat(await impactOf(tx, ask, asked.act));
  const brought = await bringAbout(tx, { matter, act: asked.act, entry_no, person: entry.person, reason: entry.reason, details: ask.details, votes: asked.votes ?? null, answers, verdicts, ...given });
  if (brought.outcome === 'problems') return brought;
  await addEntry(tx, matter, {
    ...entry, entry_no, on: given.today, votes: asked.votes ?? null, details, guards: kept(answers), verdicts, documents: await reliedOn(tx, ask), effects: brought.effects,
  });
  await tx.audit({
    action: 'matter.step', object: `matters/${matter.matter_id}`,
    detail: { act: entry.act, from: entry.from, to: entry.to, entry: entry_no, role: entry.role, in_stead_of: entry.in_stead_of, effects: brought.effects },
  });
  return { outcome: 'done', matter_id: matter.matter_id };
}

function valueIsPossible({ matter, details: { value, from }, pack }: GuardAsk): boolean {
  return matter.kind.about !== 'parameter' || (value !== undefined && from !== undefined && isPossible(pack, matter.subject, { value, from }));
}

function guardsOf({ kind, state }: StoredMatter, act: string): readonly Guard[] {
  return kind.steps[state]?.find((one) => one.act === act)?.guards ?? [];
}

/** Whose part a step is: of one party of the matter where the table says so, else of whoever has the matter. */
function scopesOfStep({ kind, state, scopes }: StoredMatter, act: string, details: Details): readonly string[] {
  const at = kind.steps[state]?.find((one) => one.act === act)?.at ?? null;
  return at === null ? scopes : [`org:${details[at] ?? ''}`];
}

/** Compare-and-set: of two who step at once one is too late. */
async function move(tx: Transaction, { kind, matter_id, state, version }: StoredMatter, to: string): Promise<boolean> {
  const moved = await tx.change(
    'update matters set state = $5, open = $6, version = version + 1 where region_id = $1 and matter_id = $2 and state = $3 and version = $4',
    [tx.actor.region_id, matter_id, state, version, to, kind.states[to]?.closed !== true]);
  return moved === 1;
}

/** Whoever approves a change of a parameter has its impact kept with the decision. */
async function impactOf(tx: Transaction, { matter, details: { value, from }, pack, today }: GuardAsk, act: string): Promise<KeptVerdict[]> {
  if (matter.kind.id !== 'parameter_change' || act !== 'approve' || value === undefined || from === undefined) return [];
  const impact = await tx.whole((whole) => parameterImpact(whole, pack, { key: matter.subject, value, from }, today));
  return impact.changes.map(({ campus_id, before, after }) => ({ ...after, before: before.outcome, about: `campus:${campus_id}`, on: impact.on }));
}

/** The documents that were given with a step, and the files that hang at the matter as it is taken; each once. */
async function reliedOn(tx: Transaction, { matter, documents }: GuardAsk): Promise<KeptDocument[]> {
  const files = await tx.whole((whole) => filesThatCount(whole, matterObject(matter.matter_id)));
  return [...documents, ...files].filter(({ sha256 }, at, all) => all.findIndex((other) => other.sha256 === sha256) === at);
}

function kept(answers: ReadonlyMap<string, Guarded>) {
  return [...answers].map(([id, { met, detail }]) => ({ id, met, detail }));
}
