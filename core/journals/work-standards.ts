import { bookedHours, basesInUse } from '../bases/booked-hours.ts';
import { dailyStandards } from '../daily/daily-standards.ts';
import { affairsStaff } from '../teachers/affairs-team.ts';
import { coreCourses } from '../teachers/core-courses.ts';
import { dualQualified } from '../teachers/dual-qualified.ts';
import { jointWork } from '../teachers/joint-work.ts';
import { approvedPosts } from '../teachers/posts.ts';
import { bindStandards } from '../verdict/standard.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Area } from './journal-kind.ts';
import type { Behind, WorkFacts, WorkStandard } from './judged.ts';

/** What the work at a campus is judged by, by page; judged when it is asked for, in no summary of the campuses. */
export const WORK_STANDARDS: Readonly<Record<Area, readonly WorkStandard[]>> = {
  teachers: [coreCourses, dualQualified, jointWork, approvedPosts, affairsStaff],
  bases: [bookedHours],
  daily: dailyStandards,
};

export interface JudgedWork {
  readonly standard: WorkStandard;
  readonly verdict: Verdict;
  readonly behind: Behind;
}

/** The verdicts of a page on a campus; bases that nobody shares are not judged. */
export function judgeWork(area: Area, facts: WorkFacts): JudgedWork[] {
  const standards = WORK_STANDARDS[area].filter((one) => one !== bookedHours || basesInUse(facts).length > 0);
  return bindStandards(standards, facts.parameters)(facts).flatMap((verdict, at) => {
    const standard = standards[at];
    return standard === undefined ? [] : [{ standard, verdict, behind: standard.behind(facts) }];
  });
}
