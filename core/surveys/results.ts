import { QUESTIONS, type Answerers } from './questions.ts';

/** What the answers of one kind of person at one place came to; `sums` in the order of the questions. No single answer is kept anywhere. */
export interface Tally {
  readonly group: Answerers;
  /** `campus:C1`, `org:S1`. */
  readonly unit: string;
  readonly answered: number;
  readonly sums: readonly number[];
}

export type Total = Pick<Tally, 'answered' | 'sums'>;

export interface GroupResult {
  readonly group: Answerers;
  /** Null where too few answered. */
  readonly total: Total | null;
  /** Null where too few answered, or where the difference to the total would tell of such a place. */
  readonly units: readonly { readonly unit: string; readonly shown: Total | null }[];
}

const byCount = (a: Tally, b: Tally): number => a.answered - b.answered || (a.unit < b.unit ? -1 : 1);
const answers = (tallies: readonly Tally[]): number => tallies.reduce((all, { answered }) => all + answered, 0);

function totalOf(tallies: readonly Tally[]): Total {
  return { answered: answers(tallies), sums: QUESTIONS.map((_, at) => tallies.reduce((all, { sums }) => all + (sums[at] ?? 0), 0)) };
}

/**
 * S3-h: what may be shown of a survey that is closed. A place where fewer than `least` answered is not shown; what is
 * not shown of a group comes, taken together, to `least` answers or to none: the smallest of the others are held back with it.
 */
export function resultsOf(tallies: readonly Tally[], least: number): GroupResult[] {
  return [...new Set(tallies.map(({ group }) => group))].sort().map((group) => {
    const places = tallies.filter((one) => one.group === group).sort(byCount);
    const hidden = new Set(places.slice(0, hiddenOf(places, least)));
    return {
      group, total: answers(places) < least ? null : totalOf(places),
      units: places.map((one) => ({ unit: one.unit, shown: hidden.has(one) ? null : { answered: one.answered, sums: one.sums } })).sort((a, b) => (a.unit < b.unit ? -1 : 1)),
    };
  });
}

/** How many of the places, smallest first, are held back. */
function hiddenOf(places: readonly Tally[], least: number): number {
  let hidden = places.filter(({ answered }) => answered < least).length;
  while (hidden > 0 && hidden < places.length && answers(places.slice(0, hidden)) < least) hidden += 1;
  return hidden;
}
