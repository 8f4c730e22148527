import { campusResult } from '../../core/check/check.ts';
import { judgingOn } from '../../core/check/judging.ts';
import { loadCampusRows, loadRows } from '../campus-rows.ts';
import { frozen } from '../snapshot-content.ts';
import { held, holds, type AskGuard } from './guard-answer.ts';
import { managementTeamAnswer } from './team-answers.ts';

/** Both forms of M2-a are codes of the register: it is met by a campus that stands in it. */
export const campusForm: AskGuard = async (whole, { matter }) => {
  const [campus] = await loadRows(whole, 'campuses', {}, 'r.key = $2', matter.subject);
  return campus !== undefined && campus.status !== 'closed' ? holds : held('校区不在册或已撤销', 'The campus is not in the register, or closed');
};

export const campusTeam: AskGuard = (whole, { matter, today }) => managementTeamAnswer(whole, matter.subject, today);

/** The composite that holds all standards of a campus together. */
const ALL = 'M4-a';

/** M4-a at the day of the step. What is not met, and what cannot be judged, keeps the campus from passing. */
export const conditions: AskGuard = async (whole, { matter, pack, today }) => {
  const rows = await loadCampusRows(whole, matter.subject);
  const result = rows && campusResult(rows, judgingOn(pack, today));
  if (result === null) return held('校区不在册或已撤销', 'The campus is not in the register, or closed');
  const all = result.composites.find(({ standard }) => standard === ALL);
  const open = result.verdicts.filter(({ outcome }) => outcome === 'unmet' || outcome === 'undetermined').map(({ standard }) => standard);
  const verdicts = [...result.verdicts, ...result.composites].map((verdict) => ({ ...frozen(verdict), about: `campus:${matter.subject}`, on: today }));
  if (all?.outcome === 'met') return { ...holds, verdicts };
  const why = open.length > 0
    ? held(`${today} 尚未达标或待补报：${open.join('、')}`, `On ${today} not met or still to be reported: ${open.join(', ')}`)
    : held(`${today} 没有可以评判的在校生，不适用不等于达标`, `On ${today} there are no students to judge by: not applicable is no pass`);
  return { ...why, verdicts };
};
