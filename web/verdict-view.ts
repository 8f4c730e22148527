/**
 * A verdict as the API and `check --json` write it: plain text, ready to show. Everything that a
 * screen adds to that contract (label, wording) is optional, so that a raw verdict can be shown too.
 */
export type OutcomeView = 'met' | 'unmet' | 'undetermined' | 'not_applicable';
export type BasisView = 'text' | 'wider_rule' | 'default';
export type OperatorView = '>=' | '>' | '<=' | '=';

export interface MeasuredView {
  readonly numerator?: string | null;
  readonly denominator?: string | null;
  readonly value: string | null;
  readonly unit?: string;
}

export interface RequiredView {
  readonly op: OperatorView;
  readonly value: string | null;
  readonly from?: string | null;
}

export interface AlternativeView {
  readonly reading: string;
  readonly outcome: OutcomeView;
  readonly measured: MeasuredView | null;
  readonly required: RequiredView | null;
}

export interface PartView {
  readonly name: string;
  readonly outcome: OutcomeView;
  readonly measured: MeasuredView | null;
  readonly required: RequiredView | null;
}

export interface EvidenceView {
  readonly sheet: string;
  readonly rows: readonly number[];
}

export interface VerdictView {
  readonly standard: string;
  readonly clause: string;
  readonly label?: string;
  readonly basis: BasisView;
  readonly outcome: OutcomeView;
  readonly measured: MeasuredView;
  readonly required: RequiredView;
  readonly gap: { readonly value: string; readonly unit: string } | null;
  readonly missing: readonly string[];
  readonly reason: string | null;
  readonly readings: readonly string[];
  readonly alternatives: readonly AlternativeView[];
  readonly parts?: readonly PartView[];
  readonly evidence: readonly EvidenceView[];
}
