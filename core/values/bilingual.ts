/** Something said in Chinese and in English; English says the same, not less. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Bilingual;
