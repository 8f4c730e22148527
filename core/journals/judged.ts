import type { Row } from '../exchange/sheets.ts';
import type { CampusRows } from '../facts/campus-rows.ts';
import type { CountingRules } from '../facts/rules.ts';
import type { Bilingual } from '../values/bilingual.ts';
import { exact, ONE } from '../values/exact.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { answerOf } from '../verdict/answer.ts';
import { measuredOf, outcomeOf, requiredBy } from '../verdict/measure.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import type { Standard } from '../verdict/standard.ts';
import type { JournalEntry } from './entry.ts';

/** Everything that verdicts on the work at a campus rest on: its registers and its journals, on a day. */
export interface WorkFacts {
  readonly rows: CampusRows;
  readonly programmes: readonly Row<'programmes'>[];
  readonly colleges: ReadonlySet<string>;
  /** Entries that stand: of the campus, and of bookings and shares those of its bases. */
  readonly entries: readonly JournalEntry[];
  readonly on: PlainDate;
  readonly counting: CountingRules;
  readonly parameters: ParametersInForce;
}

/** The records that a verdict was worked out from, as a table. */
export interface Behind {
  readonly label: Bilingual;
  readonly columns: readonly Bilingual[];
  readonly rows: readonly (readonly string[])[];
}

/** A standard with the records behind its verdict. */
export interface WorkStandard extends Standard<WorkFacts> {
  readonly behind: (facts: WorkFacts) => Behind;
}

export const entriesOf = ({ entries }: Pick<WorkFacts, 'entries'>, kind: string): JournalEntry[] => entries.filter((one) => one.kind.id === kind);

interface Counted {
  readonly id: string;
  readonly clause: string;
  readonly label: Bilingual;
  /** The key of how many there may be. */
  readonly parameter: string;
  readonly unit: string;
  /** Null where it cannot be said before something is reported. */
  readonly count: (facts: WorkFacts) => number | null;
  readonly missing?: string;
  readonly behind: (facts: WorkFacts) => Behind;
  readonly notice?: boolean;
}

/** A standard that counts what should not be: so many there are, so many there may be. */
export function countedStandard({ count, parameter, unit, missing = '', behind, ...head }: Counted): WorkStandard {
  const standard: WorkStandard = {
    notice: false, ...head, basis: 'default', reads: [parameter], behind,
    bind: (parameters) => {
      const required = requiredBy(parameters, parameter, '<=');
      return (facts) => {
        const many = count(facts);
        if (many === null) return answerOf(standard, required, { outcome: 'undetermined', missing: [missing] });
        const figure = { numerator: exact(many), denominator: ONE };
        const outcome = outcomeOf(figure, '<=', required.value);
        return answerOf(standard, required, { outcome, measured: measuredOf(figure, unit), gap: outcome === 'unmet' ? { value: exact(many), unit } : null });
      };
    },
  };
  return standard;
}
