import { schemeCourse } from '../../core/schemes/course.ts';
import { brought, type Bring } from './decided.ts';

/** M9-b: from the decision on the version is that of its cohorts. */
export const schemeApproved: Bring = async (tx, { matter, details: { year }, today }) => {
  if (year === undefined) throw new Error('a scheme without its first cohort');
  const { revision } = schemeCourse(matter.entries);
  await tx.decided(['matters'], (deciding) => deciding.change(
    `insert into approved_schemes (region_id, matter_id, revision, programme_id, from_cohort, decided_on, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp(), $8)`,
    [tx.actor.region_id, matter.matter_id, revision, matter.subject, year, today, matter.scopes, tx.actor.account]));
  return brought();
};
