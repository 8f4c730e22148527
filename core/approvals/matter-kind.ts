import type { Role } from '../access/roles.ts';
import type { Bilingual } from '../values/bilingual.ts';

/** Something that must hold before a step is taken, with the clause that asks for it. */
export interface Guard {
  readonly id: string;
  readonly clause: string;
  readonly label: Bilingual;
}

/** An allowed change of a matter's state. */
export interface Step {
  readonly act: string;
  readonly label: Bilingual;
  /** Who may take it. */
  readonly by: readonly Role[];
  /** The state that it leads to. */
  readonly to: string;
  /** Acts of the same matter whose doers may not take this step, whenever they did them and as whomever. */
  readonly apart: readonly string[];
  readonly guards: readonly Guard[];
  /** Whether a reason in words is part of it. */
  readonly reason: boolean;
  /** A body decides by votes: keys of the values of law that say of its members what share must be exceeded by those present, and of their votes by those for it. */
  readonly votes: { readonly present: string; readonly carried: string } | null;
  /** Only for whoever has this organisation in reach, by the detail that names it; null where the matter itself is enough. */
  readonly at: 'school' | 'department' | 'firm' | null;
  readonly clause: string;
}

export interface StateHead {
  readonly label: Bilingual;
  /** Nothing more happens in it unless a step says so; nobody waits for it. */
  readonly closed: boolean;
  /** Whoever may take the next step has so many working days before they are reminded; null without limit. */
  readonly workdays: number | null;
}

/** A kind of matter as one table: state → the steps that lead on from it. */
export interface MatterKind {
  readonly id: string;
  readonly clause: string;
  readonly label: Bilingual;
  /** What it is about: the id of one of these stands on the matter. */
  readonly about: 'school' | 'campus' | 'parameter' | 'round' | 'college' | 'student' | 'keeper' | 'programme' | 'enterprise' | 'payer' | 'body' | 'asker';
  readonly opens: { readonly by: readonly Role[]; readonly state: string };
  readonly states: Readonly<Record<string, StateHead>>;
  readonly steps: Readonly<Record<string, readonly Step[]>>;
}

/** The act by which every matter begins. */
export const OPENED = 'open';

type StepOptions = Partial<Pick<Step, 'apart' | 'guards' | 'reason' | 'votes' | 'at'>>;

/** `step('decide', '认定', 'Recognise', ['office'], 'recognised', 'M4-a', { apart: ['apply'] })`. */
export function step(act: string, zh: string, en: string, by: readonly Role[], to: string, clause: string, options: StepOptions = {}): Step {
  return { act, label: { zh, en }, by, to, clause, apart: [], guards: [], reason: false, votes: null, at: null, ...options };
}

export function state(zh: string, en: string, { closed = false, workdays = null }: Partial<Omit<StateHead, 'label'>> = {}): StateHead {
  return { label: { zh, en }, closed, workdays };
}

export function guard(id: string, clause: string, zh: string, en: string): Guard {
  return { id, clause, label: { zh, en } };
}
