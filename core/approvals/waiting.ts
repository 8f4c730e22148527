import type { Role } from '../access/roles.ts';
import type { Bilingual } from '../values/bilingual.ts';
import type { MatterKind, Step } from './matter-kind.ts';

/** A state of a matter in which somebody's next step is waited for, and for how many working days (of the kind's table). */
export interface Waiting {
  /** `pilot_admission_submitted` */
  readonly id: string;
  readonly kind: MatterKind;
  readonly state: string;
  readonly label: Bilingual;
  /** Whoever is to act next, the first of them first. */
  readonly by: readonly Role[];
  readonly clause: string;
  readonly workdays: number | null;
}

/** Whom a state waits for; null where nothing leads on from it. Whoever may only take back what they asked for is not waited for. */
export function waitingIn(kind: MatterKind, state: string): Waiting | null {
  const [head, steps] = [kind.states[state], kind.steps[state] ?? []];
  const awaited = steps.some(isAnothers) ? steps.filter(isAnothers) : steps;
  const [first] = awaited;
  if (head === undefined || first === undefined) return null;
  const label = { zh: `${kind.label.zh}（${head.label.zh}）`, en: `${kind.label.en} (${head.label.en})` };
  return { id: `${kind.id}_${state}`, kind, state, label, by: [...new Set(awaited.flatMap(({ by }) => by))], clause: first.clause, workdays: head.workdays };
}

/** A step that is for somebody else than those who brought the matter there. */
function isAnothers({ apart }: Step): boolean {
  return apart.length > 0;
}

/** Every state of a kind in which the next step has its working days. */
export function timedStates(kind: MatterKind): Waiting[] {
  return Object.entries(kind.states).flatMap(([state, { workdays }]) => (workdays === null ? [] : waitingIn(kind, state) ?? []));
}

/** The same where the matter is about the city's own bureau: owed apart, by it alone. */
export function ofCity(kind: MatterKind, state: string): Waiting | null {
  const waiting = waitingIn(kind, state);
  return waiting === null ? null : { ...waiting, id: `${waiting.id}_city` };
}
