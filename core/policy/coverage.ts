import type { Bilingual } from '../values/bilingual.ts';
import type { Bound, Capability, Clause, ServedBy } from '../verdict/clause.ts';

/** Which kinds of thing can honestly serve a clause that asks for a capability: a rule is not served by a report. */
export const SERVING_KINDS: Readonly<Record<Capability, readonly ServedBy['kind'][]>> = {
  rule: ['standard', 'transition', 'ledger_rule'],
  indicator: ['standard', 'target', 'indicator'],
  register: ['register'],
  report: ['report'],
  config: ['setting'],
  workflow: ['transition', 'duty'],
  ledger: ['ledger_rule'],
};

/** One clause with what serves it, as `policy coverage` prints it. */
export interface CoveredClause {
  readonly id: string;
  readonly summary: Bilingual;
  readonly binds: readonly Bound[];
  readonly served_by: readonly ServedBy[];
}

/** Every clause of a policy, how many of them something serves, and how many there are. */
export interface Coverage {
  readonly clauses: readonly CoveredClause[];
  readonly served: number;
  readonly total: number;
}

/** The coverage of a policy's clauses, in the order of the document. */
export function coverage(pack: { readonly clauses: readonly Clause[] }): Coverage {
  return {
    clauses: pack.clauses.map(({ id, summary, binds, served_by }) => ({ id, summary, binds, served_by })),
    served: pack.clauses.filter((clause) => clause.served_by.length > 0).length,
    total: pack.clauses.length,
  };
}

/** What a clause claims to be served by although its kind fits none of the clause's capabilities. */
export function misfits(clause: Clause): readonly ServedBy[] {
  const fitting = new Set(clause.capability.flatMap((capability) => SERVING_KINDS[capability]));
  return clause.served_by.filter((served) => !fitting.has(served.kind));
}
