import { whole } from '../duties/declaration.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';

/** The values of law that admission and registration read; null where none is in force. */
export interface AdmissionRules {
  /** Between which ages entry is usual: others are pointed out, never refused. */
  readonly entry_age: { readonly from: number; readonly to: number } | null;
  /** Days after the first day of term from which whoever has not come loses the place. */
  readonly no_show_days: number | null;
}

export function admissionRules(parameters: ParametersInForce): AdmissionRules {
  const value = (key: string): number | null => whole(parameters.get(key)?.value);
  const [from, to] = [value('admission.entry_age_from'), value('admission.entry_age_to')];
  return { entry_age: from === null || to === null ? null : { from, to }, no_show_days: value('admission.no_show_days') };
}
