import type { Bilingual } from '../values/bilingual.ts';

/** S1-d: what the office's matters are about; there are five topics and no other. */
export const TOPICS = ['majors', 'funding', 'building', 'training', 'industry'] as const;
export type Topic = (typeof TOPICS)[number];

export const TOPIC_LABELS: Readonly<Record<Topic, Bilingual>> = {
  majors: { zh: '专业设置', en: 'Majors' },
  funding: { zh: '办学经费', en: 'Funding' },
  building: { zh: '建设发展', en: 'Building and development' },
  training: { zh: '人才培养', en: 'Training' },
  industry: { zh: '产学研合作', en: 'Ties with industry and research' },
};
