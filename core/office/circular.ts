import type { Bilingual } from '../values/bilingual.ts';

/** S1-e: why a circular is not issued, or its receipt not taken. */
export const CIRCULAR_REFUSALS = {
  nobody: { clause: 'S1-e', zh: '没有选收文单位', en: 'it is addressed to nobody' },
  unknown_body: { clause: 'S1-e', zh: '收文单位不在机构名录中', en: 'a body that it is addressed to is not in the register' },
  day_over: { clause: 'S1-e', zh: '签收期限已经过去', en: 'the day to read it by is over' },
  unknown_circular: { clause: 'S1-e', zh: '没有这份通知', en: 'there is no such circular' },
  not_addressed: { clause: 'S1-e', zh: '通知没有发给您的单位', en: 'it is not addressed to your body' },
  read_already: { clause: 'S1-e', zh: '您的单位已经签收', en: 'your body said already that it read it' },
} as const satisfies Readonly<Record<string, Bilingual & { readonly clause: string }>>;
export type CircularRefusal = keyof typeof CIRCULAR_REFUSALS;
