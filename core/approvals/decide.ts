import type { Role } from '../access/roles.ts';
import type { Bilingual } from '../values/bilingual.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Parameter, ParametersInForce } from '../verdict/parameter.ts';
import { OPENED, type Guard, type MatterKind, type Step } from './matter-kind.ts';

/** What somebody did in a matter. Nothing of it is ever changed. */
export interface Entry {
  readonly act: string;
  readonly from: string | null;
  readonly to: string;
  readonly person: string;
  /** The person in whose stead it was done. */
  readonly in_stead_of: string | null;
  readonly role: Role;
  readonly reason: string | null;
}

/** A matter as far as it has come: its state is that of its last entry. */
export interface Matter {
  readonly kind: MatterKind;
  readonly entries: readonly Entry[];
}

/** Somebody acts as one of these: in a role of their own, or in the stead of somebody who holds it. */
export interface Capacity {
  readonly role: Role;
  readonly in_stead_of: string | null;
}

/** Votes of a body on one decision. */
export interface Votes {
  readonly members: number;
  readonly present: number;
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
}

/** What is to be done, by whom, with what is known of the guards. */
export interface Ask {
  readonly act: string;
  readonly person: string;
  readonly capacities: readonly Capacity[];
  readonly reason?: string;
  readonly votes?: Votes;
  /** What each guard of the step answers; one that is not asked about does not hold. */
  readonly guards: ReadonlyMap<string, GuardAnswer>;
  /** The values of law of the day, where a body decides by votes: a share that is not among them is exceeded by nothing. */
  readonly rules?: ParametersInForce;
}

export interface GuardAnswer {
  readonly met: boolean;
  readonly detail: Bilingual | null;
}

export type Refusal =
  | { readonly why: 'closed' | 'not_now' | 'not_your_role' | 'reason_missing' | 'votes_missing' | 'votes_impossible'; readonly clause: string }
  /** The same person did one of these acts before. */
  | { readonly why: 'same_person'; readonly clause: string; readonly acts: readonly string[] }
  | { readonly why: 'guard'; readonly clause: string; readonly guard: Guard; readonly detail: Bilingual | null }
  | { readonly why: 'no_quorum' | 'not_carried'; readonly clause: string; readonly votes: Votes; readonly rule: Parameter | null };

export type Decision = { readonly outcome: 'moved'; readonly entry: Entry } | ({ readonly outcome: 'refused' } & Refusal);

/** The state that a matter is in. */
export function stateOf({ kind, entries }: Matter): string {
  return entries.at(-1)?.to ?? kind.opens.state;
}

/** Opens a matter; null when nobody in these capacities may. */
export function open(kind: MatterKind, person: string, capacities: readonly Capacity[]): Entry | null {
  const capacity = capacities.find(({ role }) => kind.opens.by.includes(role));
  return capacity === undefined ? null : { act: OPENED, from: null, to: kind.opens.state, person, ...capacity, reason: null };
}

/**
 * What comes of an act: the entry to be added, or the first reason why not. Whoever did something that must be apart
 * from it may not do it, in whatever role, in whoever's stead, however long ago.
 */
export function decide(matter: Matter, ask: Ask): Decision {
  const { kind } = matter;
  const from = stateOf(matter);
  const known = Object.values(kind.steps).flat().find(({ act }) => act === ask.act);
  const next = (kind.steps[from] ?? []).find(({ act }) => act === ask.act);
  if (next === undefined) return refused({ why: kind.states[from]?.closed === true ? 'closed' : 'not_now', clause: known?.clause ?? kind.clause });
  const capacity = capacityFor(matter, next, ask.person, ask.capacities);
  if ('why' in capacity) return refused(capacity);
  const refusal = unmetOf(next, ask);
  if (refusal !== null) return refused(refusal);
  const reason = ask.reason?.trim() ?? '';
  return { outcome: 'moved', entry: { act: next.act, from, to: next.to, person: ask.person, ...capacity, reason: reason === '' ? null : reason } };
}

function refused(refusal: Refusal): Decision {
  return { outcome: 'refused', ...refusal };
}

/** As what somebody may take a step, or why they may not. */
function capacityFor(matter: Matter, next: Step, person: string, capacities: readonly Capacity[]): Capacity | Refusal {
  const fitting = capacities.filter(({ role }) => next.by.includes(role));
  const [first] = fitting;
  if (first === undefined) return { why: 'not_your_role', clause: next.clause };
  return fitting.find((one) => actsBy(matter, next, person, one).length === 0) ?? { why: 'same_person', clause: next.clause, acts: actsBy(matter, next, person, first) };
}

/** The acts that must be apart from this step and were done by the person, by whom they stand in for, or in the stead of either. */
function actsBy({ entries }: Matter, { apart }: Step, person: string, { in_stead_of }: Capacity): string[] {
  const same = new Set([person, in_stead_of].filter((one) => one !== null));
  return [...new Set(entries.filter((entry) => apart.includes(entry.act) && (same.has(entry.person) || (entry.in_stead_of !== null && same.has(entry.in_stead_of)))).map(({ act }) => act))];
}

function unmetOf({ clause, reason, guards, votes }: Step, ask: Ask): Refusal | null {
  if (reason && (ask.reason ?? '').trim() === '') return { why: 'reason_missing', clause };
  const held = heldUp(guards, ask.guards);
  if (held !== null) return held;
  if (votes === null) return null;
  const given = ask.votes;
  if (given === undefined) return { why: 'votes_missing', clause };
  if (!arePossible(given)) return { why: 'votes_impossible', clause };
  const rule = (key: string): Parameter | null => ask.rules?.get(key) ?? null;
  if (!exceeds(given.present, given.members, rule(votes.present))) return { why: 'no_quorum', clause, votes: given, rule: rule(votes.present) };
  if (!exceeds(given.for, given.present, rule(votes.carried))) return { why: 'not_carried', clause, votes: given, rule: rule(votes.carried) };
  return null;
}

function heldUp(guards: readonly Guard[], answers: Ask['guards']): Refusal | null {
  for (const one of guards) {
    const answer = answers.get(one.id);
    if (answer?.met !== true) return { why: 'guard', clause: one.clause, guard: one, detail: answer?.detail ?? null };
  }
  return null;
}

function arePossible({ members, present, for: yes, against, abstained }: Votes): boolean {
  return [members, present, yes, against, abstained].every((n) => Number.isSafeInteger(n) && n >= 0) && present <= members && yes + against + abstained === present;
}

function exceeds(part: number, whole: number, rule: Parameter | null): boolean {
  const share = rule?.value;
  return typeof share === 'object' && BigInt(part) * share.d > BigInt(whole) * share.n;
}

/** A step that leads on from here, and why somebody may not take it now; null when they may. */
export interface Prospect {
  readonly step: Step;
  readonly refusal: Refusal | null;
}

/** Every step that leads on, for one person: what stands in the way is roles, what they did before, and guards. */
export function prospects(matter: Matter, { person, capacities, guards }: Pick<Ask, 'person' | 'capacities' | 'guards'>): Prospect[] {
  return (matter.kind.steps[stateOf(matter)] ?? []).map((next) => {
    const capacity = capacityFor(matter, next, person, capacities);
    return { step: next, refusal: 'why' in capacity ? capacity : heldUp(next.guards, guards) };
  });
}

/** The steps that somebody may take now, as far as roles and what they did before decide it. */
export function stepsFor(matter: Matter, person: string, capacities: readonly Capacity[]): Step[] {
  return (matter.kind.steps[stateOf(matter)] ?? []).filter((next) => !('why' in capacityFor(matter, next, person, capacities)));
}

/** Leave given by one person to another to act in their stead, from a day to a day. */
export interface Delegation {
  readonly from: string;
  readonly to: string;
  readonly role: Role;
  readonly first_day: PlainDate;
  readonly last_day: PlainDate;
}

/** In which capacities somebody acts on a day: their own roles, and those that others who hold them gave into their hands. */
export function capacitiesOn(person: string, on: PlainDate, rolesOf: (person: string) => readonly Role[], delegations: readonly Delegation[]): Capacity[] {
  const own = rolesOf(person).map((role): Capacity => ({ role, in_stead_of: null }));
  const given = delegations.filter((one) => one.to === person && one.from !== person && one.first_day <= on && on <= one.last_day && rolesOf(one.from).includes(one.role));
  return [...own, ...given.map(({ from, role }): Capacity => ({ role, in_stead_of: from }))];
}
