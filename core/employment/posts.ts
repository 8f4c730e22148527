import type { Bilingual } from '../values/bilingual.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Industry } from './industries.ts';
import { isContract, type ContractKind } from './outcomes.ts';

/** S2-j: a post as a firm offers it. */
export interface PostDraft {
  readonly title: string;
  readonly places: number;
  readonly contract_kind: ContractKind;
  readonly wage_fen: bigint;
  readonly division_code: string;
  readonly industry: Industry;
  /** Majors of the higher stage that it is for. */
  readonly higher_codes: readonly string[];
  readonly facilities: string;
  readonly open_from: PlainDate;
  readonly open_until: PlainDate;
}

export type PostRefusal = 'below_minimum_wage' | 'ends_first' | 'bad_division' | 'no_majors' | 'reason_missing';
const DIVISION = /^\d{6}$/;

/** Why a post is not shown to schools; the minimum wage is null where no rule is in force. */
export function refusalOfPost(draft: PostDraft, minimum_fen: bigint | null): PostRefusal | null {
  if (minimum_fen !== null && draft.wage_fen < minimum_fen) return 'below_minimum_wage';
  if (draft.open_until < draft.open_from) return 'ends_first';
  if (!DIVISION.test(draft.division_code)) return 'bad_division';
  return draft.higher_codes.length === 0 ? 'no_majors' : null;
}

export const POST_SIGNS = ['no_contract', 'no_majors_here', 'no_facilities'] as const;
export type PostSign = (typeof POST_SIGNS)[number];

/** What is to be looked at in a post that is offered: no labour contract, for none of the majors taught here, nothing said of living there. */
export function signsOfPost({ contract_kind, higher_codes, facilities }: Pick<PostDraft, 'contract_kind' | 'higher_codes' | 'facilities'>, taught: ReadonlySet<string>): PostSign[] {
  return [
    ...(isContract(contract_kind) ? [] : ['no_contract' as const]), ...(higher_codes.some((code) => taught.has(code)) ? [] : ['no_majors_here' as const]), ...(facilities.trim() === '' ? ['no_facilities' as const] : []),
  ];
}

const refused = (zh: string, en: string): Bilingual => ({ zh: `没有保存：${zh}。依据 S2-j。`, en: `Nothing was stored: ${en}. Clause S2-j.` });
export const POST_REFUSALS: Readonly<Record<PostRefusal, Bilingual>> = {
  below_minimum_wage: refused('月工资低于本地最低工资标准', 'the wage is below the minimum of the region'),
  ends_first: refused('截止日期早于起始日期', 'the last day is before the first'),
  bad_division: refused('工作地行政区划代码应为6位数字', 'the division of the workplace has six figures'),
  no_majors: refused('没有填写面向的专业', 'the majors that it is for are missing'),
  reason_missing: refused('更正须写明理由', 'putting right takes a reason'),
};
