import { valueLike } from '../policy/changed-pack.ts';
import type { Pack } from '../policy/pack.ts';
import type { Bilingual } from '../values/bilingual.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { parametersOn } from '../verdict/parameter.ts';
import type { GuardAnswer } from './decide.ts';

/** The value that is proposed, and the first day on which it would hold. */
export interface ParameterDraft {
  readonly value: string;
  readonly from: PlainDate;
}

/** Whether a proposed value is one of this parameter's, on the day from which it is to hold. */
export function isPossible(pack: Pack, key: string, { value, from }: ParameterDraft): boolean {
  const parameter = parametersOn(pack.parameters, from).get(key) ?? pack.parameters.find((one) => one.key === key);
  return parameter !== undefined && valueLike(parameter, value) !== null;
}

/** no earlier than the document, and later than every day that is frozen: what was frozen was decided by the old value. */
export function effectiveDay({ header }: Pack, from: PlainDate, lastFrozen: PlainDate | null): GuardAnswer {
  if (from < header.effective_from) return unmet(`生效日期早于文件生效日 ${header.effective_from}`, `It is before the document's own first day, ${header.effective_from}`);
  if (lastFrozen !== null && from <= lastFrozen) return unmet(`${lastFrozen} 的结论已经冻结，生效日期须在其后`, `Verdicts of ${lastFrozen} are frozen; it must be a later day`);
  return { met: true, detail: null };
}

function unmet(zh: string, en: string): GuardAnswer {
  const detail: Bilingual = { zh, en };
  return { met: false, detail };
}
