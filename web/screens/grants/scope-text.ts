import type { Language } from '../../../core/values/bilingual.ts';
import { grantWords } from '../../words/grants.ts';
import { readScope } from './asking.ts';

/** Whose records a label names, in words: `一个班级 K1`; institutions by their name. */
export function scopeText(scope: string, organisations: readonly { readonly org_id: string; readonly name: string }[], language: Language): string {
  const { kind, id } = readScope(scope);
  const say = grantWords[language];
  if (kind === 'region') return say.region;
  const name = kind === 'org' ? organisations.find(({ org_id }) => org_id === id)?.name : undefined;
  return name ?? `${say[kind]} ${id}`;
}
