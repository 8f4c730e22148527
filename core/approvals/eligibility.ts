import type { Bilingual } from '../values/bilingual.ts';

/** What is known of a school that asks to join; null: it was not reported. */
export interface SchoolKnown {
  readonly division_code: string | null;
  /** Whether it stands in the register of organisations as a school. */
  readonly registered: boolean;
  /** Whether it has told what it uses: land, buildings, equipment, students, teachers. */
  readonly reported: boolean;
  /** Programmes, and those of them that name a college and a firm. */
  readonly programmes: number;
  readonly partnered: number;
  readonly promotionTeam: boolean;
  /** Campuses that it prepares or has, in a form that M2-a knows. */
  readonly campuses: number;
  /** Of the notices on what is left to the school: how many are met, unmet, and cannot be answered yet. */
  readonly notices: { readonly met: number; readonly unmet: number; readonly undetermined: number };
}

export interface ChecklistItem {
  readonly id: 'registered' | 'county' | 'reported' | 'partners' | 'promotion_team' | 'campus' | 'left_to_school';
  readonly clause: string;
  readonly label: Bilingual;
  /** `open`: it cannot be answered before something is reported. */
  readonly answer: 'yes' | 'no' | 'open';
}

/** How an answer is said, on screens and on paper. */
export const ANSWERS = {
  yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' }, open: { zh: '无法答复，尚未上报', en: 'cannot be answered, not reported' },
} as const satisfies Readonly<Record<ChecklistItem['answer'], Bilingual>>;

const yesOrNo = (yes: boolean): ChecklistItem['answer'] => (yes ? 'yes' : 'no');
const item = (id: ChecklistItem['id'], clause: string, zh: string, en: string, answer: ChecklistItem['answer']): ChecklistItem => ({ id, clause, label: { zh, en }, answer });

/**
 * S1-a: what a school that asks to join is asked. 待释义: the document names no conditions of its own; asked is what its
 * other clauses make a pilot of. An answer of "no" is for the office to weigh, one that is open stops the check.
 */
export function eligibility(known: SchoolKnown): ChecklistItem[] {
  const { notices: { met, unmet, undetermined } } = known;
  const left = met + unmet + undetermined === 0 || undetermined > 0 ? 'open' : yesOrNo(unmet === 0);
  return [
    item('registered', 'S1-a', '是登记在册的中职学校', 'It stands in the register as a school', yesOrNo(known.registered)),
    item('county', 'S1-a', '属地已登记', 'Its county or city is known', known.division_code === null ? 'open' : 'yes'),
    item('reported', 'S1-a', '已上报学校基本情况', 'It has reported what it uses', known.reported ? 'yes' : 'open'),
    item('partners', 'M1-a', '至少一个专业有学院、学校和一家企业', 'At least one programme has a college, a school and a firm', known.programmes === 0 ? 'open' : yesOrNo(known.partnered > 0)),
    item('promotion_team', 'M7-a', '推进团队已经成立', 'The promotion team stands', yesOrNo(known.promotionTeam)),
    item('campus', 'M2-a', '有划出或新建的校区（含筹建）', 'It has or prepares a carved-out or newly built campus', known.campuses === 0 ? 'open' : 'yes'),
    item('left_to_school', 'M4-a', '划出校区后学校自身条件的提示均达标', 'What is left to the school itself meets its notices', left),
  ];
}

/** The items that cannot be answered yet. */
export function openItems(items: readonly ChecklistItem[]): ChecklistItem[] {
  return items.filter(({ answer }) => answer === 'open');
}
