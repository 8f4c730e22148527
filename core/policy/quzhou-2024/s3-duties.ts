import { ladder, onTheDay, whole, type DutyDeclaration } from '../../duties/declaration.ts';
import { VISITS_ASKED } from '../../supervision/visit.ts';
import { say } from './declare-parameter.ts';

/** Owed where so many visits are asked for; due on the last day of the term or year, which the source tells. */
const visits = (key: string): DutyDeclaration['due'] => (value) => ((whole(value(key)) ?? 0) > 0 ? onTheDay()() : null);
const action = { label: say('记录督导检查', 'Record a visit'), screen: '/supervision' };

export const s3Duties: readonly DutyDeclaration[] = [{
  // S3-a: the college looks at teaching and its results at each school of its programmes, by the schemes in force.
  id: 'quality_visit', clause: 'S3-a', label: say('到校开展质量督导', 'Visit the school on quality'), owners: ['college_academic'], to: 'school_head', action,
  opens: 'school.term', closes: 'quality.visited', due: visits(VISITS_ASKED.quality), ladder: ladder('college_academic', 'college_leadership'),
}, {
  // S3-c: and at how the school is run.
  id: 'conduct_visit', clause: 'S3-c', label: say('到校督查办学行为', 'Visit the school on conduct'), owners: ['college_academic'], to: 'school_head', action,
  opens: 'school.year', closes: 'conduct.visited', due: visits(VISITS_ASKED.conduct), ladder: ladder('college_academic', 'college_leadership'),
}, {
  // S3-g: the bureau assesses each school of the pilot once a year.
  id: 'yearly_assessment', clause: 'S3-g', label: say('开展年度考核', 'Assess the school of the year'), owners: ['county_bureau'], to: 'school_head',
  action: { label: say('发起年度考核', 'Begin the assessment'), screen: '/matters/new?kind=yearly_assessment' },
  opens: 'school.year', closes: 'school.assessed', due: visits('assessment.per_year'), ladder: ladder('county_bureau', 'city_bureau'),
}, {
  // S3-h: each unit of the pilot sums up the year by its last day.
  id: 'yearly_review', clause: 'S3-h', label: say('提交年度总结', 'Sum up the year'), owners: ['school_head', 'college_leadership', 'county_bureau'], to: 'office',
  action: { label: say('提交年度总结', 'Hand in the review'), screen: '/matters/new?kind=yearly_review' },
  opens: 'unit.december', closes: 'year.reviewed', due: onTheDay(), ladder: ladder('school_head', 'city_bureau', ['college_leadership', 'county_bureau']),
}];
