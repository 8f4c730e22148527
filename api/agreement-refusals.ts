import { REFUSAL_CLAUSES, type SignatureRefusal } from '../core/agreements/signing.ts';
import type { PaperRefusal } from '../core/agreements/paper.ts';
import type { ConfirmationRefusal } from '../core/agreements/confirmation.ts';
import type { Lacking } from '../core/agreements/compose.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { Particulars } from './refuse.ts';

type Why = SignatureRefusal | PaperRefusal | ConfirmationRefusal | 'not_for_this_party';

const said = (zh: string, en: string): Bilingual => ({ zh, en });

const REASONS: Readonly<Record<Why, Bilingual>> = {
  content_changed: said('您看过之后内容有变动，请重新打开，看过新的一版再签', 'The content has changed since you read it: open it again and read the new version'),
  signed_already: said('这一方已经签过', 'This party has signed already'),
  others_first: said('还没轮到这一方：先学生和监护人，再中职学校，后高职院校', 'Others sign first: student and guardian, then the school, then the college'),
  not_electronic: said('现行规则只认纸质签署', 'By the rule in force only paper counts'),
  no_batch: said('现行规则要求高职院校逐份签章', 'By the rule in force the college signs one by one'),
  same_person: said('同一个人不能替两方签', 'Nobody signs for two parties'),
  no_rule_in_force: said('当日没有生效的签署规则', 'No rule on signing is in force that day'),
  agreement_ended: said('学生未升段离校，协议已终止', 'The student left after the secondary stage, and the agreement has ended'),
  not_for_this_party: said('您不能代表这一方', 'You do not act for this party'),
  day_not_possible: said('签署日期不对：不能晚于今天，后签的不能早于先签的', 'A day is not possible: none is yet to come, and nobody signs before those who sign first'),
  not_on_paper: said('现行规则只认电子签署', 'By the rule in force only electronic signatures count'),
  not_asked: said('现行规则不要求第四学年确认', 'By the rule in force nothing is confirmed in year 4'),
  not_signed: said('协议还没有三方签齐', 'The agreement is not signed by all yet'),
  not_year_4: said('升入高职阶段后才确认', 'It is confirmed once the higher stage has begun'),
  confirmed_already: said('已经确认过', 'It was confirmed already'),
};

/** A refusal in words, with its clause and whose agreement it was. */
export function whyRefused(why: Why, student?: string): Particulars {
  const clause = why in REFUSAL_CLAUSES ? REFUSAL_CLAUSES[why as SignatureRefusal] : 'R3-e';
  const { zh, en } = REASONS[why];
  const of = student === undefined ? said('', '') : said(`（${student}）`, ` (${student})`);
  return { detail: said(`没有签署${of.zh}：${zh}。依据 ${clause}。`, `Nothing was signed${of.en}. ${en}. Clause ${clause}.`), errors: [{ path: 'party', code: why, text: REASONS[why] }] };
}

/** What an agreement lacks, each by its point. */
export function whatLacks(lacking: readonly Lacking[]): Particulars {
  return { errors: lacking.map(({ part, what }) => ({ path: `${part}.${what}`, code: 'missing', text: said('缺这一项，补齐后才能拟定。', 'This is missing; the agreement is drawn up once it is there.') })) };
}
