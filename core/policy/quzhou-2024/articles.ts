import type { Article } from '../pack.ts';
import { aims } from './a1-aims.ts';
import { m01 } from './m01-partners.ts';
import { m02 } from './m02-campus.ts';
import { m03 } from './m03-responsibility.ts';
import { m04 } from './m04-sites.ts';
import { m05 } from './m05-funding.ts';
import { m06 } from './m06-teachers.ts';
import { m07 } from './m07-teams.ts';
import { m08 } from './m08-enrolment-plan.ts';
import { m09 } from './m09-training.ts';
import { m10 } from './m10-employment.ts';
import { preamble } from './p-preamble.ts';
import { r1 } from './r1-campus-conditions.ts';
import { r2 } from './r2-training-base.ts';
import { r3 } from './r3-roll-agreement.ts';
import { r4 } from './r4-money.ts';
import { r5 } from './r5-staff.ts';
import { r6 } from './r6-management-team.ts';
import { s1 } from './s1-leadership.ts';
import { s2 } from './s2-environment.ts';
import { s3 } from './s3-quality.ts';
import { annex } from './x-annex.ts';

/** The articles in the order of the document: preamble, aims, measures, safeguards, annex. */
export const articles: readonly Article[] = [
  preamble, aims, m01, m02, m03, m04, m05, m06,
  m07, m08, m09, m10, s1, s2, s3, annex,
  r1, r2, r3, r4, r5, r6,
];
