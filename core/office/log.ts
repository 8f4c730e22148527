import type { Clause } from '../verdict/clause.ts';
import type { Bilingual } from '../values/bilingual.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** M1-c, 1.2-l: what was done together; S2-k, S2-l: what was made known; 1.1-c, 1.2-h: what was tried under a clause. */
export const LOG_KINDS = ['activity', 'publicity', 'initiative'] as const;
export type LogKind = (typeof LOG_KINDS)[number];

export const LOG_LABELS: Readonly<Record<LogKind, Bilingual>> = {
  activity: { zh: '联合活动', en: 'Joint activity' }, publicity: { zh: '宣传', en: 'Publicity' }, initiative: { zh: '改革举措', en: 'Initiative' },
};

/** S2-l: by which way the pilot was made known. */
export const CHANNELS = ['press', 'broadcast', 'new_media', 'event', 'association'] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_LABELS: Readonly<Record<Channel, Bilingual>> = {
  press: { zh: '报刊', en: 'Press' }, broadcast: { zh: '广播电视', en: 'Radio and television' }, new_media: { zh: '新媒体', en: 'New media' },
  event: { zh: '宣讲活动', en: 'Event' }, association: { zh: '中华职教社等群团', en: 'Mass organisation' },
};

/** An entry as it is told; `study_year` is the year of study, 1 to 5, that a joint activity was for. */
export interface LogDraft {
  readonly kind: LogKind;
  readonly on: PlainDate;
  readonly title: string;
  readonly note: string;
  /** Ids of organisations that took part or made it known. */
  readonly parties: readonly string[];
  readonly others: string;
  readonly programme_id: string | null;
  readonly study_year: number | null;
  readonly channel: Channel | null;
  readonly reach: number | null;
  readonly link: string | null;
  readonly clause: string | null;
}

/** Why an entry is not kept, and under which clause. */
export const LOG_REFUSALS = {
  day_to_come: { clause: 'M1-c', zh: '日期还没有到', en: 'that day has not come' },
  alone: { clause: 'M1-c', zh: '联合活动至少有两方参加', en: 'a joint activity has two parties at least' },
  year_without_programme: { clause: 'M1-c', zh: '专业和学年须一并填写', en: 'a programme comes with its year of study, and a year with its programme' },
  unknown_programme: { clause: 'M1-c', zh: '没有这个专业', en: 'there is no such programme' },
  unknown_party: { clause: '1.2-l', zh: '参加单位不在机构名录中', en: 'a party is not in the register of organisations' },
  nobody: { clause: '1.2-l', zh: '没有写明单位', en: 'no body is named' },
  channel_wrong: { clause: 'S2-l', zh: '宣传须写明渠道，其他类别不写', en: 'publicity has a channel, and nothing else has' },
  link_wrong: { clause: 'S2-l', zh: '链接须以 http:// 或 https:// 开头', en: 'a link begins with http:// or https://' },
  clause_wrong: { clause: '1.1-c', zh: '改革举措须写明政策条款，其他类别不写', en: 'an initiative names a clause of the policy, and nothing else does' },
  not_yours: { clause: 'S1-e', zh: '只能登记本单位参加的活动', en: 'one records what one’s own body took part in' },
  unknown_entry: { clause: 'S1-e', zh: '没有这条记录', en: 'there is no such entry' },
  corrected_already: { clause: 'S1-e', zh: '这条记录已经更正过', en: 'the entry was put right already' },
  reason_missing: { clause: 'S1-e', zh: '更正须写明原因', en: 'a correction gives its reason' },
} as const satisfies Readonly<Record<string, Bilingual & { readonly clause: string }>>;
export type LogRefusal = keyof typeof LOG_REFUSALS;

interface Known {
  readonly today: PlainDate;
  readonly clauses: readonly Pick<Clause, 'id'>[];
  readonly parties: ReadonlySet<string>;
  readonly programmes: ReadonlySet<string>;
}

/** The first reason against an entry; null where there is none. */
export function refusalOfEntry(draft: LogDraft, { today, clauses, parties, programmes }: Known): LogRefusal | null {
  const { kind, on, programme_id, study_year, channel, clause, link } = draft;
  if (on > today) return 'day_to_come';
  if (draft.parties.some((id) => !parties.has(id))) return 'unknown_party';
  const bodies = new Set(draft.parties).size + (draft.others.trim() === '' ? 0 : 1);
  if (bodies === 0) return 'nobody';
  if (kind === 'activity' && bodies < 2) return 'alone';
  if ((programme_id === null) !== (study_year === null)) return 'year_without_programme';
  if (programme_id !== null && !programmes.has(programme_id)) return 'unknown_programme';
  if ((kind === 'publicity') !== (channel !== null)) return 'channel_wrong';
  if (link !== null && !/^https?:\/\/\S+$/.test(link)) return 'link_wrong';
  if ((kind === 'initiative') !== (clause !== null) || clause !== null && !clauses.some(({ id }) => id === clause)) return 'clause_wrong';
  return null;
}
