import type { Bilingual } from '../values/bilingual.ts';
import type { DestinationRefusal } from './draft.ts';

const of = (zh: string, en: string): Bilingual => ({ zh: `${zh}。依据 M10-b。`, en: `${en}. Clause M10-b.` });

/** Why a destination was not recorded, in words. */
export const DESTINATION_REFUSALS: Readonly<Record<DestinationRefusal, Bilingual>> = {
  unknown_code: of('没有这个去向代码', 'There is no such code of destination'),
  not_graduated: of('该生尚未毕业', 'The student has not graduated'),
  evidence_missing: of('没有写明佐证材料的编号或名称', 'Number or name of the proof is missing'),
  evidence_of_other_code: of('佐证材料与去向代码不符', 'The proof is not the one that the code asks for'),
  employer_missing: of('没有填写用人单位', 'The employer is missing'),
  employer_not_asked: of('该去向不填写用人单位', 'This destination has no employer'),
  bad_credit_code: of('用人单位统一社会信用代码有误', 'The employer’s credit code is not sound'),
  workplace_missing: of('没有填写工作地行政区划代码', 'The division of the workplace is missing'),
  bad_workplace: of('工作地行政区划代码应为6位数字', 'The division of the workplace has six figures'),
  industry_missing: of('没有填写行业', 'The industry is missing'),
  contract_missing: of('没有填写合同类型', 'The kind of contract is missing'),
  wage_missing: of('没有填写月工资', 'The monthly wage is missing'),
  match_missing: of('没有填写专业是否对口', 'Whether it is in the major is missing'),
  day_to_come: of('签订或参保日期还没有到', 'A day is given that is yet to come'),
  late_without_reason: of('已过登记截止日，须写明迟报理由', 'The last day for it has passed: say why it is late'),
  correction_without_reason: of('今天已经登记过去向，更正须写明理由', 'A destination was recorded today: say why it is put right'),
};
