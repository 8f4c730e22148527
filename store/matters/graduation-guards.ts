import { institutionCode } from '../diplomas/institution-codes.ts';
import { graduationListOf } from '../graduation/graduation-list.ts';
import { held, holds, type AskGuard } from './guard-answer.ts';

/** R3-d: nothing that the decision rests on has changed since the list was looked at. */
export const graduationSame: AskGuard = async (whole, { matter, details: { on, list }, pack }) => {
  const now = on === undefined ? null : await graduationListOf(whole, matter.subject, on, pack);
  return now !== null && now.digest === list ? holds
    : held('提出以后有学生的学籍、学分、操行、实习或证书变动，请撤回后按新名单提出', 'The roll, credits, conduct, internship or certificates of somebody on the list were changed since; take it back and propose the new list');
};

export const NO_CODE = held('尚未登记院校代码（五位数字），无法编毕业证书号', 'The code of the college (five digits) is not entered; diplomas cannot be numbered');

/** C8: the number of a diploma begins with the code of the college. */
export const institutionCoded: AskGuard = async (whole, { matter }) =>
  (await institutionCode(whole, matter.subject) !== null ? holds : NO_CODE);
