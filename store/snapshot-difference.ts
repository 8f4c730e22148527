import type { Outcome } from '../core/verdict/verdict.ts';
import type { FrozenVerdict, SnapshotContent } from './snapshot-content.ts';

/** What a standard or a target answered then and now; null where it was not judged. */
export interface Answered {
  readonly outcome: Outcome;
  readonly value: string | null;
}

export interface VerdictDifference {
  /** A campus, a school, or null for a target of the region. */
  readonly campus_id: string | null;
  readonly school_id: string | null;
  readonly standard: string;
  readonly part: string | null;
  readonly before: Answered | null;
  readonly after: Answered | null;
}

export interface SnapshotDifference {
  readonly verdicts: readonly VerdictDifference[];
  readonly parameters: readonly { readonly key: string; readonly before: string | null; readonly after: string | null }[];
}

/** What changed from one frozen state to another (or to the live one): outcomes, figures and values of law. */
export function differenceOf(before: SnapshotContent, after: SnapshotContent): SnapshotDifference {
  const [was, is] = [answersOf(before), answersOf(after)];
  const verdicts = [...new Set([...was.keys(), ...is.keys()])].flatMap((key): VerdictDifference[] => {
    const [old, current] = [was.get(key), is.get(key)];
    const place = (current ?? old)?.place;
    if (place === undefined || isSame(old?.answer, current?.answer)) return [];
    return [{ ...place, before: old?.answer ?? null, after: current?.answer ?? null }];
  });
  const [law, lawNow] = [valuesOf(before), valuesOf(after)];
  const parameters = [...new Set([...law.keys(), ...lawNow.keys()])]
    .filter((key) => law.get(key) !== lawNow.get(key))
    .map((key) => ({ key, before: law.get(key) ?? null, after: lawNow.get(key) ?? null }));
  return { verdicts, parameters };
}

type Place = Omit<VerdictDifference, 'before' | 'after'>;

function answersOf(content: SnapshotContent): Map<string, { readonly place: Place; readonly answer: Answered }> {
  const answers = new Map<string, { place: Place; answer: Answered }>();
  const note = (place: Place, { outcome, measured }: Pick<FrozenVerdict, 'outcome' | 'measured'>): void => {
    const key = [place.campus_id, place.school_id, place.standard, place.part].join('\u001f');
    answers.set(key, { place, answer: { outcome, value: measured.value } });
  };
  for (const { campus_id, verdicts } of content.campuses) {
    for (const verdict of verdicts) note({ campus_id, school_id: null, standard: verdict.standard, part: null }, verdict);
  }
  for (const { school_id, verdicts } of content.schools) {
    for (const verdict of verdicts) note({ campus_id: null, school_id, standard: verdict.standard, part: null }, verdict);
  }
  for (const target of content.targets) {
    note({ campus_id: null, school_id: null, standard: target.standard, part: target.part }, target);
  }
  return answers;
}

function isSame(a: Answered | undefined, b: Answered | undefined): boolean {
  return a?.outcome === b?.outcome && a?.value === b?.value;
}

function valuesOf({ parameters }: SnapshotContent): ReadonlyMap<string, string> {
  return new Map(parameters.map(({ key, value }) => [key, value]));
}
