import { publicationFault, type PublicationFault, type Published } from '../../core/step-up/publication.ts';
import { yearOf, type PlainDate } from '../../core/values/plain-date.ts';
import { lastPublication } from '../step-up/published.ts';
import { publishedFor } from '../students/roll-lists.ts';
import { held, holds, type AskGuard, type Guarded } from './guard-answer.ts';

/** M9-d: whether what was published of a season may be carried out on a day. */
export function publishedAnswer(published: Pick<Published, 'last_day' | 'open_appeals'> | null, today: PlainDate): Guarded {
  const fault = publicationFault(published, today);
  return fault === null ? holds : said(fault);
}

function said(fault: PublicationFault): Guarded {
  switch (fault.why) {
    case 'not_published': return held('当年升段测试的结果没有公示', 'What came of this year’s step-up test was not published');
    case 'still_published': return held(`公示期到 ${fault.last_day} 为止`, `It is published until ${fault.last_day}`);
    case 'appeals_open': return held(`还有 ${fault.many} 项申诉没有答复`, `${fault.many} appeals are not answered`);
  }
}

export const stepUpPublished: AskGuard = async (whole, { matter, details: { on }, today }) =>
  publishedAnswer(on === undefined ? null : await lastPublication(whole, matter.subject, yearOf(on)), today);

export const leavePublished: AskGuard = async (whole, { matter, details: { on }, today }) => {
  const published = on === undefined ? [] : await publishedFor(whole, matter.subject, yearOf(on));
  if (published.length === 0) return publishedAnswer(null, today);
  return published.map((one) => publishedAnswer(one, today)).find(({ met }) => !met) ?? holds;
};
