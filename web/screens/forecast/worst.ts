import type { ForecastAnswer } from '../../provenance/answers.ts';

type Outcome = ForecastAnswer['rows'][number]['verdicts'][number]['outcome'];

const WORST_FIRST: readonly Outcome[] = ['unmet', 'undetermined', 'met'];

/** The worst of several verdicts, notices aside: unmet before to be reported before met. */
export function worstOf(verdicts: readonly { readonly standard: string; readonly outcome: Outcome }[], notices: ReadonlySet<string>): Outcome {
  const counted = verdicts.filter(({ standard }) => !notices.has(standard));
  return WORST_FIRST.find((outcome) => counted.some((verdict) => verdict.outcome === outcome)) ?? 'not_applicable';
}
