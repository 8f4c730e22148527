import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date, type PlainDate } from '../values/plain-date.ts';
import { parametersOn, type Parameter } from '../verdict/parameter.ts';
import type { AgreementFacts, ParameterOf, YearFacts } from './facts.ts';
import type { ToSign } from './signing.ts';

export const FIRST_DAY = date('2025-09-01');

/** The pack's values of a day, some of them otherwise; undefined takes one away. */
export function parametersOf(given: Readonly<Record<string, Parameter['value'] | undefined>> = {}, on: PlainDate = FIRST_DAY): ParameterOf {
  const inForce = parametersOn(quzhou2024.parameters, on);
  return (key) => {
    const found = inForce.get(key);
    if (!(key in given) || found === undefined) return found;
    const value = given[key];
    return value === undefined ? undefined : { ...found, value };
  };
}

export const valuesOf = (given: Readonly<Record<string, Parameter['value'] | undefined>> = {}) => (key: string) => parametersOf(given)(key)?.value;

const year = (org_id: string, tuition_yuan: string): YearFacts => ({ place: { org_id, name: `地点${org_id}` }, tuition_yuan, dorm_yuan: '500', custody_yuan: '800' });

/** Everything that an agreement of a fifteen-year-old needs. */
export function madeFacts(given: Partial<AgreementFacts> = {}): AgreementFacts {
  return {
    student: { student_id: 'T1', name: '钟𬭚', birth_date: date('2010-02-28') }, guardian: { name: '钟梅', relation: '母亲' },
    school: { org_id: 'S', name: '甲职业中专' }, college: { org_id: 'H', name: '乙职业学院' },
    programme: { programme_id: 'P', name: '数控技术', secondary_code: '660103', higher_code: '460103' }, cohort: 2025,
    years: [year('S', '0'), year('S', '0'), year('S', '0'), year('C', '6600'), year('C', '6600')], terms: '', ...given,
  };
}

/** The first version of an agreement that nobody has signed. */
export function madeToSign(given: Partial<ToSign> = {}): ToSign {
  return { version: 1, last_version: 1, content_hash: 'sha256:1', birth_date: date('2010-02-28'), ended: false, signatures: [], ...given };
}
