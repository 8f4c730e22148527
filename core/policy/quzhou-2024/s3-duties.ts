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
}];
