export interface Span {
  readonly from: string;
  readonly to: string | null;
  readonly stage: 'secondary' | 'higher';
  readonly grade: number;
  readonly status: string;
}

/** A pupil through the years. `left` is the last day on the roll of one who left before the end. */
export interface Pupil {
  readonly id: string;
  readonly name: string;
  readonly sex: 1 | 2;
  readonly birth: string;
  readonly idNumber: string;
  readonly programme: string;
  readonly school: string;
  readonly campus: string;
  readonly cohort: number;
  readonly boarder: boolean;
  readonly spans: readonly Span[];
  readonly left: { readonly on: string; readonly kind: 'withdrawn' | 'suspended' | 'transferred_out' } | null;
}
