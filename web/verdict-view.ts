import type { AlternativeJson, MeasuredJson, PartJson, RequiredJson, VerdictJson } from '../core/check/check-json.ts';
import type { Basis, Outcome } from '../core/verdict/verdict.ts';

/** The words of verdicts on screens: those of `check --json` and the API, with what a screen may add. */
export type OutcomeView = Outcome;
export type BasisView = Basis;
export type MeasuredView = MeasuredJson;
export type RequiredView = RequiredJson;
export type AlternativeView = AlternativeJson;

/** One of the tests of a verdict; its name in words where the screen has them. */
export interface PartView extends PartJson {
  readonly label?: string;
}

/** A verdict as it is shown: parts where the API gives them, the standard's name in the language of the page. */
export interface VerdictView extends VerdictJson {
  readonly label?: string;
  readonly parts?: readonly PartView[];
}
