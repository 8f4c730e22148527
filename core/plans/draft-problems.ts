import { problem, type Problem } from '../exchange/problem.ts';
import type { DraftLine } from './line.ts';

/** Why lines cannot be a revision: a programme that the college does not have, one named twice, none at all, one that was decided and is left out. */
export function draftProblems(lines: readonly DraftLine[], programmes: ReadonlySet<string>, decided: readonly string[]): Problem[] {
  const named = lines.map(({ programme_id }) => programme_id);
  const at = (code: Problem['code'], id: string | null): Problem => problem('intakes', null, 'programme_id', code, id);
  return [
    ...(named.length === 0 ? [at('missing_value', null)] : []),
    ...named.filter((id) => !programmes.has(id)).map((id) => at('unknown_reference', id)),
    ...named.filter((id, index) => named.indexOf(id) !== index).map((id) => at('duplicate_key', id)),
    // An amendment that takes a line back says so with nobody in it.
    ...decided.filter((id) => !named.includes(id)).map((id) => at('missing_value', id)),
  ];
}
