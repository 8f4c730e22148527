import type { DocumentContent } from '../../core/documents/kinds.ts';
import { isFiled, planCourse } from '../../core/plans/course.ts';
import { planRules } from '../../core/plans/higher-line.ts';
import type { PlanLine } from '../../core/plans/line.ts';
import { planOutlook, type PlanOutlook } from '../../core/plans/outlook.ts';
import type { Row } from '../../core/exchange/sheets.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { loadRows } from '../campus-rows.ts';
import { standingDocuments } from '../documents-read.ts';
import { linesOf } from '../plan-lines.ts';
import { planGround } from '../plan-ground.ts';
import type { Transaction } from '../transaction.ts';
import type { Decided } from './decided.ts';
import { matterObject, type StoredEntry } from './matter.ts';
import { paper, type Draft } from './papers.ts';

type Line = DocumentContent<'plan_declaration'>['lines'][number];

/** M8-a, M8-b. */
export const planDeclared: Draft = async (whole, decided) => {
  const { matter, details: { year, number, on }, pack, today: dated } = decided;
  const rules = planRules(parametersOn(pack.parameters, dated));
  if (year === undefined || number === undefined || on === undefined || rules === null) throw new Error('a plan that is decided without year, minutes or rules');
  const course = planCourse(matter.entries);
  const lines = await linesOf(whole, matter.matter_id, course.revision);
  const { ground, programmes } = await planGround(whole, matter.subject, { pack, today: dated, year, lag: rules.lag });
  const outlook = planOutlook(ground, { year, lag: rules.lag, lines, programmes: programmes.map(({ programme_id }) => programme_id) });
  const [names, majors] = [await namesOf(whole), new Map(programmes.map((one) => [one.programme_id, one]))];
  const nameOf = (id: string): string => names.get(id) ?? id;
  return paper('plan_declaration', {
    dated, year, college: nameOf(matter.subject), revision: course.revision, minutes_number: number, met_on: on, higher_year: String(lines[0]?.higher_year ?? ''),
    lines: lines.map((line) => lineOnPaper(line, { school: nameOf(line.school_id), major: majors.get(line.programme_id), outlook })),
    reasons: lines.flatMap(({ programme_id, school_id, reason }) => (reason === null ? [] : [{ school: nameOf(school_id), programme: majors.get(programme_id)?.name ?? programme_id, reason }])),
    signatures: course.signatures.filter(({ revision }) => revision === course.revision).map(({ school_id, by, on: signed }) => ({ party: nameOf(school_id ?? matter.subject), person: by.person_name, on: signed })),
    coordination: [['教育部门', course.bureau], ['发改部门', course.drc]].flatMap(([party, done]) => opinionOf(String(party), done as typeof course.bureau)),
  });
};

function opinionOf(party: string, done: { readonly on: StoredEntry['on']; readonly by: StoredEntry } | null) {
  return done === null ? [] : [{ party, person: done.by.person_name, on: done.on, opinion: done.by.reason ?? '' }];
}

function lineOnPaper(line: PlanLine, { school, major, outlook }: { readonly school: string; readonly major: Row<'programmes'> | undefined; readonly outlook: PlanOutlook }): Line {
  const campus = outlook.campuses.find(({ campus_id }) => campus_id === outlook.campus_of.get(line.programme_id));
  const figure = (n: number | null): string => (n === null ? '无法推算' : String(n));
  const name = major?.name ?? line.programme_id;
  return {
    school, secondary_code: major?.secondary_code ?? '—', secondary_name: name, higher_code: major?.higher_code ?? '—', higher_name: name, planned: line.secondary_heads,
    higher_planned: line.higher_heads === null ? '' : String(line.higher_heads),
    planned_before: line.planned_before === null ? '' : String(line.planned_before), actual_before: line.actual_before === null ? '' : String(line.actual_before),
    campus: campus?.name ?? '', capacity: campus?.years.map(({ year, students, capacity }) => `${year}年 ${figure(students)} / ${figure(capacity.students)}`).join('；') ?? '',
  };
}

/** M8-c: with the second receipt, and not before. */
export const planReceived: Draft = async (whole, decided) => {
  const { matter, today: dated } = decided;
  const { year, number, on } = decided.details;
  const course = planCourse([...matter.entries, { act: decided.act, person: decided.person, reason: null, on: dated, details: { ...(number !== undefined && { number }), ...(on !== undefined && { on }) }, votes: null }]);
  const { decided: resolution, province, exam } = course;
  if (!isFiled(course) || resolution === null || province === null || exam === null || year === undefined) return null;
  const lines = await linesOf(whole, matter.matter_id, resolution.revision);
  const [names, programmes] = [await namesOf(whole), await programmesOf(whole, matter.subject)];
  const [declared] = await standingDocuments(whole, matterObject(matter.matter_id), ['plan_declaration']);
  const { votes } = resolution;
  return paper('plan_minutes', {
    dated, year, college: names.get(matter.subject) ?? matter.subject, minutes_number: resolution.number, met_on: resolution.met_on, attendees: resolution.attendees,
    declaration_number: declared?.number ?? '', members: votes?.members ?? 0, present: votes?.present ?? 0, votes_for: votes?.for ?? 0, votes_against: votes?.against ?? 0, abstained: votes?.abstained ?? 0,
    lines: lines.map(({ school_id, programme_id, secondary_heads }) => ({ school: names.get(school_id) ?? school_id, programme: programmes.get(programme_id) ?? programme_id, approved: secondary_heads })),
    province_number: province.number, province_on: province.on, exam_number: exam.number, exam_on: exam.on,
  });
};

async function namesOf(whole: Transaction): Promise<ReadonlyMap<string, string>> {
  return new Map((await loadRows(whole, 'organisations', {})).map(({ org_id, name }) => [org_id, name]));
}

async function programmesOf(whole: Transaction, college_id: Decided['matter']['subject']): Promise<ReadonlyMap<string, string>> {
  return new Map((await loadRows(whole, 'programmes', {}, 'r.college_id = $2', college_id)).map(({ programme_id, name }) => [programme_id, name]));
}
