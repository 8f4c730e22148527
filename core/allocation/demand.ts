/** What a plan must satisfy, as something that could be given up: a clause at a place, an aim, a limit of the office. */
export interface Demand {
  readonly key: string;
  readonly kind: 'standard' | 'notice' | 'target' | 'trend' | 'limit' | 'asked';
  /** Standard or aim; `budget_yuan`, `max_classes` of the limits; `target` for what was asked. */
  readonly name: string;
  readonly part: string | null;
  /** Null: no clause of the policy asks it. */
  readonly clause: string | null;
  readonly campus_id: string | null;
  readonly school_id: string | null;
}

type Details = Partial<Omit<Demand, 'key' | 'kind' | 'name'>>;

export function demand(kind: Demand['kind'], name: string, given: Details = {}): Demand {
  const details = { part: null, clause: null, campus_id: null, school_id: null, ...given };
  return { key: [name, details.part, details.campus_id, details.school_id].filter((word) => word !== null).join(' '), kind, name, ...details };
}

/** The number of new students that was asked for. */
export const ASKED = demand('asked', 'target');
export const BUDGET = demand('limit', 'budget_yuan');
export const MOST_CLASSES = demand('limit', 'max_classes');
/** 1.2-b: the intake grows step by step, so what one year adds the next does not take back. */
export const STEADY = demand('trend', '1.2-b', { clause: '1.2-b' });
