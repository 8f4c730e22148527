import { KINDS } from '../../core/access/kinds.ts';
import { ACTIONS, POLICY, type Action, type Rule } from '../../core/access/policy-table.ts';
import type { Kind } from '../../core/access/kinds.ts';
import { ROLE_NAMES, type Role } from '../../core/access/roles.ts';

/** The table as it runs, to be written for a trial. */
const RUNNING = POLICY as Record<Role, readonly Rule[]>;

/** Works while the policy of some roles is another. */
export async function withPolicy<T>(changed: Partial<Record<Role, readonly Rule[]>>, work: () => Promise<T>): Promise<T> {
  const before = { ...RUNNING };
  Object.assign(RUNNING, changed);
  try {
    return await work();
  } finally {
    Object.assign(RUNNING, before);
  }
}

/** A policy that opens everything to every role. */
export const EVERYTHING_OPEN: Record<Role, readonly Rule[]> = Object.fromEntries(
  ROLE_NAMES.map((role) => [role, [{ kinds: KINDS, relation: 'region', actions: ACTIONS }]])) as unknown as Record<Role, readonly Rule[]>;

/** One line of the policy changed. */
export interface Mutant {
  readonly role: Role;
  readonly kind: Kind;
  readonly action: Action;
  readonly what: 'removed' | 'widened' | 'added';
  readonly rules: readonly Rule[];
}

const without = (rule: Rule, kind: Kind, action: Action): Rule[] => [
  { ...rule, kinds: rule.kinds.filter((one) => one !== kind) },
  { ...rule, kinds: [kind], actions: rule.actions.filter((one) => one !== action) },
];

/** Every line of the table (role, kind, action) taken away, widened to the region, and every one that is not there put in. */
export function mutants(): Mutant[] {
  return ROLE_NAMES.flatMap((role) => {
    const rules = POLICY[role];
    return KINDS.flatMap((kind) => ACTIONS.flatMap((action): Mutant[] => {
      const holding = rules.filter((rule) => rule.kinds.includes(kind) && rule.actions.includes(action));
      const whole: Rule = { kinds: [kind], relation: 'region', actions: [action] };
      if (holding.length === 0) return [{ role, kind, action, what: 'added', rules: [...rules, whole] }];
      const others = rules.flatMap((rule) => (holding.includes(rule) ? without(rule, kind, action) : [rule]));
      const removed: Mutant = { role, kind, action, what: 'removed', rules: others };
      return holding.some(({ relation }) => relation === 'region') ? [removed] : [removed, { role, kind, action, what: 'widened', rules: [...others, whole] }];
    }));
  });
}

export const mutantName = ({ role, kind, action, what }: Mutant): string => `${role} ${kind}.${action} ${what}`;
