import type { ParameterOf } from '../../core/agreements/facts.ts';
import type { ValueOf } from '../../core/duties/declaration.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn, type Parameter } from '../../core/verdict/parameter.ts';

/** The day of an act, and the values of law that hold on it. */
export interface Law {
  readonly on: PlainDate;
  readonly parameterOf: ParameterOf;
  readonly value: ValueOf;
}

/** The pack's parameters, the region's own decisions among them, on a day. */
export function lawOn(parameters: readonly Parameter[], on: PlainDate): Law {
  const inForce = parametersOn(parameters, on);
  return { on, parameterOf: (key) => inForce.get(key), value: (key) => inForce.get(key)?.value };
}
