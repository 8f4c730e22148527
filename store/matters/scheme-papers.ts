import type { SchemeContent } from '../../core/schemes/scheme.ts';
import { schemeCourse } from '../../core/schemes/course.ts';
import { totalsOf } from '../../core/schemes/totals.ts';
import { sheets, type Row } from '../../core/exchange/sheets.ts';
import { multiply, exact, toDecimalText, toFixed } from '../../core/values/exact.ts';
import { loadRows } from '../campus-rows.ts';
import { approvedSchemes, contentOf } from '../schemes/scheme.ts';
import { programmeOf } from '../schemes/parties.ts';
import { paper, type Draft } from './papers.ts';

const TAUGHT_BY = { school: '学校', college: '学院', enterprise: '企业' } as const;
const PERCENT = exact(100);

/** M9-a, M9-b: document 10, with the decision. */
export const schemeDecided: Draft = async (whole, { matter, entry_no, details: { year, number, on, attendees }, person, today: dated, votes }) => {
  const course = schemeCourse(matter.entries);
  const [content, programme] = [await contentOf(whole, matter.matter_id, course.revision), await programmeOf(whole, matter.subject)];
  if (content === null || programme === null || year === undefined || number === undefined || on === undefined) throw new Error(`a scheme that is decided by entry ${entry_no} without content, programme or minutes`);
  const names = new Map((await loadRows(whole, 'organisations', {})).map(({ org_id, name }) => [org_id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const version = (await approvedSchemes(whole, matter.subject)).length;
  const [drafter] = matter.entries.filter(({ act }) => act === 'revise').slice(-1);
  return paper('training_scheme', {
    dated, ...headOf(programme, nameOf), from_cohort: year, version, revision: course.revision, ...figuresOf(content), courses: content.courses.map(lineOf),
    parties: [
      ...(drafter === undefined ? [] : [{ party: nameOf(programme.college_id), person: drafter.person_name, on: drafter.on }]),
      ...course.agreed.filter(({ revision }) => revision === course.revision).map(({ firm, by, on: day }) => ({ party: nameOf(firm ?? programme.school_id), person: by.person_name, on: day })),
    ],
    minutes_number: number, met_on: on, attendees: attendees ?? person,
    members: votes?.members ?? 0, present: votes?.present ?? 0, votes_for: votes?.for ?? 0, votes_against: votes?.against ?? 0, abstained: votes?.abstained ?? 0,
  });
};

function headOf({ college_id, school_id, name, secondary_code, higher_code }: Row<'programmes'>, nameOf: (id: string) => string) {
  return { college: nameOf(college_id), school: nameOf(school_id), programme: name, secondary_code, higher_code };
}

function figuresOf({ required_credits, courses }: SchemeContent) {
  const { credits, theory_hours, practice_hours, practice_share } = totalsOf(courses);
  const share = practice_share === null ? '—' : `${toFixed(multiply(practice_share, PERCENT), 1, 'down')}%`;
  return { required_credits, credits: toDecimalText(credits) ?? '', hours: theory_hours + practice_hours, practice_hours, practice_share: share };
}

function lineOf({ term, code, name, kind, credits, theory_hours, practice_hours, taught_by, certificate }: SchemeContent['courses'][number]) {
  return {
    term, code, course: name, kind: sheets.teaching.columns.kind.codes?.[kind]?.zh ?? kind, credits, theory: theory_hours, practice: practice_hours, taught_by: TAUGHT_BY[taught_by], certificate: certificate ?? '',
  };
}
