import type { Row } from '../exchange/sheets.ts';
import { latestTerms } from '../facts/experts.ts';
import { isFullTimeTeacher } from '../facts/staff.ts';
import type { WorkFacts, WorkStandard } from '../journals/judged.ts';
import { exact } from '../values/exact.ts';
import { inForce } from '../values/period.ts';
import { known, unreported, value, type Fact } from '../verdict/fact.ts';
import { shortOfPersons } from '../verdict/gaps.ts';
import { ratioStandard } from '../verdict/ratio-standard.ts';

/** Full-time teachers who taught courses of the trade in the two latest terms, each by the latest of their posts. */
export function tradeTeachers({ rows, on, counting }: WorkFacts): Row<'staff'>[] {
  const terms = latestTerms(on);
  const teach = new Set(rows.teaching.filter(({ term, kind }) => terms.has(term) && counting.professional_course_kinds.has(kind)).map(({ person_id }) => person_id));
  const latest = new Map<string, Row<'staff'>>();
  for (const post of rows.staff) {
    if (!isFullTimeTeacher(post) || !inForce(post, on) || !teach.has(post.person_id)) continue;
    const before = latest.get(post.person_id);
    if (before === undefined || before.from < post.from) latest.set(post.person_id, post);
  }
  return [...latest.values()];
}

/** Whoever's mark is not reported is neither with it nor without: nothing is said before it is. */
function dualFact(facts: WorkFacts): Fact<{ readonly dual: number; readonly all: number }> {
  if (facts.rows.staff.length === 0 || facts.rows.teaching.length === 0) return unreported(...(facts.rows.staff.length === 0 ? ['staff'] : []), ...(facts.rows.teaching.length === 0 ? ['teaching'] : []));
  const teachers = tradeTeachers(facts);
  if (teachers.some(({ dual_qualified }) => dual_qualified === null)) return unreported('dual_qualified');
  return known({ dual: teachers.filter((one) => one.dual_qualified === true).length, all: teachers.length });
}

/** M6-b: the share of dual-qualified among teachers of the trade. */
export const dualQualified: WorkStandard = {
  ...ratioStandard<WorkFacts>({
    id: 'M6-b', clause: 'M6-b', basis: 'default', op: '>=', parameter: 'dual_qualified.target', unit: 'ratio', gapUnit: 'person', gap: shortOfPersons,
    label: { zh: '专业课教师双师型占比', en: 'Dual-qualified among teachers of the trade' },
    needs: (facts) => [dualFact(facts)], evidence: () => [],
    ways: [{ reading: '', figure: () => (facts) => {
      const { dual, all } = value(dualFact(facts));
      return { numerator: exact(dual), denominator: exact(all) };
    } }],
  }),
  behind: (facts) => ({
    label: { zh: '近两学期讲授专业课的专任教师', en: 'Full-time teachers of the trade in the two latest terms' },
    columns: [{ zh: '姓名', en: 'Name' }, { zh: '人员编号', en: 'Number' }, { zh: '双师型', en: 'Dual qualified' }],
    rows: tradeTeachers(facts).map(({ name, person_id, dual_qualified }) => [name, person_id, dual_qualified === null ? '未报' : dual_qualified ? '是' : '否']),
  }),
};
