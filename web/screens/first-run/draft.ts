import type { Bilingual, Language } from '../../../core/values/bilingual.ts';
import type { SetUpDraft } from './set-up.ts';

/** A pack to choose, with what it says of its region. */
export interface PackChoice {
  readonly id: string;
  readonly name: Bilingual;
  readonly region_code: string;
  readonly office_name: Bilingual;
  readonly counties: readonly { readonly code: string; readonly name: Bilingual }[];
}

/** The form as it opens: filled with what the pack knows. Names of places are Chinese in every language. */
export function draftOf(pack: PackChoice | undefined, language: Language): SetUpDraft {
  return {
    pack: pack?.id ?? '', region_code: pack?.region_code ?? '', name: '', office_name: pack?.office_name[language] ?? '',
    counties: (pack?.counties ?? []).map(({ code, name }, key) => ({ key, code, name: name.zh })),
    account: '', person: '', password: '', again: '',
  };
}
